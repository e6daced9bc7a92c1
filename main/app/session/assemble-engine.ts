import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sizes } from '../../../shared/limits.ts';
import { policies } from '../../../shared/policies.ts';
import { createDownloads } from '../../cdn/downloads.ts';
import { type FileStore, createFileCache } from '../../cdn/file-cache.ts';
import type { Activity } from '../../clock/activity.ts';
import type { Clock } from '../../clock/clock.ts';
import type { Random } from '../../clock/random.ts';
import { createEngine } from '../../engine/create-engine.ts';
import type { Engine } from '../../engine/engine.ts';
import { type Timeline, createTimeline } from '../../engine/timeline.ts';
import type { FaultRegistry } from '../../faults/registry.ts';
import { createHttp } from '../../http/create-http.ts';
import type { IdsOfFile } from '../../http/faults.ts';
import type { Http, HttpSettings } from '../../http/http.ts';
import type { RelayDoor } from '../../http/through-relay.ts';
import type { Disk, DiskSpace } from '../../store/disk.ts';
import type { SessionOptions } from './session.ts';

/** What an engine is put together of, and how it begins. */
export interface EngineOptions extends Pick<SessionOptions, 'rules' | 'user' | 'isForeground'> {
  readonly clock: Clock;
  readonly activity: Activity;
  readonly faults: FaultRegistry;
  readonly random: Random;
  readonly disk: Disk;
  readonly space: DiskSpace;
  /** Where bodies and assets lie beside the disk's documents. */
  readonly dataFolder: string;
  readonly sizes: Pick<Sizes, 'fileCacheBytes' | 'timelineEvents'>;
  readonly settings: Pick<SessionOptions['settings'], 'workflows' | 'persistOnDemand'>;
  /** Who is asked, and with which key; the platform is that of the rules where none is named. */
  readonly api: Pick<HttpSettings, 'baseUrl' | 'fallbackBaseUrl' | 'apiKey'> &
    Partial<Pick<HttpSettings, 'platform' | 'locales'>>;
  /** What stands between the engine and real hosts; undefined: nothing. */
  readonly relay?: RelayDoor;
  readonly idsOfFile?: IdsOfFile;
}

/** An engine with the parts that are its own. */
export interface AssembledEngine {
  readonly engine: Engine;
  readonly http: Http;
  readonly timeline: Timeline;
  readonly files: FileStore;
  /** Gives up what is in flight. */
  readonly close: () => Promise<void>;
}

const defaultLocales = ['en_US'];

/** Puts an engine together as it runs in the app: real sockets and real files. */
export const assembleEngine = (options: EngineOptions): AssembledEngine => {
  const { clock, activity, faults, random, disk, space, sizes, settings, idsOfFile } = options;
  const { locales = defaultLocales, platform } = options.api;
  const timeline = createTimeline(sizes.timelineEvents);
  const http = createHttp({
    clock,
    activity,
    faults,
    ...(idsOfFile === undefined ? {} : { idsOfFile }),
    keepAlive: false,
    relay: options.relay ?? null,
    settings: {
      ...options.api,
      platform: platform ?? (options.rules === 'ios' ? 'ios' : 'android'),
      locales,
    },
  });
  const files = createFileCache({
    folder: path.join(options.dataFolder, 'cdn'),
    maxBytes: sizes.fileCacheBytes,
    space,
    neededFiles: () => disk.neededFiles(),
    now: () => clock.now(),
    verifyOnRead: () => policies[engine.rules()].cdnFileOnRead === 'verify',
  });
  const engine = createEngine(
    {
      clock,
      random,
      http,
      disk,
      files,
      openDownloads: ({ isCurrent }) => createDownloads({ cache: files, http, isCurrent }),
      timeline,
      nextTurn: async () => {
        const end = activity.begin();
        await nextTurn();
        end();
      },
      settings: { ...settings, locales },
    },
    options,
  );
  return Object.freeze({
    engine,
    http,
    timeline,
    files,
    close: async () => {
      engine.close();
      await http.close();
    },
  });
};
