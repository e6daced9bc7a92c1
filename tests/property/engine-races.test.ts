import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeWorkflowsList,
  decodeWorkflowsListValue,
  listedIds,
  mapOfferings,
  prefetchedIds,
} from '../../shared/model/workflows-list.ts';
import { type RuleSet, ruleSets } from '../../shared/policies.ts';
import { minutes } from '../helpers/lab.ts';
import { type Race, openRace } from '../helpers/race.ts';
import { type Command, anyCommand, calmCommand } from '../helpers/race-commands.ts';

/** More runs: `ENGINE_RACES_RUNS=600`. A failure prints seed and path: give them back to repeat it. */
const environment = (name: string): string | undefined => process.env[`ENGINE_RACES_${name}`];
const runs = Number(environment('RUNS') ?? 60);
const seed = Number(environment('SEED') ?? 20_260_615);
const path = environment('REPLAY_PATH');
const shortest = 15;
const longest = 25;
const timeoutMs = 60_000 + runs * 3_000;

const check = (
  share: number,
  command: fc.Arbitrary<Command>,
  holds: (commands: readonly Command[]) => Promise<void>,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: shortest, maxLength: longest, size: 'max' }),
      holds,
    ),
    {
      seed,
      numRuns: Math.max(1, Math.round(runs * share)),
      ...(path === undefined ? {} : { path }),
    },
  );

/** Nobody is ever told, or left with, what was fetched for somebody else. */
const expectNoLeak = ({ lab, problems }: Race): void => {
  const { engine, disk } = lab;
  const { offerings, list, details } = engine.snapshot();
  const inMemory = [offerings, list, ...details.values()].filter((entry) => entry !== null);
  const onDisk = [
    disk.readOfferings(),
    disk.readList(),
    ...disk.contents().envelopes.map((id) => disk.readEnvelope(disk.keyOf(id))),
  ].flatMap((result) => (result.status === 'present' ? [result.value] : []));
  const strangers = [...inMemory, ...onDisk].filter(({ user }) => user !== engine.user());
  expect({ leaks: engine.leaks(), strangers, problems }).toEqual({
    leaks: 0,
    strangers: [],
    problems: [],
  });
};

/** Everything has been fetched once. */
const warm: readonly Command[] = [{ do: 'get-offerings' }, { do: 'settle' }];
/** First all downloads are taken and more wait, then all slots for details. */
const full: readonly Command[] = [
  { do: 'hold', target: { what: 'cdn' } },
  { do: 'get-list', force: false },
  { do: 'settle' },
  { do: 'release' },
  { do: 'advance', ms: minutes(6) },
  { do: 'hold', target: { what: 'detail' } },
  { do: 'get-list', force: true },
  { do: 'settle' },
];

/** Plays the commands, and then ends everything that is broken, held or waiting. */
const play = async (
  rules: RuleSet,
  commands: readonly Command[],
  afterEach: (race: Race) => void = () => undefined,
): Promise<Race> => {
  const race = await openRace(rules);
  const { lab } = race;
  for (const command of commands) {
    await race.run(command);
    afterEach(race);
  }
  lab.faults.release();
  lab.faults.heal();
  lab.faults.setOnline(true);
  await lab.settle();
  await lab.advance(minutes(3));
  return race;
};

/** Since the last cold start every call completed once; before it, once at most. */
const expectCompletions = ({ lab, calls, life }: Race): void => {
  const completed = new Map<number, number>();
  for (const { type, call } of lab.timeline.since(1))
    if (type === 'completed' && call !== undefined)
      completed.set(call, (completed.get(call) ?? 0) + 1);
  const wrong = calls.filter(({ number, life: made, answered }) => {
    const count = completed.get(number) ?? 0;
    return count !== answered || (made === life() ? count !== 1 : count > 1);
  });
  expect(wrong).toEqual([]);
};

/** What the list on disk keeps, and nothing else. */
const expectKept = ({ lab }: Race, rules: RuleSet): void => {
  const stored = lab.disk.readList();
  const list = stored.status === 'present' ? decodeWorkflowsListValue(stored.value.body) : null;
  const ids = list?.ok === true ? list.value : { workflows: [] };
  const kept: ReadonlySet<string> = new Set(
    rules === 'recommended' ? prefetchedIds(ids) : listedIds(ids),
  );
  expect(lab.disk.contents().envelopes.filter((id) => !kept.has(id))).toEqual([]);
};

/** Whatever happened, a healthy backend brings everything back. */
const expectRecovery = async ({ lab }: Race): Promise<void> => {
  const { engine, backend } = lab;
  engine.setForeground(true);
  await lab.settle();
  const answer = await engine.getWorkflowsList({ force: true });
  await lab.settle();
  const served = decodeWorkflowsList(backend.project.list(backend.origins));
  if (!served.ok) throw new Error(served.problem);
  expect({ status: answer.status, map: engine.snapshot().workflowByOffering }).toEqual({
    status: 'ok',
    map: mapOfferings(served.value).workflowByOffering,
  });
  for (const { id } of served.value.workflows)
    expect((await engine.getWorkflow(id)).status).toBe('ok');
};

describe('whatever happens in whatever order', () => {
  it.each(['recommended', 'ios'] as const)(
    'G-05 under %s nothing leaks, every call completes once, and the disk holds what its list keeps',
    async (rules) => {
      await check(1 / 3, anyCommand, async (commands) => {
        const race = await play(rules, [...warm, ...commands], expectNoLeak);
        try {
          expectNoLeak(race);
          expectCompletions(race);
          expectKept(race, rules);
          await expectRecovery(race);
          expectNoLeak(race);
        } finally {
          await race.lab.close();
        }
      });
    },
    timeoutMs,
  );

  it(
    'L-09 under android every call completes once, and nothing leaks but by a change of user',
    async () => {
      await check(1 / 3, anyCommand, async (commands) => {
        const race = await play('android', [...warm, ...commands]);
        try {
          expectCompletions(race);
          if (race.lab.engine.generation() === 1) expectNoLeak(race);
          await expectRecovery(race);
        } finally {
          await race.lab.close();
        }
      });
    },
    timeoutMs,
  );

  it.each(ruleSets)(
    'H-12 under %s never more than four details and four downloads run at once while nobody waits',
    async (rules) => {
      await check(1 / 9, calmCommand, async (commands) => {
        const { lab } = await play(rules, [...full, ...commands]);
        try {
          const { detail, download } = lab.backend.record().peaks;
          expect({ detail: detail <= 4, download: download <= 4 }).toEqual({
            detail: true,
            download: true,
          });
        } finally {
          await lab.close();
        }
      });
    },
    timeoutMs,
  );
});
