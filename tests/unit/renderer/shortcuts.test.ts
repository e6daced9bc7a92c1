import { describe, expect, it, vi } from 'vitest';
import type { Actions } from '../../../renderer/state/actions.ts';
import type { StageDeeds } from '../../../renderer/state/stage-deeds.ts';
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
    ['/', press('/'), false, 'search'],
    ['/ with Shift', press('/', { shiftKey: true }), false, 'search'],
    ['Control and comma', press(',', { ctrlKey: true }), false, 'settings'],
    ['Command and comma on a Mac', press(',', { metaKey: true }), true, 'settings'],
    ['Control and comma on a Mac', press(',', { ctrlKey: true }), true, null],
    ['Control, Shift and X', press('X', { ctrlKey: true, shiftKey: true }), false, 'network'],
    ['Control and X', press('x', { ctrlKey: true }), false, null],
    ['X', press('x'), false, null],
    ['Alt and the left arrow', press('ArrowLeft', { altKey: true }), false, 'back'],
    ['the left arrow', press('ArrowLeft'), false, null],
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
    const network = shortcuts.find(({ name: each }) => each === 'network');
    expect(network && [keysOf(network, false), keysOf(network, true)]).toEqual([
      ['Ctrl', 'Shift', 'X'],
      ['⌘', '⇧', 'X'],
    ]);
  });
});

const noStage = {} as StageDeeds;

describe('what shortcuts do', () => {
  it('opens and closes the faults, and leads into the search', () => {
    const stores = createStores(memoryStorage(), () => 0);
    const { faults, search } = shortcutDeeds({ stores, actions: {} as Actions, stage: noStage });
    faults();
    const isOpen = stores.ui.getState().isFaultDrawerOpen;
    faults();
    search();
    search();
    expect([
      isOpen,
      stores.ui.getState().isFaultDrawerOpen,
      stores.listView.getState().searchWanted,
    ]).toEqual([true, false, 2]);
  });

  it('turns over what is set, and asks for what is selected', () => {
    const stores = createStores(memoryStorage(), () => 0);
    const rows = { offerings: [offeringRow('default', { isCurrent: true })], workflows: [] };
    stores.app.setState({ app: stateOf(snapshot({ rows })) });
    const actions = {
      setOnline: vi.fn(),
      setWay: vi.fn(),
      setForeground: vi.fn(),
      moveClock: vi.fn(),
      askWorkflow: vi.fn(),
    };
    const deeds = shortcutDeeds({ stores, actions: actions as unknown as Actions, stage: noStage });
    deeds.network();
    deeds.backend();
    deeds.cdn();
    deeds.foreground();
    deeds.fiveMinutes();
    deeds.askWorkflow();
    expect(Object.values(actions).map(({ mock }) => mock.calls)).toEqual([
      [[false]],
      [
        ['backend', 'down'],
        ['cdn', 'down'],
      ],
      [[false]],
      [[{ byMs: 300_000 }]],
      [['default']],
    ]);
  });

  it('pauses the timeline at the newest event, and lets it go on', () => {
    const stores = createStores(memoryStorage(), () => 0);
    stores.events.setState({ lastId: 12 });
    const { pause } = shortcutDeeds({ stores, actions: {} as Actions, stage: noStage });
    pause();
    const paused = stores.ui.getState().pausedAt;
    pause();
    expect([paused, stores.ui.getState().pausedAt]).toEqual([12, null]);
  });
});
