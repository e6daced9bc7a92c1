import { shownScenario } from '../state/shown-scenario.ts';
import { shortcutDeeds, shortcutOf } from './shortcuts.ts';
import type { WindowParts } from './window-context.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, input:not([type="radio"])'));

/**
 * Does what the shortcuts say, but never while a dialog is open, and while somebody types none but
 * that of the palette, which leads back to where they were.
 */
export const listenForShortcuts = (parts: WindowParts, isMac: boolean): void => {
  const { stores } = parts;
  const deeds = shortcutDeeds(parts);
  addEventListener('keydown', (event) => {
    // The palette is closed by the keys that open it.
    if (event.defaultPrevented) return;
    const [{ app }, ui] = [stores.app.getState(), stores.ui.getState()];
    if (app === null || ui.panel !== null || shownScenario(app, ui) !== null) return;
    const shortcut = shortcutOf(event, isMac);
    if (shortcut === null) return;
    if (isTyping(event.target) && shortcut.name !== 'palette') return;
    event.preventDefault();
    if (!event.repeat) deeds[shortcut.name]();
  });
};
