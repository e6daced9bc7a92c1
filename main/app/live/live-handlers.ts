import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Handlers, Result } from '../../../shared/contract/calls.ts';
import {
  type ConnectLive,
  type KeyMistake,
  type LiveProject,
  type LiveSettings,
  defaultLiveSettings,
  keyMistake,
  liveSettingsSchema,
} from '../../../shared/contract/live.ts';
import { type Outcome, done, problem } from '../../../shared/contract/outcome.ts';
import { appUserId, isAnonymous } from '../../../shared/model/ids.ts';
import { allowedUrl } from '../../http/hosts.ts';
import { openSettingsFile } from '../../store/settings-file.ts';
import { recordingFirst } from '../guest/guest-desk.ts';
import type { Desk } from '../handlers.ts';
import type { ProjectIdentity } from '../project/project-identity.ts';
import { removeFormerCaches } from '../session/open-live-session.ts';
import { type SetUp, setUpSchema, withUser } from '../session/set-up.ts';
import { openLiveFile } from './live-file.ts';
import { type LivePlace, firstLiveSetUp, keyOf, liveSource } from './live-source.ts';

type Connected = Result<'connectLive'>;

const idBytes = 8;

const keyWords: Readonly<Record<KeyMistake, string>> = {
  empty: 'There is no API key for this project yet. Enter one.',
  secret:
    'That is a secret key. It can change everything in your RevenueCat project, so this app does not take it: use the public key of the app (appl_, goog_, …).',
  'not-a-key':
    'That is no API key: a key has at least 6 signs, all of them of a plain keyboard, and no spaces.',
};

const notThere = problem('not-found', 'This project is not on the list any more.');

const defaults: Omit<LiveProject, 'note'> = {
  name: 'RevenueCat',
  ...defaultLiveSettings,
  user: null,
  hasKey: false,
  keyProblem: null,
};

const settingsOf = ({ host, platform, locale }: ConnectLive): Outcome<LiveSettings> => {
  const parsed = liveSettingsSchema.safeParse({ host, platform, locale });
  if (parsed.success && allowedUrl(host) !== null) return done(parsed.data);
  return parsed.error?.issues.every(({ path }) => path[0] !== 'host')
    ? problem('refused', 'That is no locale: write it as en_US.')
    : problem(
        'refused',
        'That is not the address of a host: it begins with https://, and has a name or number and a port that can be.',
      );
};

/** What a window may do with projects that are served by RevenueCat itself. */
export const liveHandlers = ({ projects, places, services, log, guests }: Desk) => {
  const place: LivePlace = { places, keys: services.keys, log };
  const tell = (text: string): void => log.write('live', text);
  const fileOf = (id: string) => openLiveFile(places.project(id), tell);
  const first = firstLiveSetUp();
  const setUpOf = (id: string) =>
    openSettingsFile<SetUp>(places.project(id), 'set-up.json', setUpSchema, first, tell);

  const find = (id: string): ProjectIdentity | null => {
    const identity = projects.list.find(id);
    return identity?.kind === 'live' ? identity : null;
  };

  const identityFor = ({ project, name, host }: ConnectLive): ProjectIdentity | null => {
    if (project !== null && find(project) === null) return null;
    const id = project ?? `live-${randomBytes(idBytes).toString('hex')}`;
    return Object.freeze({ id, kind: 'live', name, folder: null, host });
  };

  /** One is there to ask with, or why not; the note says what became of it that nobody expects. */
  const keepKey = async (id: string, typed: string | null): Promise<Outcome<Connected>> => {
    const apiKey = typed ?? (await keyOf(id, place)).apiKey ?? '';
    const mistake = keyMistake(apiKey);
    if (mistake !== null) return problem('refused', keyWords[mistake]);
    if (typed === null) return done({ note: null });
    const { note: known } = services.keys;
    const written = await services.keys.write(id, typed);
    return done({
      note: written.status === 'session-only' && known === null ? written.note : null,
    });
  };

  const keepUser = (id: string, user: string | null): void => {
    const file = setUpOf(id);
    const before = file.read();
    const anonymous = isAnonymous(before.user) ? before.user : firstLiveSetUp().user;
    const why = file.write(withUser(before, user === null ? anonymous : appUserId(user)));
    if (why !== null) tell(`What was set up is not on disk: ${why}`);
  };

  /** One that never was open leaves nothing behind. */
  const removeNew = async ({ id }: ProjectIdentity): Promise<void> => {
    services.keys.remove(id);
    await rm(places.project(id), { recursive: true, force: true });
  };

  const connectAs = async (
    identity: ProjectIdentity,
    wanted: ConnectLive,
  ): Promise<Outcome<Connected>> => {
    const settings = settingsOf(wanted);
    if (!settings.ok) return settings;
    const kept = await keepKey(identity.id, wanted.apiKey);
    if (!kept.ok) return kept;
    const why = fileOf(identity.id).write(settings.value);
    if (why !== null) return problem('system', `The project is not on disk: ${why}.`);
    keepUser(identity.id, wanted.user);
    const opened = await projects.open(() => liveSource(identity, place));
    if (!opened.ok) return opened;
    const { apiKey } = await keyOf(identity.id, place);
    removeFormerCaches(places.project(identity.id), { apiKey, live: settings.value });
    return kept;
  };

  const connect = async (wanted: ConnectLive): Promise<Outcome<Connected>> => {
    if (keyMistake(wanted.apiKey ?? '') !== 'not-a-key') log.hide(wanted.apiKey ?? '');
    if (guests.isRecording()) return recordingFirst;
    const identity = identityFor(wanted);
    if (identity === null) return notThere;
    const connected = await connectAs(identity, wanted);
    if (!connected.ok && wanted.project === null) await removeNew(identity);
    return connected;
  };

  const read = async (id: string): Promise<Outcome<LiveProject>> => {
    const identity = find(id);
    if (identity === null) return notThere;
    const live = fileOf(id).read();
    const { apiKey, problem: keyProblem } = await keyOf(id, place);
    return done({
      ...defaults,
      ...(identity.host === null ? {} : { host: identity.host }),
      ...live,
      name: identity.name,
      user: setUpOf(id).read().user,
      hasKey: apiKey !== null,
      keyProblem,
      note: services.keys.note,
    });
  };

  return {
    connectLive: connect,
    readLive: ({ project }) =>
      project === null ? done({ ...defaults, note: services.keys.note }) : read(project),
  } satisfies Partial<Handlers>;
};
