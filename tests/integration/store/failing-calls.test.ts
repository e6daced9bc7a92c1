import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { askChild } from './children/run-child.ts';

const resultSchema = z.object({
  calls: z.number(),
  outcomes: z.array(
    z.object({
      code: z.string(),
      at: z.number(),
      status: z.enum(['written', 'failed']),
      version: z.union([z.number(), z.string()]),
      isMended: z.boolean(),
    }),
  ),
  leftovers: z.array(z.string()),
});

type Outcome = z.infer<typeof resultSchema>['outcomes'][number];

/** Success is said only of the new value; a failure may leave either, but one of them. */
const isAllowed = ({ status, version, isMended }: Outcome): boolean =>
  isMended && (version === 2 || (status === 'failed' && version === 1));

const failEveryCall = async (mode: 'once' | 'lasting') =>
  resultSchema.parse(await askChild('fail-every-call.ts', [temporaryFolder(), mode]));

describe('a write in which a call of the file system fails', () => {
  it('leaves the old value or the new one, says success only of the new one, and works again', async () => {
    const { calls, outcomes, leftovers } = await failEveryCall('once');
    expect(calls).toBeGreaterThan(10);
    expect(outcomes).toHaveLength(4 * calls);
    expect(outcomes.filter((outcome) => !isAllowed(outcome))).toEqual([]);
    // Those that are passed over are attempts of the library that may fail.
    const failed = outcomes.filter(({ status }) => status === 'failed');
    expect(failed.length).toBeGreaterThan(calls);
    expect(leftovers).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)]);
  });

  it('does the same where every call after it fails as well', async () => {
    const { calls, outcomes } = await failEveryCall('lasting');
    expect(outcomes).toHaveLength(2 * calls);
    expect(outcomes.filter((outcome) => !isAllowed(outcome))).toEqual([]);
  });
});
