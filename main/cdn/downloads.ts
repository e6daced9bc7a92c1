import PQueue from 'p-queue';
import type { Http } from '../http/http.ts';
import { type DownloadParts, downloadAsset, downloadBody, readBody } from './download.ts';
import { cancelledFile } from './failures.ts';
import type { FileStore } from './file-cache.ts';
import type { Downloads, FileAsk, FileResult, FileTicket } from './files.ts';
import { type Job, createJob } from './job.ts';
import { createSlotNumbers } from './slot-numbers.ts';

export interface DownloadsOptions {
  readonly cache: FileStore;
  readonly http: Http;
  /** Asked in the same step in which a file gets its name; false: it is not written. */
  readonly isCurrent: () => boolean;
}

/** How many prefetched bodies and assets are fetched at once (A3). */
const slots = 4;

const bodyPriority = 1;
const assetPriority = 0;

/** Jobs under way, one for each file; the one that has ended is forgotten, so that a failure is retried. */
const createShared = <T>() => {
  const jobs = new Map<string, Job<T>>();
  const forget = (name: string): void => void jobs.delete(name);

  return {
    join: (name: string, begin: () => Job<T>): Job<T> => {
      const known = jobs.get(name);
      if (known !== undefined) return known;
      const job = begin();
      jobs.set(name, job);
      job.result.then(forget.bind(null, name), forget.bind(null, name));
      return job;
    },
    isEmpty: (): boolean => jobs.size === 0,
    dropAll: (): void => {
      for (const job of jobs.values()) job.drop();
    },
  };
};

/** The same ask, whose events tell the slot that it runs in. */
const inSlotOf = (ask: FileAsk, slot: number | null): FileAsk =>
  slot === null ? ask : { ...ask, trace: { ...ask.trace, slot } };

/** The downloads of one generation, with a queue of their own. */
export const createDownloads = ({ cache, http, isCurrent }: DownloadsOptions): Downloads => {
  const queue = new PQueue({ concurrency: slots });
  const numbers = createSlotNumbers();
  const given = new AbortController();
  const parts: DownloadParts = { cache, http, isCurrent, signal: given.signal };
  const bodies = createShared<FileResult>();
  const assets = createShared<'settled'>();

  const bodyJob = (ask: FileAsk): Job<FileResult> =>
    createJob<FileResult>({
      queue,
      priority: bodyPriority,
      lookUp: () => (cache.isTaken(ask.ref) ? readBody(parts, ask) : null),
      work: (slot) => downloadBody(parts, inSlotOf(ask, slot)),
      inSlot: numbers.during,
      dropped: cancelledFile,
    });

  const findAsset = ({ ref }: FileAsk): Promise<'settled'> | null => {
    if (!cache.has(ref)) return null;
    cache.touch(ref);
    return Promise.resolve('settled');
  };

  const assetJob = (ask: FileAsk): Job<'settled'> =>
    createJob<'settled'>({
      queue,
      priority: assetPriority,
      lookUp: () => findAsset(ask),
      work: async (slot) => {
        await downloadAsset(parts, inSlotOf(ask, slot));
        return 'settled';
      },
      inSlot: numbers.during,
      dropped: 'settled',
    });

  const dropWaiting = (): void => {
    bodies.dropAll();
    assets.dropAll();
  };

  return Object.freeze({
    body: (ask: FileAsk): FileTicket => {
      const { result, hurry } = bodies.join(cache.nameOf(ask.ref), () => bodyJob(ask));
      return { result, hurry };
    },
    asset: async (ask: FileAsk) => {
      await assets.join(cache.nameOf(ask.ref), () => assetJob(ask)).result;
    },
    isIdle: () => bodies.isEmpty() && assets.isEmpty(),
    dropWaiting,
    abort: () => {
      dropWaiting();
      given.abort();
    },
  });
};
