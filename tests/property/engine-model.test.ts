import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../shared/answers.ts';
import { appUserId } from '../../shared/model/ids.ts';
import { publishedRevision } from '../../shared/model/workflow.ts';
import { type RuleSet, ruleSets } from '../../shared/policies.ts';
import type { Ending } from '../helpers/endings.ts';
import { minutes } from '../helpers/lab.ts';
import { type Endings, Model, type ModelAnswer } from '../helpers/model.ts';
import { type PaperWorkflow, createPaperBackend } from '../helpers/paper-backend.ts';
import { type PaperEngine, openPaperEngine } from '../helpers/paper-engine.ts';
import { fastBase } from '../helpers/temp-folder.ts';

/** More: `ENGINE_MODEL_RUNS=10000`. A failure prints seed and path: give them back to repeat it. */
const environment = (name: string): string | undefined => process.env[`ENGINE_MODEL_${name}`];
const runs = Number(environment('RUNS') ?? 900);
const seed = Number(environment('SEED') ?? 20_261_121);
const replayPath = environment('REPLAY_PATH');

const ids = ['w1', 'w2', 'w3', 'w4'] as const;

const paper: readonly PaperWorkflow[] = ids.map((id, index) => ({
  id,
  offering: `o${id.slice(1)}`,
  prefetch: index < 3,
  delivery: index % 2 === 0 ? 'inline' : 'cdn',
  revision: 1,
}));

type Command =
  | { readonly do: 'offerings' | 'cold-start' | 'log-out' }
  | { readonly do: 'list'; readonly force: boolean }
  | { readonly do: 'workflow'; readonly id: string }
  | { readonly do: 'foreground'; readonly is: boolean }
  | { readonly do: 'advance'; readonly ms: number }
  | { readonly do: 'end'; readonly what: keyof Endings; readonly as: Ending }
  | { readonly do: 'publish'; readonly id: string }
  | {
      readonly do: 'change';
      readonly id: string;
      readonly to: Partial<Pick<PaperWorkflow, 'prefetch' | 'offering' | 'delivery'>>;
    };

const anyId = fc.constantFrom(...ids);
const endpoints = ['offerings', 'list', 'detail', 'cdn'] as const;

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Command>({ do: 'offerings' }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('list' as const), force: fc.boolean() }) },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('workflow' as const),
      id: fc.constantFrom(...ids, 'o1', 'o2', 'o4', 'nowhere'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Command>({ do: 'cold-start' }, { do: 'log-out' }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('foreground' as const), is: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('advance' as const),
      ms: fc.constantFrom(minutes(2), minutes(6), minutes(26 * 60), -minutes(10)),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('end' as const),
      what: fc.constantFrom(...endpoints),
      as: fc.constantFrom<Ending[]>(
        'ok',
        'ok',
        'ok',
        'no-answer',
        'backend-error',
        'rejected',
        'malformed',
      ),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('publish' as const), id: anyId }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      id: anyId,
      to: fc.oneof(
        fc.record({ prefetch: fc.boolean() }),
        fc.record({ offering: fc.constantFrom('o1', 'o2', 'o3', 'o4', null) }),
        fc.record({ delivery: fc.constantFrom('inline' as const, 'cdn' as const) }),
      ),
    }),
  },
);

const brief = (answer: Answer<unknown> | null): unknown => {
  if (answer === null) return 'pending';
  if (answer.status === 'error') return { error: answer.error.code };
  const { source, freshness, value } = answer;
  const workflow = (value as { workflow?: Parameters<typeof publishedRevision>[0] }).workflow;
  const revision = workflow === undefined ? {} : { revision: publishedRevision(workflow) };
  return { source, freshness, ...revision };
};

const sorted = (entries: Iterable<readonly [string, unknown]>): Record<string, unknown> =>
  Object.fromEntries([...entries].toSorted(([one], [other]) => (one < other ? -1 : 1)));

const revisionIn = (body: unknown): number => {
  const envelope = body as { url?: string; data?: { metadata: { revision: number } } };
  return envelope.data?.metadata.revision ?? Number(/(\d+)\.json$/.exec(envelope.url ?? '')?.[1]);
};

/** What the engine holds, in memory and on disk. */
const stateOfEngine = ({ engine, disk }: PaperEngine) => {
  const { offerings, list, details, workflowByOffering } = engine.snapshot();
  const contents = engine.contents();
  const stored = disk.readList();
  const envelopes = disk.contents().envelopes.map((id) => {
    const read = disk.readEnvelope(disk.keyOf(id));
    const revision = read.status === 'present' ? revisionIn(read.value.body) : read.status;
    return [
      id,
      `${disk.isPrefetched(id) ? 'prefetched' : 'on-demand'} ${String(revision)}`,
    ] as const;
  });
  return {
    offerings: offerings?.freshness ?? null,
    list: list?.freshness ?? null,
    map: sorted(workflowByOffering),
    details: sorted(
      [...details].map(([id, { freshness }]) => {
        const workflow = contents.detail(id)?.workflow;
        const revision = workflow === undefined ? null : publishedRevision(workflow);
        return [id, `${freshness} ${String(revision)}`];
      }),
    ),
    disk: {
      offerings: disk.contents().offerings,
      list: stored.status === 'present' ? stored.value.storedAt : null,
      envelopes: sorted(envelopes),
    },
  };
};

const stateOfModel = (model: Model): ReturnType<typeof stateOfEngine> => ({
  offerings: model.offerings && model.freshness(model.offerings),
  list: model.list && model.freshness(model.list),
  map: sorted(model.map),
  details: sorted(
    [...model.details].map(([id, entry]) => [
      id,
      `${model.freshness(entry)} ${String(entry.workflow.revision)}`,
    ]),
  ),
  disk: {
    offerings: model.disk.offerings !== null,
    list: model.disk.list?.storedAt ?? null,
    envelopes: sorted(
      [...model.disk.envelopes].map(([id, { keep, workflow }]) => [
        id,
        `${keep} ${String(workflow.revision)}`,
      ]),
    ),
  },
});

const play = async (
  rules: RuleSet,
  persistOnDemand: boolean,
  commands: readonly Command[],
): Promise<void> => {
  const folder = mkdtempSync(path.join(fastBase, 'paywall-preview-model-'));
  const backend = createPaperBackend(paper);
  const model = new Model(rules, backend, persistOnDemand);
  const { endings } = model;
  const world = openPaperEngine({ rules, backend, endings, persistOnDemand, folder });
  const { engine } = world;

  const compare = async (
    call: () => Promise<Answer<unknown>>,
    expected: () => ModelAnswer,
  ): Promise<void> => {
    let answer: Answer<unknown> | null = null;
    void call().then((value) => (answer = value));
    await world.advance(0);
    expect(brief(answer)).toEqual(expected());
  };

  const run = async (command: Command): Promise<void> => {
    switch (command.do) {
      case 'offerings':
        return compare(
          () => engine.getOfferings(),
          () => model.getOfferings(),
        );
      case 'list':
        return compare(
          () => engine.getWorkflowsList({ force: command.force }),
          () => model.getList(command.force),
        );
      case 'workflow':
        return compare(
          () => engine.getWorkflow(command.id),
          () => model.getWorkflow(command.id),
        );
      case 'cold-start':
        engine.coldStart();
        model.coldStart();
        return;
      case 'log-out':
        engine.alias(appUserId('ana'));
        model.changeUser();
        return;
      case 'foreground':
        engine.setForeground(command.is);
        model.setForeground(command.is);
        return;
      case 'advance':
        await world.advance(command.ms);
        return;
      case 'end':
        endings[command.what] = command.as;
        return;
      case 'publish': {
        const { revision = 0 } = backend.workflows().find(({ id }) => id === command.id) ?? {};
        backend.change(command.id, { revision: revision + 1 });
        return;
      }
      case 'change':
        backend.change(command.id, command.to);
    }
  };

  try {
    for (const command of commands) {
      model.now = world.now();
      await run(command);
      await world.advance(0);
      model.now = world.now();
      expect(stateOfEngine(world)).toEqual(stateOfModel(model));
    }
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

describe('a plain model of the caches', () => {
  it.each(ruleSets)(
    'G-05 answers as the engine does under %s, and holds the same in memory and on disk',
    async (rules) => {
      await fc.assert(
        fc.asyncProperty(
          fc.boolean(),
          fc.array(anyCommand, { minLength: 5, maxLength: 25, size: 'max' }),
          (persistOnDemand, commands) => play(rules, persistOnDemand, commands),
        ),
        {
          seed,
          numRuns: Math.max(1, Math.round(runs / ruleSets.length)),
          ...(replayPath === undefined ? {} : { path: replayPath }),
        },
      );
    },
    60_000 + runs * 300,
  );
});
