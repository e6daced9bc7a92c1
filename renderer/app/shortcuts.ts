import type { messages } from '../messages.ts';
import type { Actions } from '../state/actions.ts';
import { listedItems, selectedItem } from '../state/selection.ts';
import type { Stores } from '../state/stores.ts';
import { isBackendDown } from '../state/world-status.ts';

export type ShortcutName = keyof (typeof messages)['shortcuts'];

/** A key with what must be held down beside it; `mod` is Command on a Mac, Control elsewhere. */
export interface Shortcut {
  readonly name: ShortcutName;
  readonly key: string;
  readonly mod?: boolean;
  readonly shift?: boolean;
}

/**
 * The one table of shortcuts: what is listened for, and what Help prints. No browser gives a page
 * what opens a private window (Shift with N, or P in Firefox), nor T or W.
 */
export const shortcuts: readonly Shortcut[] = [
  { name: 'help', key: '?' },
  { name: 'settings', key: ',', mod: true },
  { name: 'network', key: 'x', mod: true, shift: true },
  { name: 'backend', key: 'b', mod: true, shift: true },
  { name: 'foreground', key: 'f', mod: true, shift: true },
  { name: 'coldStart', key: 'k', mod: true, shift: true },
  { name: 'heal', key: 'h', mod: true, shift: true },
  { name: 'askOfferings', key: 'o', mod: true, shift: true },
  { name: 'askList', key: 'l', mod: true, shift: true },
  { name: 'askWorkflow', key: 'Enter', mod: true },
  { name: 'pause', key: 'e', mod: true, shift: true },
];

/** What of a press decides. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** `?` needs Shift on most keyboards and not on others, so it counts for letters only. */
const hasShift = ({ key, shift = false, mod = false }: Shortcut, press: Press): boolean =>
  (!mod && key === '?') || press.shiftKey === shift;

/** The shortcut that was pressed; null: none. */
export const shortcutOf = (press: Press, isMac: boolean): Shortcut | null => {
  const isMod = isMac ? press.metaKey : press.ctrlKey;
  const isOtherMod = isMac ? press.ctrlKey : press.metaKey;
  if (press.altKey || isOtherMod) return null;
  const found = shortcuts.find(
    (shortcut) =>
      shortcut.key.toLowerCase() === press.key.toLowerCase() &&
      (shortcut.mod ?? false) === isMod &&
      hasShift(shortcut, press),
  );
  return found ?? null;
};

/** The keys as the person's keyboard has them. */
export const keysOf = ({ key, mod, shift }: Shortcut, isMac: boolean): readonly string[] => [
  ...(mod === undefined ? [] : [isMac ? '⌘' : 'Ctrl']),
  ...(shift === undefined ? [] : [isMac ? '⇧' : 'Shift']),
  key.length === 1 ? key.toUpperCase() : key,
];

/** The same for `aria-keyshortcuts`. */
export const ariaKeysOf = (wanted: ShortcutName, isMac: boolean): string =>
  shortcuts
    .filter(({ name }) => name === wanted)
    .map(({ key, mod = false, shift = false }) =>
      [
        ...(mod ? [isMac ? 'Meta' : 'Control'] : []),
        ...(shift ? ['Shift'] : []),
        key.length === 1 ? key.toUpperCase() : key,
      ].join('+'),
    )
    .join(' ');

/** What each shortcut does. */
export const shortcutDeeds = (
  { app, ui, events }: Stores,
  actions: Actions,
): Readonly<Record<ShortcutName, () => void>> => {
  const world = () => app.getState().app?.documents.world;

  const askSelected = (): void => {
    const state = app.getState().app;
    if (state === null) return;
    const item = selectedItem(listedItems(state), ui.getState().selection);
    if (item !== null) actions.askWorkflow(item.id);
  };

  const togglePause = (): void => {
    const { lastId } = events.getState();
    ui.setState(({ pausedAt }) => ({ pausedAt: pausedAt === null ? lastId : null }));
  };

  return {
    help: () => ui.setState({ panel: 'help' }),
    settings: () => ui.setState({ panel: 'settings' }),
    network: () => {
      actions.setOnline(world()?.isOnline === false);
    },
    backend: () => {
      const now = world();
      if (now !== undefined) actions.setBackendUp(isBackendDown(now));
    },
    foreground: () => {
      actions.setForeground(world()?.isForeground === false);
    },
    coldStart: actions.coldStart,
    heal: actions.healEverything,
    askOfferings: actions.askOfferings,
    askList: () => {
      actions.askList(false);
    },
    askWorkflow: askSelected,
    pause: togglePause,
  };
};
