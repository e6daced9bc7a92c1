import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../main/scenario/parse.ts';
import { writeScenario } from '../../../main/scenario/record/write-scenario.ts';
import { decodeScenario } from '../../../shared/scenario/format.ts';
import { stepWords } from '../../../shared/scenario/step-words.ts';
import { unroll } from '../../../shared/scenario/unroll.ts';
import { writeStep } from '../../../shared/scenario/write-step.ts';

const files = globSync('{tests/scenarios/**/*.yaml,main/scenario/shipped/*}');

const read = (file: string) => {
  const result = parseScenario(readFileSync(file, 'utf8'));
  if (!result.ok) throw new Error(`${file}: ${JSON.stringify(result.problems)}`);
  return result.parsed.scenario;
};

describe('a step that is written', () => {
  it.each(files)('is the same when it is read again: %s', (file) => {
    const { steps } = read(file);
    const written = { format: 1, name: 'Again', project: 'demo', steps: steps.map(writeStep) };
    expect(decodeScenario(written)).toMatchObject({ ok: true, scenario: { steps } });
  });

  it.each(files)('is a file that people can read: %s', (file) => {
    const scenario = read(file);
    const steps = [...unroll(scenario)].slice(0, 50).map(({ step }) => step);
    const parts = { name: ' A: "name" #1\n', description: 'Says it:\nall.', project: 'demo' };
    const { rules, start } = scenario;
    const text = writeScenario({ ...parts, rules, start: { ...start, user: '@b' }, steps });
    const result = parseScenario(text);
    expect(result.ok && result.parsed.scenario).toMatchObject({
      name: 'A: "name" #1',
      rules,
      start: { user: '@b' },
      steps,
    });
    expect(text).toMatch(/^# Says it: all\.\n/);
    expect(text).not.toMatch(/^ *- [a-z-]+: null$/m);
  });

  it('is told in words', () => {
    const words = files.flatMap((file) =>
      [...unroll(read(file))].map(({ step }) => stepWords(step)),
    );
    expect(words.filter((line) => /undefined|\[object|NaN/.test(line) || line === '')).toEqual([]);
    expect(words).toEqual(
      expect.arrayContaining(['The clock goes on 5 minutes', 'Cold start: memory is empty']),
    );
  });
});
