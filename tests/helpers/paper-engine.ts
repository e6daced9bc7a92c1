import path from 'node:path';
import { createDownloads } from '../../main/cdn/downloads.ts';
import { createFileCache } from '../../main/cdn/file-cache.ts';
import { createVirtualClock } from '../../main/clock/virtual-clock.ts';
import { createEngine } from '../../main/engine/create-engine.ts';
import type { Engine } from '../../main/engine/engine.ts';
import { createTimeline } from '../../main/engine/timeline.ts';
import type { Http, Outcome } from '../../main/http/http.ts';
import type { Disk } from '../../main/store/disk.ts';
import { openDisk } from '../../main/store/open-disk.ts';
import { appUserId } from '../../shared/model/ids.ts';
import { type RuleSet, policies } from '../../shared/policies.ts';
import type { TimelineEvent } from '../../shared/timeline.ts';
import { type Ending, badOutcome, turn } from './endings.ts';
import type { Endings } from './model.ts';
import type { PaperBackend } from './paper-backend.ts';
import { sha256 } from './served.ts';

/** An engine with a real disk whose backend is on paper. */
export interface PaperEngine {
  readonly engine: Engine;
  readonly disk: Disk;
  /** Moves the clock, and waits until nothing happens any more. */
  advance(ms: number): Promise<void>;
  now(): number;
  events(): readonly TimelineEvent[];
}

export interface PaperEngineOptions {
  readonly rules: RuleSet;
  readonly backend: PaperBackend;
  /** As they are when an answer comes. */
  readonly endings: Endings;
  readonly persistOnDemand: boolean;
  readonly folder: string;
}

const turns = async (count: number): Promise<void> => {
  for (let done = 0; done < count; done += 1) await turn();
};

const answer = <T>(ending: Ending, good: () => T | null): Outcome<T> => {
  if (ending !== 'ok') return badOutcome(ending);
  const body = good();
  return body === null ? badOutcome('rejected') : { kind: 'ok', body };
};

/** What is slower than what: only offerings overtake a list that was asked for before them. */
const turnsFor = { offerings: 1, list: 3, detail: 1, cdn: 1 } as const;

export const openPaperEngine = (options: PaperEngineOptions): PaperEngine => {
  const { rules, backend, endings, folder } = options;
  const clock = createVirtualClock(Date.UTC(2026, 5, 15, 12));
  const space = { isFull: false };
  const onDemandCap = { entries: 100, bytes: 1_000_000 };
  const opened = openDisk({ folder, apiKey: 'key', space, onDemandCap });
  if (!opened.ok) throw new Error(opened.problem);
  const { disk } = opened;
  const timeline = createTimeline(1_000);
  let running = 0;

  const during = async <T>(what: keyof Endings, good: () => T | null): Promise<Outcome<T>> => {
    running += 1;
    await turns(turnsFor[what]);
    running -= 1;
    return answer(endings[what], good);
  };

  const http: Http = {
    ask: ({ endpoint, id = '' }) =>
      during(endpoint, () => {
        const text = endpoint === 'detail' ? backend.detail(id) : backend[endpoint]();
        return text === null ? null : { text, sizeBytes: text.length, hash: sha256(text) };
      }),
    fetchFile: ({ url, onChunk }) =>
      during('cdn', () => {
        const text = backend.body(url);
        if (text === null) return null;
        void onChunk(Buffer.from(text));
        return { sizeBytes: text.length };
      }),
    forgetETags: () => undefined,
    close: () => Promise.resolve(),
  };

  const files = createFileCache({
    folder: path.join(folder, 'cdn'),
    maxBytes: Infinity,
    space,
    neededFiles: () => disk.neededFiles(),
    now: () => clock.now(),
    verifyOnRead: () => policies[rules].cdnFileOnRead === 'verify',
  });

  const engine = createEngine(
    {
      clock,
      // In the background nothing waits longer than until the clock is asked.
      random: () => 0,
      http,
      disk,
      files,
      openDownloads: ({ isCurrent }) => createDownloads({ cache: files, http, isCurrent }),
      timeline,
      nextTurn: () => Promise.resolve(),
      settings: { workflows: true, persistOnDemand: options.persistOnDemand, locales: ['en_US'] },
    },
    { user: appUserId('ana'), rules, isForeground: true },
  );

  const settle = async (): Promise<void> => {
    do await turns(2);
    while (running > 0);
  };

  return Object.freeze({
    engine,
    disk,
    now: () => clock.now(),
    events: () => timeline.since(1),
    advance: async (ms: number) => {
      await settle();
      await clock.advance(ms, settle);
      // What waited for its turn in the background sets more off that waits.
      for (let round = 0; round < 4; round += 1) await clock.advance(0, settle);
    },
  });
};
