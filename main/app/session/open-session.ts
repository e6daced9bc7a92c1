import { BackendError } from '../../backend/backend-error.ts';
import type { Backend } from '../../backend/backend.ts';
import { createBackend } from '../../backend/create-backend.ts';
import { createActivity } from '../../clock/activity.ts';
import { seededRandom } from '../../clock/random.ts';
import { type Sizes, defaultSizes } from '../../../shared/limits.ts';
import { createFaultRegistry } from '../../faults/registry.ts';
import type { Disk, DiskSpace } from '../../store/disk.ts';
import { openDisk } from '../../store/open-disk.ts';
import { assembleEngine } from './assemble-engine.ts';
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
  const { clock, dataFolder, settings, rules, user, isForeground } = options;
  const { workflows, persistOnDemand } = settings;
  const { engine, timeline, files, close } = assembleEngine({
    clock,
    activity,
    faults,
    // Not the backend's: which of the two asks first must not decide what both are told.
    random: seededRandom(options.seed + 1),
    disk,
    space,
    dataFolder,
    sizes: sizesOf(options),
    settings: { workflows, persistOnDemand },
    api: {
      baseUrl: backend.origins.api,
      fallbackBaseUrl: settings.fallbackHost ? backend.origins.fallback : null,
      apiKey: bundledApiKey,
    },
    idsOfFile: (scope, path) => {
      const { project, origins } = backend;
      const file = scope === 'cdn' ? project.body(path, origins) : project.asset(path);
      return file?.ids ?? [];
    },
    rules,
    user,
    isForeground,
  });
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
      await close();
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
