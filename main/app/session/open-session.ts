import { BackendError } from '../../backend/backend-error.ts';
import type { Backend } from '../../backend/backend.ts';
import { createBackend } from '../../backend/create-backend.ts';
import { seededRandom } from '../../clock/random.ts';
import { type PreparedSession, assembleSession, prepareSession } from './prepare-session.ts';
import type { OpenedSession, ServedSession, SessionOptions } from './session.ts';

/** The bundled backend takes any key; the caches on disk are filed by it. */
const bundledApiKey = 'bundled-backend';

const startBackend = (
  { project, clock, seed }: SessionOptions,
  { activity, faults }: PreparedSession,
): Promise<Backend> =>
  createBackend({
    project,
    clock,
    activity,
    faults,
    random: seededRandom(seed),
  });

const assemble = (
  { settings }: SessionOptions,
  prepared: PreparedSession,
  backend: Backend,
): ServedSession => {
  const { project, origins } = backend;
  return assembleSession(prepared, {
    backend,
    relay: null,
    api: {
      baseUrl: origins.api,
      fallbackBaseUrl: settings.fallbackHost ? origins.fallback : null,
      apiKey: bundledApiKey,
    },
    idsOfFile: (scope, path) => {
      const file = scope === 'cdn' ? project.body(path, origins) : project.asset(path);
      return file?.ids ?? [];
    },
  });
};

/** Starts the bundled backend and an engine on it; what hinders it is told in one sentence. */
export const openSession = async (options: SessionOptions): Promise<OpenedSession> => {
  const opened = prepareSession(options, bundledApiKey);
  if (!opened.ok) return opened;
  try {
    const backend = await startBackend(options, opened.prepared);
    return { ok: true, session: assemble(options, opened.prepared, backend) };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    return { ok: false, problem: { code: 'port', message: error.message } };
  }
};
