import type { Dialog, MessageBoxOptions, MessageBoxReturnValue } from 'electron';
import { life } from './life.ts';
import { chromium } from './link.ts';

type Imitated = Pick<Dialog, 'showErrorBox'> & {
  showMessageBox(...given: unknown[]): Promise<MessageBoxReturnValue>;
};

/** Boxes that the test sees, and answers. */
export const dialog = {
  showErrorBox: (title, content) => {
    chromium.tell('record', { what: 'showErrorBox', detail: { title, content } });
  },
  showMessageBox: async (...given) => {
    life.needReady('dialog');
    // A window may stand before the options.
    const { message, detail, buttons = [] } = given.at(-1) as MessageBoxOptions;
    chromium.tell('record', { what: 'showMessageBox', detail: { message, detail, buttons } });
    const response = await chromium.call('press', { message, buttons });
    return { response, checkboxChecked: false };
  },
} satisfies Imitated;
