import type { Handlers } from '../../shared/contract/calls.ts';
import { done, doneUnless, problem } from '../../shared/contract/outcome.ts';
import type { Desk } from './handlers.ts';

const httpsUrl = (text: string): URL | null => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url : null;
};

/** What a window may do with the app itself. */
export const appHandlers = (desk: Desk) =>
  ({
    changeSettings: async (change) => doneUnless('system', await desk.changeSettings(change)),
    resetSettings: async () => doneUnless('system', await desk.changeSettings()),
    showDataFolder: async () =>
      doneUnless('system', await desk.services.showFolder(desk.places.root)),
    wipeData: () => desk.wipe(),
    showLogs: async () => doneUnless('system', await desk.services.showFolder(desk.places.logs)),
    openLink: async ({ url: text }) => {
      const url = httpsUrl(text);
      if (url === null)
        return problem('refused', `Only https addresses are opened, and this is none: ${text}`);
      return doneUnless('system', await desk.services.openLink(url));
    },
    readLicences: () => done([...desk.services.licences()]),
    report: ({ message }) => {
      desk.log.write('window', message);
      return done(null);
    },
  }) satisfies Partial<Handlers>;
