import { onTestFinished } from 'vitest';
import type { App, HostServices } from '../../main/app/app.ts';
import type { KeyStore } from '../../main/app/keys/key-store.ts';
import { createSessionKeys } from '../../main/app/keys/session-keys.ts';
import { openApp } from '../../main/app/open-app.ts';
import type { Argument, CallName, Result } from '../../shared/contract/calls.ts';
import type { Outcome } from '../../shared/contract/outcome.ts';
import {
  type AppState,
  type StreamMessage,
  applyChanges,
  stateOf,
  streamMessageSchema,
} from '../../shared/contract/stream.ts';
import { temporaryFolder } from './temp-folder.ts';

/** An app without a host, and one window that watches it. */
export interface TestApp {
  readonly app: App;
  readonly dataFolder: string;
  readonly links: readonly string[];
  call<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Outcome<Result<Name>>>;
  /** Resolves with the first state, now or later, of which it is true. */
  until(isSo: (state: AppState) => boolean): Promise<AppState>;
}

interface Waiting {
  readonly isSo: (state: AppState) => boolean;
  readonly resolve: (state: AppState) => void;
}

const watchApp = (app: App): TestApp['until'] => {
  let state: AppState | null = null;
  let waiting: readonly Waiting[] = [];

  const look = (now: AppState): void => {
    const [done, rest] = [
      waiting.filter(({ isSo }) => isSo(now)),
      waiting.filter(({ isSo }) => !isSo(now)),
    ];
    waiting = rest;
    for (const { resolve } of done) resolve(now);
  };

  const follow = (sent: StreamMessage): void => {
    // As it crosses a bridge.
    const message = streamMessageSchema.parse(JSON.parse(JSON.stringify(sent)));
    if (message.kind === 'snapshot') state = stateOf(message);
    else if (state !== null) state = applyChanges(state, message);
    queueMicrotask(() => {
      listener.acknowledge(message.sequence);
    });
    if (state !== null) look(state);
  };

  const listener = app.listen(follow);
  return (isSo) => {
    const { promise, resolve } = Promise.withResolvers<AppState>();
    if (state !== null && isSo(state)) resolve(state);
    else waiting = [...waiting, { isSo, resolve }];
    return promise;
  };
};

const servicesFor = (links: string[], keys: KeyStore): HostServices => ({
  about: {
    version: '1.2.3',
    host: 'browser',
    platform: 'linux',
    previewOrigin: 'http://127.0.0.1:9',
    secretsNote: null,
  },
  licences: () => [{ name: 'zod', version: '4', licence: 'MIT' }],
  keys,
  picturesFolder: '/pictures',
  camera: { hindrance: 'There is no camera here.' },
  showFolder: () => Promise.resolve('There is no file manager here.'),
  openLink: (url) => {
    links.push(url.href);
    return Promise.resolve(null);
  },
});

/** Opens the app, on the demo project at first; it is closed when the test is over. */
export const openTestApp = async (
  dataFolder = temporaryFolder(),
  projectFolder: string | null = null,
  keys: KeyStore = createSessionKeys('Kept for this test only.'),
): Promise<TestApp> => {
  const links: string[] = [];
  const opened = await openApp({
    dataFolder,
    projectFolder,
    services: servicesFor(links, keys),
    windowAddress: null,
  });
  if (!opened.ok) throw new Error(opened.problem.message);
  const { app } = opened;
  onTestFinished(() => app.close());
  return {
    app,
    dataFolder,
    links,
    call: (name, argument) => app.call(name, argument) as ReturnType<TestApp['call']> as never,
    until: watchApp(app),
  };
};
