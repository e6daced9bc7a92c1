import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../main/tools/shoot/arguments.ts';

const everything = {
  groups: [],
  locales: [],
  colorModes: ['light', 'dark'],
  size: { width: 390, height: 844 },
};

const read = (line: string) => readArguments(line === '' ? [] : line.split(' '));

describe('the arguments of npm run shoot', () => {
  it.each([
    ['', {}],
    ['--project demo', {}],
    ['--project my/project --out pictures', { project: 'my/project', out: 'pictures' }],
    ['--workflow wf_a --workflow wf_b', { groups: ['wf_a', 'wf_b'] }],
    ['--locale ar --locale de_DE', { locales: ['ar', 'de_DE'] }],
    ['--light', { colorModes: ['light'] }],
    ['--dark', { colorModes: ['dark'] }],
    ['--light --dark', {}],
    ['--size 768x1024', { size: { width: 768, height: 1024 } }],
  ])('are understood: %s', (line, changes) => {
    expect(read(line)).toEqual({ kind: 'run', options: { ...everything, ...changes } });
  });

  it('ask for help', () => {
    expect(read('--dark --help')).toEqual({ kind: 'help' });
  });

  it.each([
    ['--size large', '--size must be like 390x844, each side from 100 to 4000, not large.'],
    ['--size 390x9', '--size must be like 390x844, each side from 100 to 4000, not 390x9.'],
    ['demo', 'demo is no option; a project folder is named by --project.'],
    ['--out=', '--project, --out, --workflow and --locale need a value.'],
    ['--colour', "Unknown option '--colour'; see --help."],
  ])('are refused: %s', (line, sentence) => {
    expect(read(line)).toEqual({ kind: 'refused', sentence });
  });
});
