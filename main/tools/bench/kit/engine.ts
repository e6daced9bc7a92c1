import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createDownloads } from '../../../cdn/downloads.ts';
import { createFileCache } from '../../../cdn/file-cache.ts';
import { createActivity } from '../../../clock/activity.ts';
import { type Clock, realClock } from '../../../clock/clock.ts';
import { seededRandom } from '../../../clock/random.ts';
import { createEngine } from '../../../engine/create-engine.ts';
import type { Engine } from '../../../engine/engine.ts';
import { type Timeline, createTimeline } from '../../../engine/timeline.ts';
import { createFaultRegistry } from '../../../faults/registry.ts';
import { createHttp } from '../../../http/create-http.ts';
import type { Http } from '../../../http/http.ts';
import type { Disk } from '../../../store/disk.ts';
import { openDisk } from '../../../store/open-disk.ts';
import { defaultSizes } from '../../../../shared/limits.ts';
import { appUserId } from '../../../../shared/model/ids.ts';

/** An engine with its own parts, as the app puts them together, but for the backend. */
export interface OpenedEngine {
  readonly engine: Engine;
  readonly timeline: Timeline;
  readonly disk: Disk;
  readonly http: Http;
  readonly close: () => Promise<void>;
}

export interface EngineSettings {
  /** Its data folder. */
  readonly folder: string;
  /** Where the backend is; nobody need listen there. */
  readonly api: string;
  readonly clock?: Clock;
  /** How many the ring holds. */
  readonly timelineEvents?: number;
}

/** The user who is current at first. */
export const firstUser = appUserId('ana');

const openDiskIn = (folder: string): Disk => {
  const { onDemandEntries: entries, onDemandBytes: bytes } = defaultSizes;
  const opened = openDisk({
    folder,
    apiKey: 'bench',
    space: { isFull: false },
    onDemandCap: { entries, bytes },
  });
  if (!opened.ok) throw new Error(opened.problem);
  return opened.disk;
};

const openHttp = (baseUrl: string, clock: Clock): Http =>
  createHttp({
    clock,
    activity: createActivity(),
    faults: createFaultRegistry(),
    // As in the app: a connection for each request.
    keepAlive: false,
    settings: {
      baseUrl,
      fallbackBaseUrl: null,
      apiKey: 'bench',
      platform: 'android',
      locales: ['en_US'],
    },
  });

/** Opens an engine under the recommended rules, with an empty memory. */
export const openEngine = (settings: EngineSettings): OpenedEngine => {
  const { folder, api, clock = realClock } = settings;
  const { timelineEvents = defaultSizes.timelineEvents } = settings;
  const disk = openDiskIn(folder);
  const http = openHttp(api, clock);
  const timeline = createTimeline(timelineEvents);
  const files = createFileCache({
    folder: path.join(folder, 'cdn'),
    maxBytes: defaultSizes.fileCacheBytes,
    space: { isFull: false },
    neededFiles: () => disk.neededFiles(),
    now: () => clock.now(),
    verifyOnRead: () => true,
  });
  const engine = createEngine(
    {
      clock,
      random: seededRandom(1),
      http,
      disk,
      files,
      openDownloads: ({ isCurrent }) => createDownloads({ cache: files, http, isCurrent }),
      timeline,
      nextTurn,
      settings: { workflows: true, persistOnDemand: false, locales: ['en_US'] },
    },
    { user: firstUser, rules: 'recommended', isForeground: true },
  );
  return Object.freeze({
    engine,
    timeline,
    disk,
    http,
    close: async () => {
      engine.close();
      await http.close();
    },
  });
};
