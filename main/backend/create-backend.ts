import type { RequestListener } from 'node:http';
import type { RequestScope } from '../../shared/faults.ts';
import type { Activity } from '../clock/activity.ts';
import type { Clock } from '../clock/clock.ts';
import type { Random } from '../clock/random.ts';
import type { FaultRegistry } from '../faults/registry.ts';
import type { Backend, BackendOrigins, ServedProject } from './backend.ts';
import { type Listener, openListener } from './listener.ts';
import { createGate } from './gate.ts';
import { createRecorder } from './recorder.ts';
import { type Router, apiRouter, cdnRouter, fallbackRouter } from './routes.ts';
import { servedAnswers } from './served-answers.ts';
import { createServing } from './serving.ts';

/** What the backend serves, by which time, and where. */
export interface BackendOptions {
  readonly project: ServedProject;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly faults: FaultRegistry;
  /** Decides jitter and `flaky`. */
  readonly random: Random;
  /** Those left out are any that are free. */
  readonly ports?: Partial<Record<keyof BackendOrigins, number>>;
  /** Default: 127.0.0.1. */
  readonly host?: string;
}

type Listeners = Readonly<Record<keyof BackendOrigins, Listener>>;

const apiScopes: readonly RequestScope[] = ['offerings', 'list', 'detail'];
const cdnScopes: readonly RequestScope[] = ['cdn', 'asset'];

const closeAll = async (listeners: readonly Listener[]): Promise<void> => {
  await Promise.all(listeners.map((listener) => listener.close()));
};

/** All or none: what is open already is closed where the next one cannot be opened. */
const openAll = async (
  host: string,
  ports: NonNullable<BackendOptions['ports']>,
  handle: (router: Router) => RequestListener,
): Promise<Listeners> => {
  const opened: Listener[] = [];
  const open = async (name: keyof BackendOrigins, router: Router): Promise<Listener> => {
    const listener = await openListener({ host, port: ports[name], onRequest: handle(router) });
    opened.push(listener);
    return listener;
  };
  try {
    return {
      api: await open('api', apiRouter),
      cdn: await open('cdn', cdnRouter),
      fallback: await open('fallback', fallbackRouter),
    };
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
};

const originsOf = (host: string, { api, cdn, fallback }: Listeners): BackendOrigins => {
  const origin = ({ port }: Listener): string => `http://${host}:${String(port)}`;
  return Object.freeze({ api: origin(api), cdn: origin(cdn), fallback: origin(fallback) });
};

/** Closes the listeners whose every request is refused, and opens them when that ends. */
const followFaults = (faults: FaultRegistry, { api, cdn, fallback }: Listeners): (() => void) => {
  const apply = (): void => {
    const isApiOpen = !apiScopes.every((scope) => faults.isRefused(scope));
    api.setOpen(isApiOpen);
    fallback.setOpen(isApiOpen);
    cdn.setOpen(!cdnScopes.every((scope) => faults.isRefused(scope)));
  };
  apply();
  return faults.onChange(apply);
};

/** Starts the bundled backend and CDN; rejects with a `BackendError` where a port cannot be had. */
export const createBackend = async (options: BackendOptions): Promise<Backend> => {
  const { host = '127.0.0.1', ports = {}, project, faults } = options;
  const recorder = createRecorder();
  const gate = createGate(recorder.arrived);
  // Nobody can ask before the origins are known: only then is anybody told where to ask.
  let origins: BackendOrigins = { api: '', cdn: '', fallback: '' };
  const source = servedAnswers(() => ({ project, origins, nowMs: options.clock.now() }));
  const listeners = await openAll(host, ports, (router) =>
    createServing({ ...options, source, recorder, gate }, ({ url = '' }) => router(url)),
  );
  origins = originsOf(host, listeners);
  const unfollow = followFaults(faults, listeners);
  const all = [listeners.api, listeners.cdn, listeners.fallback];

  return Object.freeze({
    origins,
    project,
    record: () => recorder.record(),
    mark: () => recorder.mark(),
    settled: async () => {
      await Promise.all(all.map((listener) => listener.settled()));
    },
    close: async () => {
      unfollow();
      await closeAll(all);
    },
  });
};
