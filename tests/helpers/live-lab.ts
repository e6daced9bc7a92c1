import { onTestFinished } from 'vitest';
import { openLiveSession } from '../../main/app/session/open-live-session.ts';
import type { Session } from '../../main/app/session/session.ts';
import { createGeneratedProject } from '../../main/backend/generated-project.ts';
import { type VirtualClock, createVirtualClock } from '../../main/clock/virtual-clock.ts';
import type { Relay } from '../../main/relay/relay.ts';
import type { LiveSettings } from '../../shared/contract/live.ts';
import { appUserId } from '../../shared/model/ids.ts';
import { type Instead, type TestHost, serveAsHost, testCertificate } from './tls-server.ts';
import { offering, workflow } from './specs.ts';
import { temporaryFolder } from './temp-folder.ts';

export const liveKey = 'appl_canary7Qz';

/** As `openLab` has it where nothing else is said. */
export const projectSpec = {
  offerings: [{ id: 'default', current: true }, { id: 'sale' }].map(offering),
  workflows: [
    { id: 'wf_a', offering: 'default', prefetch: true },
    { id: 'wf_b', offering: 'sale', prefetch: true, delivery: 'cdn' as const },
  ].map(workflow),
};

export interface LiveLabOptions {
  /** Whom to ask; default: the project, over TLS. */
  readonly host?: string;
  readonly instead?: Instead;
  readonly live?: Partial<LiveSettings>;
  readonly ca?: string;
  readonly dataFolder?: string;
}

/** A session on a virtual clock, with a real host over TLS. */
export interface LiveLab extends Session {
  readonly relay: Relay;
  readonly clock: VirtualClock;
  readonly dataFolder: string;
  readonly host: TestHost;
  settle(): Promise<void>;
  advance(ms: number): Promise<void>;
}

export const openLiveLab = async (options: LiveLabOptions = {}): Promise<LiveLab> => {
  const clock = createVirtualClock(Date.UTC(2026, 5, 15, 12));
  const dataFolder = options.dataFolder ?? temporaryFolder();
  const host = await serveAsHost(createGeneratedProject(projectSpec), clock, options.instead);
  const opened = await openLiveSession({
    live: {
      host: options.host ?? host.origins.api,
      platform: 'android',
      locale: 'en_US',
      ...options.live,
    },
    apiKey: liveKey,
    trust: { ca: options.ca ?? testCertificate.cert },
    dataFolder,
    rules: 'recommended',
    user: appUserId('ana'),
    isForeground: true,
    settings: { persistOnDemand: false, fallbackHost: false, workflows: true },
    clock,
    seed: 1,
  });
  if (!opened.ok) throw new Error(opened.problem.message);
  const { session } = opened;
  onTestFinished(() => session.close());
  if (session.relay === null) throw new Error('a live session has a relay');
  const settle = async (): Promise<void> => {
    await session.backend.settled();
    await session.activity.idle();
  };
  return {
    ...session,
    relay: session.relay,
    clock,
    dataFolder,
    host,
    settle,
    advance: async (ms) => {
      await clock.advance(ms, settle);
      await settle();
    },
  };
};
