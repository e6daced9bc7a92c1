import type { Shell } from 'electron';
import { chromium } from './link.ts';

/** What would open outside of the app is only written down. */
export const shell = {
  openExternal: async (url) => {
    chromium.tell('record', { what: 'openExternal', detail: url });
  },
  openPath: async (path) => {
    chromium.tell('record', { what: 'openPath', detail: path });
    return '';
  },
} satisfies Pick<Shell, 'openExternal' | 'openPath'>;
