import type { Actions } from '../state/actions.ts';
import type { Stores } from '../state/stores.ts';
import { shortcutDeeds, shortcutOf } from './shortcuts.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, input:not([type="radio"])'));

/** Does what the shortcuts say, but never while somebody types or a dialog is open. */
export const listenForShortcuts = (stores: Stores, actions: Actions, isMac: boolean): void => {
  const deeds = shortcutDeeds(stores, actions);
  addEventListener('keydown', (event) => {
    if (stores.app.getState().app === null || stores.ui.getState().panel !== null) return;
    if (isTyping(event.target)) return;
    const shortcut = shortcutOf(event, isMac);
    if (shortcut === null) return;
    event.preventDefault();
    if (!event.repeat) deeds[shortcut.name]();
  });
};
