import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fastBase, temporaryFolder } from '../../helpers/temp-folder.ts';
import { askChild } from './children/run-child.ts';
import { type WriteSubject, writeSubjects } from './children/write-subjects.ts';

const resultSchema = z.object({
  calls: z.number(),
  outcomes: z.array(
    z.object({
      code: z.string(),
      at: z.number(),
      isWritten: z.boolean(),
      version: z.union([z.number(), z.string()]),
      isMended: z.boolean(),
    }),
  ),
  leftovers: z.array(z.string()),
});

type Outcome = z.infer<typeof resultSchema>['outcomes'][number];

/** Success is said only of the new value; a failure may leave either, but one of them. */
const isAllowed = ({ isWritten, version, isMended }: Outcome): boolean =>
  isMended && (version === 2 || (!isWritten && version === 1));

const failEveryCall = async (mode: 'once' | 'lasting', subject: WriteSubject) =>
  resultSchema.parse(
    await askChild('fail-every-call.ts', [temporaryFolder(fastBase), mode, subject]),
  );

describe.each(writeSubjects)('a write of %s', (subject) => {
  it('in which a call fails leaves the old value or the new one, says success only of the new one, and works again', async () => {
    const { calls, outcomes, leftovers } = await failEveryCall('once', subject);
    expect(calls).toBeGreaterThan(5);
    expect(outcomes).toHaveLength(4 * calls);
    expect(outcomes.filter((outcome) => !isAllowed(outcome))).toEqual([]);
    // Those that are passed over are attempts of the library that may fail.
    expect(outcomes.filter(({ isWritten }) => !isWritten).length).toBeGreaterThan(calls);
    expect(leftovers).toEqual([]);
  });

  it('survives a power cut once it is said to be there: its bytes are synced, then its name', async () => {
    const calls = z
      .array(z.string())
      .parse(await askChild('order-of-calls.ts', [temporaryFolder(fastBase), subject]));
    const named = calls.lastIndexOf('renameSync');
    expect({
      bytes: calls.slice(0, named).some((name) => /^f(data)?sync/.test(name)),
      name: calls.slice(named).includes('fsyncSync'),
    }).toEqual({ bytes: true, name: true });
  });

  it('does the same where every call after the one that fails does, too', async () => {
    const { calls, outcomes } = await failEveryCall('lasting', subject);
    expect(outcomes).toHaveLength(2 * calls);
    expect(outcomes.filter((outcome) => !isAllowed(outcome))).toEqual([]);
  });
});
