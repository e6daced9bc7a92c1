import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { watchRequests } from '../../main/app/session/request-watch.ts';
import { viewOf } from '../../main/app/view.ts';
import { createEventRing } from '../../renderer/state/event-ring.ts';
import { freshnessAt } from '../../renderer/state/moment.ts';
import { chainOf } from '../../renderer/state/why.ts';
import { workflowId } from '../../shared/model/ids.ts';
import { type RuleSet, ruleSets } from '../../shared/policies.ts';
import {
  type CacheFold,
  type CacheSide,
  type CachedCopy,
  type Known,
  createCacheFold,
  freshnessThen,
  knownOf,
} from '../../shared/timeline/cache-at.ts';
import type { EventId } from '../../shared/timeline.ts';
import { type Lab, minutes } from '../helpers/lab.ts';
import { type Race, openRace } from '../helpers/race.ts';
import { type Command, anyCommand, workflowIds } from '../helpers/race-commands.ts';

/** More runs: `ENGINE_RACES_RUNS=600`, as for the races themselves. */
const environment = (name: string): string | undefined => process.env[`ENGINE_RACES_${name}`];
const runs = Math.max(1, Math.round(Number(environment('RUNS') ?? 60) / 4));
const seed = Number(environment('SEED') ?? 20_260_615);
const path = environment('REPLAY_PATH');
const timeoutMs = 60_000 + runs * 6_000;

type Step = Command | { readonly do: 'rules'; readonly to: RuleSet };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 20, arbitrary: anyCommand },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('rules'), to: fc.constantFrom(...ruleSets) }),
  },
);

const momentOf = ({ engine }: Lab, now: number) => ({
  now,
  isForeground: engine.isForeground(),
  rules: engine.rules(),
});

/** What the window makes of the events, beside what the engine says of itself. */
interface Sight {
  readonly fold: CacheFold;
  readonly ring: ReturnType<typeof createEventRing>;
}

const watch = ({ timeline }: Lab): Sight => {
  const sight = { fold: createCacheFold(1), ring: createEventRing(100_000) };
  timeline.onEvent((event) => {
    // As it crosses to the window.
    const crossed = JSON.parse(JSON.stringify(event)) as typeof event;
    sight.fold.apply(crossed);
    sight.ring.push([crossed]);
  });
  return sight;
};

const idsIn = (side: CacheSide): readonly string[] =>
  [...side.details].flatMap(([id, copy]) => (copy === null ? [] : [id]));

const told = (lab: Lab, now: number, known: Known) =>
  known === null || known === 'unknown'
    ? known
    : {
        freshness: freshnessThen(known, momentOf(lab, now)),
        storedAt: known.storedAt,
        user: known.user,
        bodyHash: known.hash,
      };

/** Memory by the events is memory by the engine: nothing more, nothing less. */
const memoryByEvents = (lab: Lab, side: CacheSide, now: number) => ({
  offerings: told(lab, now, side.offerings),
  list: told(lab, now, side.list),
  details: Object.fromEntries(
    idsIn(side)
      .toSorted()
      .map((id) => [id, told(lab, now, knownOf(side, { id }))]),
  ),
});

const memoryByEngine = ({ engine }: Lab) => {
  const { offerings, list, details } = engine.snapshot();
  return {
    offerings,
    list,
    details: Object.fromEntries(
      [...details]
        .map(([id, { sizeBytes: _, ...entry }]) => [id as string, entry] as const)
        .toSorted(([one], [other]) => one.localeCompare(other)),
    ),
  };
};

const onDisk = (
  result: ReturnType<Lab['disk']['readList']>,
): Pick<CachedCopy, 'user' | 'hash' | 'storedAt'> | null =>
  result.status === 'present'
    ? { user: result.value.user, hash: result.value.hash, storedAt: result.value.storedAt }
    : null;

const tellDisk = (known: Known) =>
  known === null || known === 'unknown'
    ? known
    : { user: known.user, hash: known.hash, storedAt: known.storedAt };

/** What is unknown may be anything; a time that is unknown may be any. */
const hold = (known: Known, real: ReturnType<typeof onDisk>) => {
  if (known === 'unknown') return 'unknown';
  const told = tellDisk(known);
  if (real === null || told === null || told === 'unknown') return real;
  return told.storedAt === 'unknown' ? { ...real, storedAt: 'unknown' } : real;
};

const expectDiskAgrees = ({ disk }: Lab, side: CacheSide): void => {
  const ids = [...new Set([...disk.contents().envelopes, ...side.details.keys()])].toSorted();
  const read = (id: string) => onDisk(disk.readEnvelope(disk.keyOf(id)));
  const known = (id: string) => knownOf(side, { id });
  expect({
    offerings: tellDisk(side.offerings),
    list: tellDisk(side.list),
    details: ids.map((id) => [id, tellDisk(known(id))]),
  }).toEqual({
    offerings: hold(side.offerings, onDisk(disk.readOfferings())),
    list: hold(side.list, onDisk(disk.readList())),
    details: ids.map((id) => [id, hold(known(id), read(id))]),
  });
};

/** The rows that a window shows, by the function that it counts down with. */
const expectRowsAgree = (lab: Lab, now: number): void => {
  const watch = watchRequests(lab.timeline);
  const clock = { state: () => ({ kind: 'virtual', now }) as const };
  const { workflows } = viewOf({ session: lab, watch, clock }, []);
  watch.close();
  const shown = workflows.flatMap(({ id, copy }) =>
    copy === null ? [] : [[id, freshnessAt(copy.storedAt, momentOf(lab, now)).freshness]],
  );
  const { details } = lab.engine.snapshot();
  expect(Object.fromEntries(shown)).toEqual(
    Object.fromEntries([...details].map(([id, { freshness }]) => [id, freshness])),
  );
};

const chainByEngine = (lab: Lab, eventId: EventId): readonly EventId[] => {
  const event = lab.timeline.find(eventId);
  if (event === null) return [];
  return [...(event.cause === undefined ? [] : chainByEngine(lab, event.cause)), eventId];
};

/** Why something is as it is: the window finds the event that put it there, and what led to that. */
const expectCausesAgree = (lab: Lab, { fold, ring }: Sight): void => {
  const { memory } = fold.read();
  for (const id of workflowIds) {
    const copy = knownOf(memory, { id });
    if (copy === null || copy === 'unknown') continue;
    const by = lab.timeline.find(copy.by);
    expect([by?.id, by?.hash]).toEqual([
      id,
      lab.engine.snapshot().details.get(workflowId(id))?.bodyHash,
    ]);
    expect(chainOf(ring, copy.by).map(({ eventId }) => eventId)).toEqual(
      chainByEngine(lab, copy.by).slice(-50),
    );
  }
};

const expectAgreement = (race: Race, sight: Sight): void => {
  const { lab } = race;
  // The clock of the lab stands still between two commands.
  const now = lab.now();
  const { memory, disk } = sight.fold.read();
  expect(memoryByEvents(lab, memory, now)).toEqual(memoryByEngine(lab));
  expectDiskAgrees(lab, disk);
  expectRowsAgree(lab, now);
};

const runStep = async (race: Race, step: Step): Promise<void> => {
  if (step.do === 'rules') race.lab.engine.setRules(step.to);
  else await race.run(step);
};

describe('whatever happens, the window and the engine agree', () => {
  it.each(ruleSets)(
    'A8 under %s on what memory and disk hold, how fresh it is, and why',
    async (rules) => {
      const steps = fc.array(anyStep, { minLength: 15, maxLength: 25, size: 'max' });
      await fc.assert(
        fc.asyncProperty(steps, async (commands) => {
          const race = await openRace(rules);
          const sight = watch(race.lab);
          try {
            for (const step of [{ do: 'get-offerings' }, { do: 'settle' }, ...commands] as Step[]) {
              await runStep(race, step);
              expectAgreement(race, sight);
            }
            await race.lab.advance(minutes(1));
            expectAgreement(race, sight);
            expectCausesAgree(race.lab, sight);
          } finally {
            await race.lab.close();
          }
        }),
        { seed, numRuns: runs, ...(path === undefined ? {} : { path }) },
      );
    },
    timeoutMs,
  );
});
