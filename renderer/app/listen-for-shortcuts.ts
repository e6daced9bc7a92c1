import { shownScenario } from '../state/shown-scenario.ts';
import { shortcutDeeds, shortcutOf } from './shortcuts.ts';
import type { WindowParts } from './window-context.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, input:not([type="radio"])'));

/** Does what the shortcuts say, but never while somebody types or a dialog is open. */
export const listenForShortcuts = (parts: WindowParts, isMac: boolean): void => {
  const { stores } = parts;
  const deeds = shortcutDeeds(parts);
  addEventListener('keydown', (event) => {
    const [{ app }, ui] = [stores.app.getState(), stores.ui.getState()];
    if (app === null || ui.panel !== null || shownScenario(app, ui) !== null) return;
    if (isTyping(event.target)) return;
    const shortcut = shortcutOf(event, isMac);
    if (shortcut === null) return;
    event.preventDefault();
    if (!event.repeat) deeds[shortcut.name]();
  });
};
