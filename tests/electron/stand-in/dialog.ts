import type {
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
} from 'electron';
import { life } from './life.ts';
import { chromium } from './link.ts';

type Imitated = Pick<Dialog, 'showErrorBox'> & {
  showMessageBox(...given: unknown[]): Promise<MessageBoxReturnValue>;
  showOpenDialog(...given: unknown[]): Promise<OpenDialogReturnValue>;
};

/** Boxes that the test sees, and answers. */
export const dialog = {
  showErrorBox: (title, content) => {
    // Nobody but a terminal is told there.
    if (!life.isReady && process.platform === 'linux') {
      process.stderr.write(`${title}\n${content}\n`);
      return;
    }
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
  showOpenDialog: async (...given) => {
    life.needReady('dialog');
    const { properties, filters } = given.at(-1) as OpenDialogOptions;
    chromium.tell('record', { what: 'showOpenDialog', detail: { properties, filters } });
    const filePaths = [...(await chromium.call('choose', null))];
    return { canceled: filePaths.length === 0, filePaths };
  },
} satisfies Imitated;
