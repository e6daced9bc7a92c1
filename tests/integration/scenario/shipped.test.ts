import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeScenario } from '../../../main/scenario/describe.ts';
import { loadScenario } from '../../../main/scenario/load.ts';
import { runScenario } from '../../../main/scenario/run.ts';
import { shipped, shippedFolder } from '../../../main/scenario/shipped.ts';

const fileOf = (name: string): string => path.join(shippedFolder, name);

const claims = shipped.flatMap(({ name, holdsUnder }) =>
  holdsUnder.map((rules) => ({ name, rules })),
);

describe('the scenarios that come with the app', () => {
  it('are all that lie there, and each has a sentence', () => {
    expect(shipped.map(({ name }) => name).toSorted()).toEqual(
      readdirSync(shippedFolder).toSorted(),
    );
    for (const { name } of shipped)
      expect(describeScenario(readFileSync(fileOf(name), 'utf8'))).toMatchObject({
        ok: true,
        description: expect.stringMatching(/^[A-Z].*\.$/),
      });
  });

  it.each(claims)(
    'hold under the rules that are claimed: $name, $rules',
    async ({ name, rules }) => {
      const loaded = loadScenario(fileOf(name));
      if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
      const result = await runScenario(loaded, { rules, keepGoing: true });
      expect(result).toMatchObject({ ok: true, failures: [] });
    },
  );
});
