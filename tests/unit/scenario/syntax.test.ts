import { describe, expect, it } from 'vitest';
import { parseScenario, problemText } from '../../../main/scenario/parse.ts';

/** A file with some of its lines written differently. */
const file = (edits: Readonly<Record<string, string>>): string =>
  [
    'format: 1',
    'name: A test',
    'project: demo',
    'steps:',
    '  - get-list: { as: first }',
    '  - cold-start:',
    '  - expect:',
    '      first: { status: ok }',
    '      leaks: 0',
    '      user: ana',
  ]
    .map((line) => edits[line] ?? line)
    .join('\n');

const problemsOf = (text: string): readonly string[] => {
  const result = parseScenario(text);
  return result.ok ? [] : result.problems.map((problem) => problemText('f.yaml', problem));
};

const unlikeItsNeighbours =
  'this key is indented differently from those beside it: the keys of one map begin at the same column, and an entry of a list begins with a `-` and a space';
const unfitting =
  'this does not fit what stands above it: the entries of one list begin with a `-` and a space at the same column, the keys of one map at theirs';
const twoKeys =
  'only one key can stand on a line: text with a colon and a space in it stands in quotes, a map on one line in { }';
const noKey = (key: string): string =>
  `\`${key}\` is no key: a key ends with a colon, and after that comes a space or the next line`;
const tab = 'a tab stands at the start of this line: only spaces can indent';

it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['a tab', { '  - cold-start:': '\t- cold-start:' }, [`f.yaml:6:1: ${tab}`]],
  [
    'two tabs',
    { '      leaks: 0': '\t\tleaks: 0', '      user: ana': '\t\tuser: ana' },
    [`f.yaml:9:1: ${tab}`, `f.yaml:10:1: ${tab}`],
  ],
  ['an entry too far left', { '  - cold-start:': ' - cold-start:' }, [`f.yaml:6:2: ${unfitting}`]],
  [
    'an entry too far right',
    { '  - cold-start:': '   - cold-start:' },
    [
      'f.yaml:6:4: this `-` is indented differently from those beside it: the entries of one list begin at the same column',
    ],
  ],
  [
    'a key too far right',
    { '      leaks: 0': '       leaks: 0' },
    [`f.yaml:9:8: ${unlikeItsNeighbours}`],
  ],
  [
    'an entry without its dash',
    { '  - cold-start:': '  cold-start:' },
    [`f.yaml:6:3: ${unlikeItsNeighbours}`],
  ],
  [
    'a value on the next line',
    { 'format: 1': 'format: 1\n  more: 2' },
    ['f.yaml:1:9: a key has one value: this one, or what is indented below it'],
  ],
  ['no colon', { '  - expect:': '  - expect' }, [`f.yaml:7:5: ${noKey('expect')}`]],
  [
    'no colon in the last line',
    { '      user: ana': '      user' },
    [`f.yaml:10:7: ${noKey('user')}`],
  ],
  ['no space', { 'name: A test': 'name:Test' }, [`f.yaml:2:1: ${noKey('name:Test')}`]],
  [
    'a sign instead of a key',
    { '      leaks: 0': '      > leaks: 0' },
    [
      'f.yaml:9:7: a key is missing here: text that begins with a sign such as > | & or ! stands in quotes',
    ],
  ],
  ['a colon in a name', { 'name: A test': 'name: A test: one' }, [`f.yaml:2:7: ${twoKeys}`]],
  [
    'a map without braces',
    { '      first: { status: ok }': '      first: status: ok' },
    [`f.yaml:8:14: ${twoKeys}`],
  ],
  [
    'an open quote',
    { 'name: A test': 'name: "A test' },
    ['f.yaml:2:7: this `"` is never closed: the second one is missing'],
  ],
  [
    'an open brace',
    { '      first: { status: ok }': '      first: { status: ok' },
    ['f.yaml:8:14: this `{` is never closed: `}` is missing'],
  ],
  [
    'an open bracket',
    { '      first: { status: ok }': '      first: { offerings: [a, b }' },
    ['f.yaml:8:27: this `[` is never closed: `]` is missing'],
  ],
  [
    'a brace too many',
    { '      first: { status: ok }': '      first: { status: ok }}' },
    ['f.yaml:8:28: `}` closes nothing: it is one too many, or what it closes was never opened'],
  ],
  [
    'a comma too few',
    { '      first: { status: ok }': '      first: { status: ok source: disk }' },
    ['f.yaml:8:24: between what stands in { } or [ ] there are commas: one is missing here'],
  ],
  [
    'an apostrophe in single quotes',
    { 'name: A test': "name: 'it's one'" },
    [
      "f.yaml:2:11: `s one'` does not belong here: what stands before it has ended (a text with quotes in it stands in quotes of the other kind)",
    ],
  ],
  [
    'a list behind its key',
    { '      user: ana': '      order: - list' },
    ['f.yaml:10:14: a list begins on the line after its key: no `-` can stand here'],
  ],
  [
    'a sign that means something',
    { 'name: A test': 'name: @test' },
    ['f.yaml:2:7: text that begins with `@` stands in quotes'],
  ],
  [
    'a backtick',
    { 'name: A test': 'name: `test`' },
    ['f.yaml:2:7: text that begins with a backtick stands in quotes'],
  ],
  [
    'a tag',
    { 'name: A test': 'name: !test one' },
    ['f.yaml:2:7: text that begins with `!` stands in quotes'],
  ],
  [
    'a backslash',
    { 'name: A test': String.raw`name: "a\qb"` },
    ['f.yaml:2:9: `\\q` means nothing in double quotes: single quotes take it as it is'],
  ],
  [
    'a second scenario',
    { 'steps:': '---\nsteps:' },
    ['f.yaml:4:1: a file holds one scenario: with `---` a second one would begin'],
  ],
  [
    'the same key twice',
    { '      user: ana': '      leaks: 1' },
    ['f.yaml:10:7: the key `leaks` is there already: a map has each key once'],
  ],
])('a mistake in writing is told where it was made: %s', (_, edits, expected) => {
  expect(problemsOf(file(edits))).toEqual(expected);
});

describe('a map with very many keys', () => {
  const most = 60_000;

  it.each<[string, (keys: readonly string[]) => string]>([
    ['one a line', (keys) => keys.map((key) => `${key}: 1\n`).join('')],
    ['in { }', (keys) => `{ ${keys.map((key) => `${key}: 1`).join(', ')} }`],
  ])('is read in a moment: %s', (_, written) => {
    const keys = Array.from({ length: most }, (_key, index) => `k${String(index)}`);
    const before = performance.now();
    expect(parseScenario(written(keys)).ok).toBe(false);
    expect(performance.now() - before).toBeLessThan(8_000);
  });

  it('is told where the first of them stands again', () => {
    expect(problemsOf('a: 1\n'.repeat(most))[0]).toBe(
      'f.yaml:2:1: the key `a` is there already: a map has each key once',
    );
  });

  it('is not told of a key that stands again behind another mistake', () => {
    expect(problemsOf('a: [\nb: 1\nb: 2')).toEqual([
      'f.yaml:1:4: this `[` is never closed: `]` is missing',
    ]);
  });
});
