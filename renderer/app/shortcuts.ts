import type { messages } from '../messages.ts';
import { listedItems, selectedItem } from '../state/selection.ts';
import { type PlaceName, wayOf } from '../state/world-status.ts';
import type { WindowParts } from './window-context.ts';

export type ShortcutName = keyof (typeof messages)['shortcuts'];

/**
 * A key with what must be held down beside it; `mod` is Command on a Mac, Control elsewhere. `alt`
 * goes with keys that are no letters: with it, letters are others on a Mac.
 */
export interface Shortcut {
  readonly name: ShortcutName;
  readonly key: string;
  readonly mod?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

/**
 * The one table of shortcuts: what is listened for, and what Help prints. No browser gives a page
 * what opens a private window (Shift with N, or P in Firefox), nor T or W.
 */
export const shortcuts: readonly Shortcut[] = [
  { name: 'palette', key: 'k', mod: true },
  { name: 'help', key: '?' },
  { name: 'settings', key: ',', mod: true },
  { name: 'network', key: 'x', mod: true, shift: true },
  { name: 'backend', key: 'b', mod: true, shift: true },
  { name: 'cdn', key: 'c', mod: true, shift: true },
  { name: 'faults', key: 'u', mod: true, shift: true },
  { name: 'foreground', key: 'f', mod: true, shift: true },
  { name: 'fiveMinutes', key: 'm', mod: true, shift: true },
  { name: 'coldStart', key: 'k', mod: true, shift: true },
  { name: 'heal', key: 'h', mod: true, shift: true },
  { name: 'askOfferings', key: 'o', mod: true, shift: true },
  { name: 'askList', key: 'l', mod: true, shift: true },
  { name: 'askWorkflow', key: 'Enter', mod: true },
  { name: 'search', key: '/' },
  { name: 'pause', key: 'e', mod: true, shift: true },
  { name: 'back', key: 'ArrowLeft', alt: true },
  { name: 'previousScreen', key: 'ArrowUp', alt: true },
  { name: 'nextScreen', key: 'ArrowDown', alt: true },
  { name: 'previousDevice', key: 'PageUp', alt: true },
  { name: 'nextDevice', key: 'PageDown', alt: true },
  { name: 'rotate', key: 's', mod: true, shift: true },
  { name: 'darkMode', key: 'd', mod: true, shift: true },
  { name: 'filmstrip', key: 'y', mod: true, shift: true },
  { name: 'scenarios', key: 'g', mod: true, shift: true },
];

/** What of a press decides. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** `?` and `/` need Shift on some keyboards and not on others, so it counts for letters only. */
const hasShift = ({ key, shift = false, mod = false }: Shortcut, press: Press): boolean =>
  (!mod && (key === '?' || key === '/')) || press.shiftKey === shift;

/** The shortcut that was pressed; null: none. */
export const shortcutOf = (press: Press, isMac: boolean): Shortcut | null => {
  const isMod = isMac ? press.metaKey : press.ctrlKey;
  const isOtherMod = isMac ? press.ctrlKey : press.metaKey;
  if (isOtherMod) return null;
  const found = shortcuts.find(
    (shortcut) =>
      shortcut.key.toLowerCase() === press.key.toLowerCase() &&
      (shortcut.mod ?? false) === isMod &&
      (shortcut.alt ?? false) === press.altKey &&
      hasShift(shortcut, press),
  );
  return found ?? null;
};

const keyNames: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page up',
  PageDown: 'Page down',
};

/** The keys as the person's keyboard has them. */
export const keysOf = ({ key, mod, shift, alt }: Shortcut, isMac: boolean): readonly string[] => [
  ...(mod === undefined ? [] : [isMac ? '⌘' : 'Ctrl']),
  ...(shift === undefined ? [] : [isMac ? '⇧' : 'Shift']),
  ...(alt === undefined ? [] : [isMac ? '⌥' : 'Alt']),
  keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key),
];

/** The same for `aria-keyshortcuts`. */
export const ariaKeysOf = (wanted: ShortcutName, isMac: boolean): string =>
  shortcuts
    .filter(({ name }) => name === wanted)
    .map(({ key, mod = false, shift = false, alt = false }) =>
      [
        ...(mod ? [isMac ? 'Meta' : 'Control'] : []),
        ...(shift ? ['Shift'] : []),
        ...(alt ? ['Alt'] : []),
        key.length === 1 ? key.toUpperCase() : key,
      ].join('+'),
    )
    .join(' ');

/** What each shortcut does. */
export const shortcutDeeds = ({
  stores: { app, ui, events, listView },
  actions,
  stage,
}: WindowParts): Readonly<Record<ShortcutName, () => void>> => {
  const world = () => app.getState().app?.documents.world;

  const askSelected = (): void => {
    const state = app.getState().app;
    if (state === null) return;
    const item = selectedItem(listedItems(state), ui.getState().selection);
    if (item !== null) actions.askWorkflow(item.id);
  };

  const togglePlace = (place: PlaceName): void => {
    const now = world();
    if (now !== undefined) actions.setWay(place, wayOf(place, now) === 'up' ? 'down' : 'up');
  };

  const togglePause = (): void => {
    const { lastId } = events.getState();
    ui.setState(({ pausedAt }) => ({ pausedAt: pausedAt === null ? lastId : null }));
  };

  return {
    palette: () => ui.setState({ panel: 'palette' }),
    help: () => ui.setState({ panel: 'help' }),
    settings: () => ui.setState({ panel: 'settings' }),
    scenarios: () => ui.setState({ panel: 'scenarios' }),
    network: () => {
      actions.setOnline(world()?.isOnline === false);
    },
    backend: () => {
      togglePlace('backend');
    },
    cdn: () => {
      togglePlace('cdn');
    },
    faults: () => ui.setState(({ isFaultDrawerOpen: isOpen }) => ({ isFaultDrawerOpen: !isOpen })),
    fiveMinutes: () => actions.moveClock({ byMs: 5 * 60_000 }),
    search: () => listView.setState(({ searchWanted }) => ({ searchWanted: searchWanted + 1 })),
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
    back: stage.back,
    previousScreen: () => stage.goBeside(-1),
    nextScreen: () => stage.goBeside(1),
    previousDevice: () => stage.changeDevice(-1),
    nextDevice: () => stage.changeDevice(1),
    rotate: stage.turnDevice,
    darkMode: stage.turnLight,
    filmstrip: stage.turnFilmstrip,
  };
};
