import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { BackendError } from '../../backend/backend-error.ts';
import type { Backend } from '../../backend/backend.ts';
import { createBackend } from '../../backend/create-backend.ts';
import { createDownloads } from '../../cdn/downloads.ts';
import { createFileCache } from '../../cdn/file-cache.ts';
import { createActivity } from '../../clock/activity.ts';
import { seededRandom } from '../../clock/random.ts';
import { createEngine } from '../../engine/create-engine.ts';
import { createTimeline } from '../../engine/timeline.ts';
import { type Sizes, defaultSizes } from '../../../shared/limits.ts';
import { policies } from '../../../shared/policies.ts';
import { createFaultRegistry } from '../../faults/registry.ts';
import { createHttp } from '../../http/create-http.ts';
import type { Disk, DiskSpace } from '../../store/disk.ts';
import { openDisk } from '../../store/open-disk.ts';
import type { OpenedSession, Session, SessionOptions } from './session.ts';

/** The bundled backend takes any key; the caches on disk are filed by it. */
const bundledApiKey = 'bundled-backend';

const sizesOf = ({ settings }: SessionOptions): Sizes => ({ ...defaultSizes, ...settings.sizes });

interface Shared {
  readonly options: SessionOptions;
  readonly activity: ReturnType<typeof createActivity>;
  readonly faults: ReturnType<typeof createFaultRegistry>;
}

const startBackend = ({ options, activity, faults }: Shared): Promise<Backend> =>
  createBackend({
    project: options.project,
    clock: options.clock,
    activity,
    faults,
    random: seededRandom(options.seed),
    ...(options.port === undefined ? {} : { ports: { api: options.port } }),
  });

const assemble = (
  { options, activity, faults }: Shared,
  backend: Backend,
  disk: Disk,
  space: DiskSpace,
): Session => {
  const { clock, settings } = options;
  const timeline = createTimeline(sizesOf(options).timelineEvents);
  const http = createHttp({
    clock,
    activity,
    faults,
    idsOfFile: (scope, path) => {
      const { project, origins } = backend;
      const file = scope === 'cdn' ? project.body(path, origins) : project.asset(path);
      return file?.ids ?? [];
    },
    keepAlive: false,
    settings: {
      baseUrl: backend.origins.api,
      fallbackBaseUrl: settings.fallbackHost ? backend.origins.fallback : null,
      apiKey: bundledApiKey,
      platform: options.rules === 'ios' ? 'ios' : 'android',
      locales: ['en_US'],
    },
  });
  const files = createFileCache({
    folder: path.join(options.dataFolder, 'cdn'),
    maxBytes: sizesOf(options).fileCacheBytes,
    space,
    neededFiles: () => disk.neededFiles(),
    now: () => clock.now(),
    verifyOnRead: () => policies[engine.rules()].cdnFileOnRead === 'verify',
  });
  const engine = createEngine(
    {
      clock,
      // Not the backend's: which of the two asks first must not decide what both are told.
      random: seededRandom(options.seed + 1),
      http,
      disk,
      files,
      openDownloads: ({ isCurrent }) => createDownloads({ cache: files, http, isCurrent }),
      timeline,
      nextTurn,
      settings: {
        workflows: settings.workflows,
        persistOnDemand: settings.persistOnDemand,
        locales: ['en_US'],
      },
    },
    options,
  );
  return Object.freeze({
    engine,
    backend,
    faults,
    activity,
    timeline,
    disk,
    space,
    files,
    close: async () => {
      engine.close();
      await http.close();
      await backend.close();
    },
  });
};

/** Starts the bundled backend and an engine on it; what hinders it is told in one sentence. */
export const openSession = async (options: SessionOptions): Promise<OpenedSession> => {
  const space: DiskSpace = { isFull: false };
  const { onDemandEntries: entries, onDemandBytes: bytes } = sizesOf(options);
  const opened = openDisk({
    folder: options.dataFolder,
    apiKey: bundledApiKey,
    space,
    onDemandCap: { entries, bytes },
  });
  if (!opened.ok) return { ok: false, problem: { code: 'data-folder', message: opened.problem } };
  const shared: Shared = {
    options,
    activity: createActivity(),
    faults: createFaultRegistry(),
  };
  try {
    const backend = await startBackend(shared);
    return { ok: true, session: assemble(shared, backend, opened.disk, space) };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    return { ok: false, problem: { code: 'port', message: error.message } };
  }
};
