import { count } from './counts.ts';
import type { ProjectKind } from '../../shared/contract/project.ts';

const kinds: Readonly<Record<ProjectKind, string>> = {
  demo: 'The project that comes with the app',
  folder: 'A folder on this machine',
  live: 'A project of RevenueCat',
  file: 'A file that was opened by itself; it is not kept',
};

/** The texts about projects: the menu, the dialogs, and what is broken on disk. */
export const projectMessages = {
  menu: 'Project',
  named: (name: string): string => `Project: ${name}`,
  kinds,
  demo: 'Demo',
  nameOf: ({ kind, name }: { readonly kind: ProjectKind; readonly name: string }): string =>
    kind === 'demo' ? 'Demo' : name,
  missing: 'Not there now',
  open: 'Open folder…',
  openHint: 'What you save there is shown at once',
  openFile: 'Open a JSON file…',
  openFileHint: 'Offerings, a workflow or a paywall',
  save: 'Save as folder…',
  saveHint: 'With its pictures, to change it by hand',
  forget: 'Forget this project…',
  forgetHint: 'Its caches, users and set-up are removed',

  openTitle: 'Open a project folder',
  openIntro:
    'A project folder has an offerings.json and a workflows.json in it. What is saved there is shown within a second.',
  path: 'Path of the folder',
  pathPlaceholder: '/home/me/paywalls, or ~/paywalls',
  isProject: 'project',
  isNone: 'There is no offerings.json and workflows.json in this folder.',
  noneFound: 'No folder begins like that.',
  browse: 'Choose…',
  openIt: 'Open',
  opening: 'Opening…',

  saveTitle: 'Save the project as a folder',
  saveIntro:
    'Offerings, workflows and pictures are written to a new or empty folder, which can be opened, changed by hand and given to others.',
  saveIt: 'Save',
  saveAndOpen: 'Save and open',
  saving: 'Saving…',
  saved: 'The project is saved',
  savedTo: (folder: string, missing: number): string =>
    missing === 0
      ? `It is in ${folder}.`
      : `It is in ${folder}, without ${count(missing, 'workflow')} that nobody has asked for yet.`,

  forgetTitle: 'Forget this project?',
  forgetText: (name: string): string =>
    `What the app kept of “${name}” is removed: its caches, who was logged in, how it was set up. The demo is opened. The project’s own folder is left alone.`,
  forgetLiveText: (name: string): string =>
    `What the app kept of “${name}” is removed: its API key, its caches, who was logged in, how it was set up. The demo is opened. Nothing changes at RevenueCat.`,
  forgetIt: 'Forget',
  forgetting: 'Forgetting…',

  broken: 'The project is broken on disk',
  brokenText: (message: string): string =>
    `${message} Until it is mended, you see what was there before.`,

  folderDropped: 'Where is the folder?',
  folderDroppedText: (name: string): string =>
    `A browser does not tell where ${name} lies. Type its path here.`,

  emptyFolder: {
    title: 'The project has no offerings yet',
    text: 'The backend answered, and its answer is empty. Add offerings to the project’s offerings.json: what you save is shown here at once.',
  },
} as const;
