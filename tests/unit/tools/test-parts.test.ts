import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../main/tools/test/arguments.ts';
import { PARTS } from '../../../main/tools/test/parts.ts';
import { countSpecs, type CountedReport, hostLines } from '../../../main/tools/test/playwright.ts';
import { failure, judge, NOTHING, sum } from '../../../main/tools/test/result.ts';
import { countScenarios } from '../../../main/tools/test/scenarios.ts';
import { partLine, summaryLines } from '../../../main/tools/test/summary.ts';

describe('the arguments of npm test', () => {
  const known = ['types', 'unit', 'e2e'];

  it('name no part and mean all', () => {
    expect(readArguments([], known)).toEqual({ kind: 'run', parts: known, env: {} });
  });

  it('name parts, which run in their usual order and once', () => {
    expect(readArguments(['e2e', 'types', 'e2e'], known)).toEqual({
      kind: 'run',
      parts: ['types', 'e2e'],
      env: {},
    });
  });

  it('tell the crash tests what to repeat, and are refused without a number', () => {
    const given = ['unit', '--rounds', '20', '--seed', '7', '--from', '13'];
    expect(readArguments(given, known)).toEqual({
      kind: 'run',
      parts: ['unit'],
      env: { CRASH_ROUNDS: '20', CRASH_SEED: '7', CRASH_FROM: '13' },
    });
    expect(['--seed', '--seed x'].map((line) => readArguments(line.split(' '), known))).toEqual(
      Array(2).fill({ kind: 'refused', sentence: '`--seed` needs a number.' }),
    );
  });

  it('ask for help', () => {
    expect(readArguments(['unit', '--help'], known)).toEqual({ kind: 'help' });
  });

  it('are refused where a part does not exist', () => {
    expect(readArguments(['unit', 'poetry'], known)).toEqual({
      kind: 'refused',
      sentence: 'There is no part `poetry`: the parts are types, unit, e2e.',
    });
  });

  it('have a script in package.json for every part', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const expected = PARTS.map(({ name }) => [
      `test:${name}`,
      `node main/tools/run.mjs test ${name}`,
    ]);
    expect(scripts).toMatchObject(Object.fromEntries(expected));
  });
});

describe('a result', () => {
  const good = { ...NOTHING, passed: 3 };

  it('stays as it is where the tool did what it reported', () => {
    expect(judge('vitest', 0, good)).toEqual(good);
    expect(judge('vitest', 1, { ...good, failed: 2 })).toEqual({ ...good, failed: 2 });
  });

  it('fails where the tool failed although no test did', () => {
    expect(judge('vitest', 1, good)).toEqual(sum([good, failure('vitest ended with status 1.')]));
    expect(judge('vitest', null, good)).toEqual(
      sum([good, failure('vitest was stopped by a signal.')]),
    );
  });

  it('fails where nothing ran', () => {
    expect(judge('vitest', 0, NOTHING)).toEqual(failure('vitest ran nothing.'));
  });

  it('fails where a test is skipped and does not say why', () => {
    const explained = { name: 'a', reason: 'no moon' };
    const skipped = [explained, { name: 'b', reason: null }];
    expect(judge('vitest', 0, { ...NOTHING, skipped })).toEqual({
      ...failure('"b" is skipped and does not say why.'),
      skipped: [explained],
    });
  });
});

describe('the scenario runner is counted', () => {
  it('by its last line', () => {
    const output = 'ok a (3 checks)\n5 passed, 0 failed\nFAIL b\n2 passed, 1 failed\n';
    expect(countScenarios(output)).toEqual({ ...NOTHING, passed: 2, failed: 1 });
  });

  it.each(['', 'ok a (3 checks)\n', '2 passed, 1 failed in all\n', '1 passed, 0 failed\nmore\n'])(
    'as broken where that line is missing: %j',
    (output) => {
      expect(countScenarios(output)).toBeNull();
    },
  );
});

describe('playwright is counted', () => {
  type Status = 'expected' | 'unexpected' | 'flaky' | 'skipped';
  const spec = (
    title: string,
    status: Status,
    annotations: object[] = [],
    projects: string[] = ['browser'],
  ) => ({
    title,
    file: 'a.spec.ts',
    tests: projects.map((projectName) => ({ status, annotations, projectName })),
  });
  const report = (specs: object[], suites: object[] = [], errors: object[] = []) =>
    ({ suites: [{ specs, suites }], errors }) as unknown as CountedReport;

  it('in nested groups, a flaky test as failed, with the reasons of what was skipped', () => {
    const specs = [
      spec('works', 'expected'),
      spec('breaks', 'unexpected'),
      spec('wavers', 'flaky'),
    ];
    const nested = {
      specs: [
        spec('rests', 'skipped', [{ type: 'skip', description: 'no electron here' }]),
        spec('hides', 'skipped', [{ type: 'skip' }]),
      ],
    };
    expect(countSpecs(report(specs, [nested]))).toEqual({
      passed: 1,
      failed: 2,
      skipped: [
        { name: 'a.spec.ts > rests (browser)', reason: 'no electron here' },
        { name: 'a.spec.ts > hides (browser)', reason: null },
      ],
      problems: [],
    });
  });

  it('with one line for what does not run on a host for one reason, and what ran on which', () => {
    const none = [{ type: 'skip', description: 'no electron here' }];
    const given = report([
      spec('one', 'expected', [], ['browser', 'stand-in']),
      spec('two', 'expected', [], ['browser']),
      spec('one', 'skipped', none, ['electron']),
      spec('two', 'skipped', none, ['electron']),
    ]);
    expect([countSpecs(given).skipped, hostLines(given)]).toEqual([
      [{ name: 'a.spec.ts, 2 specs (electron)', reason: 'no electron here' }],
      ['  a.spec.ts: browser 2 ran; stand-in 1 ran; electron 2 skipped'],
    ]);
  });

  it('with a failure for each error outside of a test', () => {
    expect(countSpecs(report([], [], [{ message: 'No tests found' }]))).toEqual(
      failure('No tests found'),
    );
  });
});

describe('the summary', () => {
  const parts = [
    {
      name: 'unit',
      result: { ...NOTHING, passed: 7, skipped: [{ name: 'a', reason: 'no moon' }] },
    },
    { name: 'lint', result: { ...failure('eslint: see above.'), passed: 1 } },
    { name: 'e2e', result: { ...failure('No tests found'), failed: 3 } },
  ];

  it('lists what was skipped and why, what failed, and ends with the counts over all parts', () => {
    expect(summaryLines(parts)).toEqual([
      '',
      'Skipped:',
      '  unit > a: no moon',
      '',
      'Failed:',
      '  lint: eslint: see above.',
      '  e2e: 2 of its tests',
      '  e2e: No tests found',
      '',
      '8 passed, 4 failed',
    ]);
  });

  it('is just the counts where all is well', () => {
    expect(summaryLines([{ name: 'unit', result: { ...NOTHING, passed: 7 } }])).toEqual([
      '',
      '7 passed, 0 failed',
    ]);
  });

  it('says the same of each part under its own output', () => {
    expect(parts.map(partLine)).toEqual([
      'unit: 7 passed, 0 failed, 1 skipped',
      'lint: 1 passed, 1 failed',
      'e2e: 0 passed, 3 failed',
    ]);
  });
});
