import { livePlatforms } from '../../../shared/contract/live.ts';
import { BackendError } from '../../backend/backend-error.ts';
import { seededRandom } from '../../clock/random.ts';
import { type Relay, openRelay } from '../../relay/relay.ts';
import { removeOtherKeys } from '../../store/key-folder.ts';
import { liveHosts } from './live-hosts.ts';
import { type PreparedSession, assembleSession, prepareSession } from './prepare-session.ts';
import type { LiveSource, OpenedSession, Session, SessionStart } from './session.ts';

export interface LiveSessionOptions extends SessionStart, Omit<LiveSource, 'kind'> {
  /** What the host says about itself has changed. */
  readonly onTrouble?: () => void;
}

/** The engine says it where the SDKs have their key; the relay has the real one. */
const standsForTheKey = 'relay';

type Asked = Pick<LiveSource, 'apiKey' | 'live'>;

/** What is cached for one platform, or from one host, is of no use for another. */
const filedBy = ({ apiKey, live: { host, platform } }: Asked): string =>
  [apiKey, host, platform].join('\n');

/** Removes what was cached with another key, or from another host: nobody sees it again. */
export const removeFormerCaches = (dataFolder: string, { apiKey, live }: Asked): void => {
  const kept = livePlatforms.map((platform) => filedBy({ apiKey, live: { ...live, platform } }));
  removeOtherKeys(dataFolder, kept);
};

const assemble = (
  { live: { host, platform, locale } }: LiveSessionOptions,
  prepared: PreparedSession,
  relay: Relay,
): Session => {
  const { main, fallback } = liveHosts(host);
  return assembleSession(prepared, {
    backend: relay,
    relay,
    api: {
      baseUrl: main,
      fallbackBaseUrl: fallback,
      apiKey: standsForTheKey,
      platform,
      locales: [locale],
    },
  });
};

/** Opens the relay to RevenueCat and an engine on it; nobody is asked yet. */
export const openLiveSession = async (
  options: LiveSessionOptions,
): Promise<OpenedSession<Session>> => {
  const opened = prepareSession(options, filedBy(options));
  if (!opened.ok) return opened;
  const { activity, faults } = opened.prepared;
  const { clock, seed, apiKey, live, trust, onTrouble } = options;
  try {
    const relay = await openRelay({
      hosts: liveHosts(live.host),
      apiKey,
      clock,
      activity,
      faults,
      random: seededRandom(seed),
      ...(trust === undefined ? {} : { trust }),
      ...(onTrouble === undefined ? {} : { onChange: onTrouble }),
    });
    return { ok: true, session: assemble(options, opened.prepared, relay) };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    return { ok: false, problem: { code: 'port', message: error.message } };
  }
};
