import { describe, expect, it, vi } from 'vitest';
import type { Actions } from '../../../renderer/state/actions.ts';
import { createStores } from '../../../renderer/state/stores.ts';
import { stateOf } from '../../../shared/contract/stream.ts';
import {
  type Press,
  keysOf,
  shortcutDeeds,
  shortcutOf,
  shortcuts,
} from '../../../renderer/app/shortcuts.ts';
import { memoryStorage, offeringRow, snapshot } from './samples.ts';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

const name = (pressed: Press, isMac = false) => shortcutOf(pressed, isMac)?.name ?? null;

describe('shortcuts', () => {
  it('are each other than every other', () => {
    const keys = shortcuts.map((shortcut) => keysOf(shortcut, false).join(' '));
    expect(new Set(keys).size).toBe(shortcuts.length);
  });

  it.each<[string, Press, boolean, string | null]>([
    ['? with Shift', press('?', { shiftKey: true }), false, 'help'],
    ['? without', press('?'), false, 'help'],
    ['Control and comma', press(',', { ctrlKey: true }), false, 'settings'],
    ['Command and comma on a Mac', press(',', { metaKey: true }), true, 'settings'],
    ['Control and comma on a Mac', press(',', { ctrlKey: true }), true, null],
    ['Control, Shift and X', press('X', { ctrlKey: true, shiftKey: true }), false, 'network'],
    ['Control and X', press('x', { ctrlKey: true }), false, null],
    ['X', press('x'), false, null],
    [
      'Control, Alt, Shift and X',
      press('X', { ctrlKey: true, shiftKey: true, altKey: true }),
      false,
      null,
    ],
  ])('%s', (_, pressed, isMac, expected) => {
    expect(name(pressed, isMac)).toBe(expected);
  });

  it('are printed as the keyboard has them', () => {
    const [, , network] = shortcuts;
    expect(network && [keysOf(network, false), keysOf(network, true)]).toEqual([
      ['Ctrl', 'Shift', 'X'],
      ['⌘', '⇧', 'X'],
    ]);
  });
});

describe('what shortcuts do', () => {
  it('turns over what is set, and asks for what is selected', () => {
    const stores = createStores(memoryStorage(), () => 0);
    const rows = { offerings: [offeringRow('default', { isCurrent: true })], workflows: [] };
    stores.app.setState({ app: stateOf(snapshot({ rows })) });
    const actions = {
      setOnline: vi.fn(),
      setBackendUp: vi.fn(),
      setForeground: vi.fn(),
      askWorkflow: vi.fn(),
    };
    const deeds = shortcutDeeds(stores, actions as unknown as Actions);
    deeds.network();
    deeds.backend();
    deeds.foreground();
    deeds.askWorkflow();
    expect(Object.values(actions).map(({ mock }) => mock.calls)).toEqual([
      [[false]],
      [[false]],
      [[false]],
      [['default']],
    ]);
  });

  it('pauses the timeline at the newest event, and lets it go on', () => {
    const stores = createStores(memoryStorage(), () => 0);
    stores.events.setState({ lastId: 12 });
    const { pause } = shortcutDeeds(stores, {} as Actions);
    pause();
    const paused = stores.ui.getState().pausedAt;
    pause();
    expect([paused, stores.ui.getState().pausedAt]).toEqual([12, null]);
  });
});
