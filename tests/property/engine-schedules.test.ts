import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appUserId } from '../../shared/model/ids.ts';
import { decodeWorkflowsList, prefetchedIds } from '../../shared/model/workflows-list.ts';
import { type RuleSet, ruleSets } from '../../shared/policies.ts';
import type { Ending } from '../helpers/endings.ts';
import { minutes } from '../helpers/lab.ts';
import {
  type InFlight,
  type ScheduledEngine,
  generationOf,
  openScheduledEngine,
  workflows,
} from '../helpers/scheduled-engine.ts';

/** More: `ENGINE_SCHEDULES_RUNS=100000`. A failure prints seed and path: give them back to repeat it. */
const environment = (name: string): string | undefined => process.env[`ENGINE_SCHEDULES_${name}`];
const runs = Number(environment('RUNS') ?? 20_000);
const seed = Number(environment('SEED') ?? 20_261_121);
const path = environment('REPLAY_PATH');

type Command =
  | { readonly do: 'offerings' | 'cold-start' | 'log-out' | 'publish' }
  | { readonly do: 'list'; readonly force: boolean }
  | { readonly do: 'workflow'; readonly id: string }
  | { readonly do: 'become' | 'alias'; readonly user: string }
  | { readonly do: 'foreground'; readonly is: boolean }
  | { readonly do: 'advance'; readonly ms: number };

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Command>({ do: 'offerings' }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('list' as const), force: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('workflow' as const),
      id: fc.constantFrom(...workflows, 'o1', 'o7', 'nowhere'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('become' as const, 'alias' as const),
      user: fc.constantFrom('ana', 'ben'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Command>({ do: 'log-out' }, { do: 'cold-start' }, { do: 'publish' }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('foreground' as const), is: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('advance' as const),
      ms: fc.constantFrom(3_000, minutes(6), minutes(26 * 60), -minutes(10)),
    }),
  },
);

const anyEnding: fc.Arbitrary<Ending> = fc.oneof(
  { weight: 7, arbitrary: fc.constant<Ending>('ok') },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Ending[]>('no-answer', 'backend-error', 'rejected', 'malformed'),
  },
);

/** A call that somebody made, and how often it was answered. */
interface Call {
  readonly id: string | null;
  readonly generation: number;
  readonly life: number;
  answered: number;
}

/** Two who ask for one workflow by two names share its body. */
const workflowOf = (id: string): string => id.replace(/^o(?=\d)/, 'w');

/** Everything that is wrong is said in a sentence. */
const watchOver = (rules: RuleSet, scheduler: fc.Scheduler, endings: readonly Ending[]) => {
  const problems: string[] = [];
  const calls: Call[] = [];
  /** For each generation: what people asked for, and how often somebody asked for the rest. */
  const wanted = new Map<number, Set<string>>();
  const asks = new Map<string, number>();
  const isStrict = rules !== 'android';

  const wantedIn = (generation: number): ReadonlySet<string> =>
    wanted.get(generation) ?? new Set<string>();

  const look = (request: InFlight): void => {
    const { what, id, generation } = request;
    const mayAskLate = what === 'cdn' && wantedIn(generation).has(id);
    if (isStrict && generation !== world.engine.generation() && !mayAskLate)
      problems.push(`${what} ${id} of generation ${String(generation)} was asked for too late`);
    const same = [...world.inFlight].filter(
      (other) => other.what === what && other.id === id && other.generation === generation,
    );
    const mates = same.filter(({ life }) => life === request.life);
    // One workflow may change its body while the former one is on its way.
    if (what !== 'cdn' && mates.length > 1) problems.push(`${what} ${id} is asked for twice`);
    if (what === 'list' || what === 'offerings') spend(`${what} ${String(generation)}`);
    if ((what === 'detail' || what === 'cdn') && !mayBeWanted(id, generation))
      problems.push(`nobody asked for ${what} ${id}`);
  };

  const spend = (name: string): void => {
    const left = (asks.get(name) ?? 0) - 1;
    asks.set(name, left);
    if (left < 0) problems.push(`nobody asked for ${name}`);
  };

  const allow = (what: string): void => {
    const name = `${what} ${String(world.engine.generation())}`;
    asks.set(name, (asks.get(name) ?? 0) + 1);
  };

  const listed = (): ReadonlySet<string> => {
    const list = decodeWorkflowsList(world.backend.list());
    return new Set(list.ok ? prefetchedIds(list.value) : []);
  };

  const mayBeWanted = (id: string, generation: number): boolean =>
    wantedIn(generation).has(id) || listed().has(id);

  const world: ScheduledEngine = openScheduledEngine({
    rules,
    scheduler,
    endings,
    onRequest: look,
    onWrite: (hash) => {
      if (isStrict && generationOf(hash) !== world.engine.generation())
        problems.push(`${hash} was written too late`);
    },
  });
  const { engine } = world;

  const follow = (id: string | null, made: Promise<unknown>): void => {
    const call: Call = { id, generation: engine.generation(), life: world.life(), answered: 0 };
    calls.push(call);
    void made.then(() => (call.answered += 1));
  };

  const want = (id: string): void => {
    const generation = engine.generation();
    const ids = new Set(wantedIn(generation)).add(id);
    ids.add(workflowOf(id));
    wanted.set(generation, ids);
  };

  const run = async (command: Command): Promise<void> => {
    switch (command.do) {
      case 'offerings':
        allow('offerings');
        allow('list');
        // What is served stale is refreshed behind, with the list.
        allow('list');
        follow(null, engine.getOfferings());
        return;
      case 'list':
        allow('list');
        follow(null, engine.getWorkflowsList({ force: command.force }));
        return;
      case 'workflow':
        want(command.id);
        follow(command.id, engine.getWorkflow(command.id));
        return;
      case 'become':
        engine.switchUser(appUserId(command.user));
        return;
      case 'alias':
        engine.alias(appUserId(command.user));
        return;
      case 'log-out':
        engine.logOut();
        return;
      case 'cold-start':
        world.coldStart();
        return;
      case 'publish':
        for (const { id, revision } of world.backend.workflows())
          world.backend.change(id, { revision: revision + 1 });
        return;
      case 'foreground':
        allow('offerings');
        allow('list');
        engine.setForeground(command.is);
        return;
      case 'advance':
        await world.advance(command.ms);
    }
  };

  const isNow = ({ generation, life }: Pick<Call, 'generation' | 'life'>): boolean =>
    generation === engine.generation() && life === world.life();

  const checkLimits = (): void => {
    const ahead = [...world.inFlight].filter(
      (request) => isNow(request) && !wantedIn(request.generation).has(request.id),
    );
    for (const what of ['detail', 'cdn'] as const) {
      const count = ahead.filter((request) => request.what === what).length;
      if (count > 4) problems.push(`${String(count)} of ${what} are asked for at once`);
    }
  };

  /** Whoever waits for a workflow waits for a request of it, and never in a queue. */
  const checkPatience = (): void => {
    for (const call of calls) {
      if (call.answered > 0 || call.id === null || !isNow(call)) continue;
      const asked = workflowOf(call.id);
      const isUnderWay = [...world.inFlight].some(
        (request) => isNow(request) && workflowOf(request.id) === asked,
      );
      if (!isUnderWay) problems.push(`${call.id} is waited for and not asked for`);
    }
  };

  const checkOwners = (): void => {
    if (!isStrict) return;
    const { offerings, list, details } = engine.snapshot();
    const hashes = [
      ...[offerings, list, ...details.values()].flatMap((entry) => entry?.bodyHash ?? []),
      ...world.disk.documents().map(({ hash }) => hash),
    ];
    for (const hash of hashes)
      if (generationOf(hash) !== engine.generation()) problems.push(`${hash} is of a former user`);
    if (engine.leaks() > 0) problems.push('something of a former user was served');
  };

  const check = (): void => {
    checkLimits();
    checkPatience();
    checkOwners();
  };

  const checkEnd = (): void => {
    const completed = Map.groupBy(
      world.events().filter(({ type }) => type === 'completed'),
      ({ call }) => call,
    );
    for (const [index, call] of calls.entries()) {
      const times = completed.get(index + 1)?.length ?? 0;
      const isRight = call.life === world.life() ? times === 1 : times <= 1;
      if (!isRight || times !== call.answered)
        problems.push(`call ${String(index + 1)} completed ${String(times)} times`);
    }
    if (world.inFlight.size > 0) problems.push('something is in flight for ever');
  };

  return { run, check, checkEnd, problems, world };
};

describe('in whatever order answers come', () => {
  it.each(ruleSets)(
    'H-12 G-03 G-05 under %s nobody waits in a queue or for ever, nothing is asked for without need, and nothing late is kept',
    async (rules) => {
      await fc.assert(
        fc.asyncProperty(
          fc.scheduler(),
          fc.array(anyCommand, { minLength: 3, maxLength: 12, size: 'max' }),
          fc.array(anyEnding, { maxLength: 40, size: 'max' }),
          async (scheduler, commands, endings) => {
            const { run, check, checkEnd, problems, world } = watchOver(rules, scheduler, endings);
            scheduler.scheduleSequence(
              commands.map((command) => ({
                label: JSON.stringify(command),
                builder: () => run(command),
              })),
            );
            await world.drain(check);
            checkEnd();
            expect(problems).toEqual([]);
          },
        ),
        {
          seed,
          numRuns: Math.max(1, Math.round(runs / ruleSets.length)),
          ...(path === undefined ? {} : { path }),
        },
      );
    },
    60_000 + runs * 30,
  );
});
