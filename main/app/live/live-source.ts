import { randomBytes } from 'node:crypto';
import { type LiveSettings, defaultLiveSettings } from '../../../shared/contract/live.ts';
import { anonymousUserId } from '../../../shared/model/ids.ts';
import type { Places } from '../folder/places.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Log } from '../log.ts';
import type { ProjectIdentity } from '../project/project-identity.ts';
import type { FoundSource } from '../project/project-source.ts';
import { type SetUp, firstSetUp } from '../session/set-up.ts';
import { openLiveFile } from './live-file.ts';

/** What live projects are opened with. */
export interface LivePlace {
  readonly places: Pick<Places, 'project'>;
  readonly keys: KeyStore;
  readonly log: Pick<Log, 'write' | 'hide'>;
}

const anonymousDigits = 16;

/** A real host may take note of who asks: nobody is made up for it but somebody anonymous. */
export const firstLiveSetUp = (): SetUp => {
  const user = anonymousUserId(randomBytes(anonymousDigits).toString('hex'));
  return { ...firstSetUp, user, known: [user] };
};

/** The key that is kept for a project; it enters no log from here on. */
export const keyOf = async (
  id: string,
  { keys, log }: Pick<LivePlace, 'keys' | 'log'>,
): Promise<{ readonly apiKey: string | null; readonly problem: string | null }> => {
  const read = await keys.read(id);
  if (read.status === 'unreadable') return { apiKey: null, problem: read.message };
  if (read.status === 'missing') return { apiKey: null, problem: null };
  log.hide(read.secret);
  return { apiKey: read.secret, problem: null };
};

/** As far as is known; what is not can be changed once it is open. */
const settingsOf = ({ id, host }: ProjectIdentity, { places, log }: LivePlace): LiveSettings =>
  openLiveFile(places.project(id), (problem) => log.write('live', problem)).read() ?? {
    ...defaultLiveSettings,
    host: host ?? defaultLiveSettings.host,
  };

/** A live project as it was set up last; without a key it opens all the same, and says so. */
export const liveSource = async (
  identity: ProjectIdentity,
  place: LivePlace,
): Promise<FoundSource> => {
  const { apiKey } = await keyOf(identity.id, place);
  return {
    ok: true,
    source: Object.freeze({
      identity,
      answers: { kind: 'live' as const, live: settingsOf(identity, place), apiKey },
      firstSetUp: firstLiveSetUp,
      problem: () => null,
      listen: () => undefined,
      close: () => undefined,
    }),
  };
};
