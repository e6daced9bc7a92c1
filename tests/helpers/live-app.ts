import { createGeneratedProject } from '../../main/backend/generated-project.ts';
import { realClock } from '../../main/clock/clock.ts';
import type { ConnectLive } from '../../shared/contract/live.ts';
import type { AppState } from '../../shared/contract/stream.ts';
import { serveHttp } from './http-server.ts';
import { projectSpec } from './live-lab.ts';
import { type Instead, type TestHost, serveAsHost } from './tls-server.ts';

/** What stands in the place of RevenueCat: on loopback, where plain HTTP is allowed. */
export const serveLiveHost = (instead?: Instead): Promise<TestHost> =>
  serveAsHost(createGeneratedProject(projectSpec), realClock, instead, serveHttp);

/** As it is typed in, but for the key. */
export const typedFor = ({ origins }: TestHost): Omit<ConnectLive, 'apiKey'> => ({
  project: null,
  name: 'Shop',
  host: origins.api,
  platform: 'android',
  locale: 'en_US',
  user: null,
});

export const isLive = ({ documents: { project } }: AppState): boolean => project.kind === 'live';

export const hasOfferings = ({ rows, documents: { caches } }: AppState): boolean =>
  rows.offerings.size > 0 && !caches.offerings.isAsking;
