import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../main/tools/bench/arguments.ts';

const known = ['fresh-hit', 'join', 'scale'];
const read = (line: string) => readArguments(line === '' ? [] : line.split(' '), known);

describe('the arguments of npm run bench', () => {
  it.each([
    ['', { names: known }],
    ['join', { names: ['join'] }],
    ['scale fresh-hit', { names: ['fresh-hit', 'scale'] }],
    ['--json', { names: known, isJson: true }],
    ['join --quick --json', { names: ['join'], isJson: true, isQuick: true }],
  ])('are understood: %s', (line, changes) => {
    const options = { isJson: false, isQuick: false, ...changes };
    expect(read(line)).toEqual({ kind: 'run', options });
  });

  it('ask for help, or for the names', () => {
    expect([read('join --help'), read('--list')]).toEqual([{ kind: 'help' }, { kind: 'list' }]);
  });

  it.each([
    ['jion', 'There is no row jion; did you mean `join`? The rows are fresh-hit, join, scale.'],
    ['--list quux', 'There is no row quux. The rows are fresh-hit, join, scale.'],
    ['--fast', "Unknown option '--fast'; see --help."],
  ])('are refused: %s', (line, sentence) => {
    expect(read(line)).toEqual({ kind: 'refused', sentence });
  });
});
