import { describe, expect, it, vi } from 'vitest';
import type { Actions } from '../../../renderer/state/actions.ts';
import type { StageDeeds } from '../../../renderer/state/stage-deeds.ts';
import { createStores } from '../../../renderer/state/stores.ts';
import { findCommands } from '../../../renderer/palette/find-commands.ts';
import { fuzzyScore } from '../../../renderer/palette/fuzzy.ts';
import { paletteCommands } from '../../../renderer/palette/palette-commands.ts';
import { shortcuts } from '../../../renderer/app/shortcuts.ts';
import { stateOf } from '../../../shared/contract/stream.ts';
import { memoryStorage, offeringRow, snapshot } from './samples.ts';

/** Whatever is called, it is remembered. */
const spies = (): object =>
  new Proxy<Record<string, unknown>>({}, { get: (kept, name) => (kept[String(name)] ??= vi.fn()) });

const open = (offerings: readonly string[] = ['default', 'winback']) => {
  const stores = createStores(memoryStorage(), () => 0);
  const rows = offerings.map((id) => offeringRow(id));
  stores.app.setState({ app: stateOf(snapshot({ rows: { offerings: rows, workflows: [] } })) });
  const actions = spies() as Actions;
  const stage = spies() as StageDeeds;
  const commands = paletteCommands({ stores, actions, stage });
  return { stores, actions, commands, first: (typed: string) => findCommands(commands, typed)[0] };
};

describe('the palette', () => {
  it('has everything that has a shortcut but itself, and nothing twice', () => {
    const { commands } = open();
    const names = commands.flatMap(({ shortcut }) => shortcut ?? []);
    expect(names).toEqual(shortcuts.map(({ name }) => name).filter((name) => name !== 'palette'));
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  });

  it.each([
    ['backend down', 'Backend: Down'],
    ['cold', 'Cold start'],
    ['fg bg', 'Foreground or background'],
    ['heal', 'Heal everything'],
    ['dark paywall', 'Light or dark paywall'],
    ['winback', 'winback'],
    ['wnbck', 'winback'],
    ['ios rules', 'Rules: iOS SDK'],
    ['25 h', 'Clock: +25 h'],
  ])('finds by %s: %s', (typed, word) => {
    expect(open().first(typed)?.word).toBe(word);
  });

  it('finds nothing by what nothing is called', () => {
    expect(findCommands(open().commands, 'xyzzy plugh')).toEqual([]);
  });

  it('does what it says', () => {
    const { first, actions, stores } = open();
    first('backend down')?.run();
    first('winback')?.run();
    expect(actions.setWay).toHaveBeenCalledWith('backend', 'down');
    expect(stores.ui.getState().selection).toEqual({ kind: 'offering', id: 'winback' });
  });
});

it.each([
  ['down', 'Backend: Down', 'Backend: Slow down there'],
  ['co', 'Cold start', 'Release a cold one'],
])('of two that have %s, the word that begins so comes first', (typed, better, worse) => {
  expect(fuzzyScore(typed, better) ?? 0).toBeGreaterThan(fuzzyScore(typed, worse) ?? 0);
});
