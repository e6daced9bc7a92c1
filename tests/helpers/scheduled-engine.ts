import type fc from 'fast-check';
import { createDownloads } from '../../main/cdn/downloads.ts';
import { createVirtualClock } from '../../main/clock/virtual-clock.ts';
import { seededRandom } from '../../main/clock/random.ts';
import { createEngine } from '../../main/engine/create-engine.ts';
import type { Engine } from '../../main/engine/engine.ts';
import { createTimeline } from '../../main/engine/timeline.ts';
import type { Http, Outcome } from '../../main/http/http.ts';
import { appUserId } from '../../shared/model/ids.ts';
import type { RuleSet } from '../../shared/policies.ts';
import type { TimelineEvent } from '../../shared/timeline.ts';
import { type Ending, badOutcome, turn } from './endings.ts';
import { type MemoryDisk, createMemoryDisk, createMemoryFiles } from './memory-disk.ts';
import { type PaperBackend, createPaperBackend } from './paper-backend.ts';

/** A request that has left and is not answered. */
export interface InFlight {
  readonly what: 'offerings' | 'list' | 'detail' | 'cdn';
  readonly id: string;
  /** The generation that it belongs to, which may be over. */
  readonly generation: number;
  readonly life: number;
}

/** An engine whose every answer comes when fast-check's scheduler says so. */
export interface ScheduledEngine {
  readonly engine: Engine;
  readonly backend: PaperBackend;
  readonly disk: MemoryDisk;
  readonly inFlight: ReadonlySet<InFlight>;
  events(): readonly TimelineEvent[];
  life(): number;
  coldStart(): void;
  /** Moves the clock; what falls due runs, and nothing is waited for. */
  advance(ms: number): Promise<void>;
  /** Runs until nothing happens any more. */
  drain(afterEach: () => void): Promise<void>;
}

export interface ScheduledOptions {
  readonly rules: RuleSet;
  readonly scheduler: fc.Scheduler;
  /** When their turn comes, one after the other; afterwards all is well. */
  readonly endings: readonly Ending[];
  /** Hears of each request in the step in which it leaves. */
  readonly onRequest: (request: InFlight) => void;
  /** Hears of each document in the step in which it is written, by the hash that it came with. */
  readonly onWrite: (hash: string) => void;
}

/** The generation that something was fetched in. */
export const generationOf = (hash: string): number => Number(/^g(\d+) /.exec(hash)?.[1] ?? 0);

export const workflows = ['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8', 'w9'] as const;

const paper = () =>
  createPaperBackend(
    workflows.map((id, index) => ({
      id,
      offering: `o${id.slice(1)}`,
      prefetch: index < 7,
      delivery: index === 2 || index === 7 ? 'inline' : 'cdn',
      revision: 1,
    })),
  );

export const openScheduledEngine = (options: ScheduledOptions): ScheduledEngine => {
  const { scheduler } = options;
  const clock = createVirtualClock(Date.UTC(2026, 5, 15, 12));
  const timeline = createTimeline(10_000);
  const backend = paper();
  const inFlight = new Set<InFlight>();
  const endings = [...options.endings];
  let life = 0;
  let bodies = 0;

  const disk = createMemoryDisk(({ hash }) => {
    options.onWrite(hash);
  });
  const files = createMemoryFiles();

  /** Whoever set it off recorded an event of its generation. */
  const send = async <T>(
    about: Pick<InFlight, 'what' | 'id'>,
    cause: number,
    signal: AbortSignal,
    answer: (generation: number) => Outcome<T>,
  ): Promise<Outcome<T>> => {
    const generation = timeline.find(cause)?.generation ?? 0;
    const request = { ...about, generation, life };
    inFlight.add(request);
    options.onRequest(request);
    const ending = endings.shift() ?? 'ok';
    const aborted = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve();
      });
    });
    await Promise.race([scheduler.schedule(Promise.resolve(), about.what), aborted]);
    inFlight.delete(request);
    if (signal.aborted) return { kind: 'no-answer', reason: 'cancelled' };
    return ending === 'ok' ? answer(generation) : badOutcome(ending);
  };

  const http: Http = {
    ask: ({ endpoint, id = '', trace, signal }) =>
      send({ what: endpoint, id }, trace.cause, signal, (generation) => {
        const text = endpoint === 'detail' ? backend.detail(id) : backend[endpoint]();
        if (text === null) return { kind: 'rejected', status: 404 };
        bodies += 1;
        const hash = `g${String(generation)} ${String(bodies)}`;
        return { kind: 'ok', body: { text, sizeBytes: text.length, hash } };
      }),
    fetchFile: ({ subject, url, trace, signal, onChunk }) =>
      send({ what: 'cdn', id: subject.ids[0] ?? '' }, trace.cause, signal, () => {
        const text = backend.body(url);
        if (text === null) return { kind: 'rejected', status: 404 };
        void onChunk(Buffer.from(text));
        return { kind: 'ok', body: { sizeBytes: text.length } };
      }),
    forgetETags: () => undefined,
    close: () => Promise.resolve(),
  };

  const engine = createEngine(
    {
      clock,
      random: seededRandom(1),
      http,
      disk,
      files,
      openDownloads: ({ isCurrent }) => createDownloads({ cache: files, http, isCurrent }),
      timeline,
      nextTurn: () => scheduler.schedule(Promise.resolve(), 'turn'),
      settings: { workflows: true, persistOnDemand: true, locales: ['en_US'] },
    },
    { user: appUserId('ana'), rules: options.rules, isForeground: true },
  );

  const advance = (ms: number): Promise<void> => clock.advance(ms, () => Promise.resolve());

  return Object.freeze({
    engine,
    backend,
    disk,
    inFlight,
    events: () => timeline.since(1),
    life: () => life,
    coldStart: () => {
      life += 1;
      engine.coldStart();
    },
    advance,
    drain: async (afterEach: () => void) => {
      await turn();
      while (scheduler.count() > 0) {
        while (scheduler.count() > 0) {
          await scheduler.waitNext(1);
          await turn();
          afterEach();
        }
        // What waits in the background goes on then.
        await advance(10_000);
        await turn();
      }
    },
  });
};
