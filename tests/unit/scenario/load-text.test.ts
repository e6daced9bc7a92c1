import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScenarioText } from '../../../main/scenario/load.ts';

const scenario = (project: string, before = ''): string =>
  `${before}format: 1\nname: A\nproject: ${project}\nsteps: []\n`;

const description = (before: string): unknown => {
  const loaded = loadScenarioText({ text: scenario('demo', before), folder: null });
  return loaded.ok ? loaded.description : loaded.problems;
};

describe('what a scenario says of itself', () => {
  it.each<[string, string, string | null]>([
    ['nothing', '', null],
    ['a comment', '# What is\n#   seen.\n', 'What is seen.'],
    ['paragraphs', '\n# One.\n#\n# Two.\n\n# Three.\n\n', 'One. Two. Three.'],
    ['an empty comment', '#\n', null],
  ])('is the comment that it begins with: %s', (_name, before, expected) => {
    expect(description(before)).toBe(expected);
  });

  it('is told in its first words where it has no end', () => {
    expect(description(`# ${'word '.repeat(100_000)}\n`)).toHaveLength(2_001);
  });

  it('is no name that goes on and on', () => {
    const text = scenario('demo').replace('name: A', `name: ${'A'.repeat(201)}`);
    expect(loadScenarioText({ text, folder: null })).toMatchObject({
      ok: false,
      problems: [{ key: 'name', message: 'must be at most 200 letters long' }],
    });
  });

  it('is no comment of a later line', () => {
    const text = scenario('demo').replace('name: A', 'name: A # later\n# still later');
    expect(loadScenarioText({ text, folder: null })).toMatchObject({ ok: true, description: null });
  });
});

describe('a project that is made', () => {
  const project = (...bytes: readonly number[]): string =>
    `{ workflows: [${bytes.map((each, n) => `{ id: wf_${n}, offering: null, bytes: ${each} }`).join(', ')}] }`;

  it('has no more bytes than a machine can bear, however many workflows they are in', () => {
    const load = (text: string) => loadScenarioText({ text, folder: null });
    expect(load(scenario(project(60_000_000, 40_000_000)))).toMatchObject({ ok: true });
    expect(load(scenario(project(60_000_000, 40_000_001)))).toMatchObject({
      ok: false,
      problems: [
        {
          key: 'project.workflows',
          message: 'the `bytes` of all workflows together must be at most 100000000',
        },
      ],
    });
  });
});

describe('a project on another machine', () => {
  it.each(['//machine/share', String.raw`\\\\machine\\share`, String.raw`/\\machine/share`])(
    'is not looked for: Windows would sign in there (%s)',
    (folder) => {
      for (const beside of [null, path.resolve('.')])
        expect(
          loadScenarioText({ text: scenario(JSON.stringify(folder)), folder: beside }),
        ).toMatchObject({
          ok: false,
          problems: [{ key: 'project', message: expect.stringContaining('of this machine') }],
        });
    },
  );
});

describe('a scenario that was dropped', () => {
  it('is told to be opened from disk where its project lies beside it', () => {
    expect(loadScenarioText({ text: scenario('./shop'), folder: null })).toEqual({
      ok: false,
      problems: [
        {
          line: 3,
          column: 1,
          key: 'project',
          message:
            'a file that was dropped does not say where it lies, so the folder ./shop beside it cannot be found: open the file from disk (File, Open Scenario or Report…, or `npm start -- FILE`)',
        },
      ],
    });
  });

  it('may name a project by where it really is', () => {
    const folder = path.resolve('main/project/demo');
    expect(loadScenarioText({ text: scenario(folder), folder: null })).toMatchObject({ ok: true });
  });
});
