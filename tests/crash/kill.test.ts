import { describe, expect, it } from 'vitest';
import { runRounds } from './support/rounds.ts';

const number = (name: string, otherwise: number): number =>
  Number(process.env[`CRASH_${name}`] ?? otherwise);

/** `npm run test:crash -- --rounds 1000 --seed 7 --from 120`. */
const seed = number('SEED', 20_261_121);
const from = number('FROM', 0);
const rounds = number('ROUNDS', 200);

const isWindows = process.platform === 'win32';

describe('kill -9', () => {
  it(
    `T-07 of a session at ${String(rounds)} random moments loses nothing that was acknowledged, and leaves nothing half written`,
    { timeout: 60_000 + rounds * 2_000 },
    async (context) => {
      context.skip(isWindows, 'Windows has no signal that kills');
      const results = await runRounds({ seed, from, rounds });
      const failures = results
        .filter(({ problems }) => problems.length > 0)
        .map(({ round, problems }) => ({
          repeat: `npm run test:crash -- --seed ${String(seed)} --from ${String(round)} --rounds 1`,
          problems,
        }));
      expect(failures).toEqual([]);
      expect(results.length).toBeGreaterThanOrEqual(rounds);
      // Most of them died in the middle of something.
      const busy = results.filter(({ persisted }) => persisted > 0);
      expect(busy.length).toBeGreaterThan(results.length / 3);
    },
  );
});
