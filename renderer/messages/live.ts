import type {
  HostMistake,
  KeyMistake,
  LivePlatform,
  LiveTrouble,
} from '../../shared/contract/live.ts';
import type { NoAnswerReason } from '../../shared/errors.ts';

interface Words {
  readonly title: string;
  readonly text: string;
}

const keyMistakes: Readonly<Record<KeyMistake, string>> = {
  empty: 'Enter the public API key of an app.',
  secret:
    'A secret key can change everything in your project, so it is not taken. Use the app’s public key (appl_, goog_, …).',
  'not-a-key': 'A key has at least 6 signs of a plain keyboard, and no spaces.',
};

const hostMistakes: Readonly<Record<HostMistake, string>> = {
  'no-address': 'This is no address. It begins with https://.',
  'not-https': 'Only https is asked, so that nobody reads the key on the way.',
  'has-secrets': 'Leave the name and the password out of the address.',
  'has-query': 'Leave out what comes after ? or #.',
};

const platforms: Readonly<Record<LivePlatform, string>> = {
  android: 'Android',
  ios: 'iOS',
  web: 'Web',
};

const silences: Readonly<Record<NoAnswerReason, Words>> = {
  dns: {
    title: 'The host cannot be found',
    text: 'Nobody knows its name. Check the address of the host, and whether this machine is connected.',
  },
  offline: {
    title: 'This machine has no network',
    text: 'Nothing could leave it. Connect it, and ask again; until then you see what was kept.',
  },
  refused: {
    title: 'The host refuses the connection',
    text: 'Nobody listens there, or not with TLS. Check the address and its port.',
  },
  certificate: {
    title: 'The host’s certificate is not to be trusted',
    text: 'Nothing was sent, your key neither. A proxy or a network that wants a sign-in stands between, or the address is another’s. Check both.',
  },
  reset: {
    title: 'The host broke the connection off',
    text: 'It was there, and closed the connection before it answered. Ask again in a moment.',
  },
  timeout: {
    title: 'The host did not answer in time',
    text: 'The app waits for 30 seconds at most. Ask again, or look whether the network is slow.',
  },
  truncated: {
    title: 'The answer was cut off',
    text: 'The connection ended in the middle of it. Ask again in a moment.',
  },
  cancelled: {
    title: 'The question was given up',
    text: 'The user was changed, or the app was started again.',
  },
};

/** In the words of RevenueCat, where it has any. */
const answered = ({ status, code, said }: LiveTrouble): string => {
  const number = code === null ? '' : ` (code ${String(code)})`;
  const words = said === null ? '' : `: “${said}”`;
  return `It answered ${String(status)}${words}${number}.`;
};

const waiting = ({ retryAfterSeconds }: LiveTrouble): string =>
  retryAfterSeconds === null
    ? 'Wait a minute, and ask again.'
    : `Ask again in ${String(retryAfterSeconds)} seconds.`;

type Kind = Exclude<LiveTrouble['kind'], 'no-answer'>;

const troubles: Readonly<Record<Kind, (trouble: LiveTrouble) => Words>> = {
  'no-key': () => ({
    title: 'The API key is not here any more',
    text: 'It was kept for one session only, or cannot be read. Nobody is asked until you enter it again.',
  }),
  'key-refused': (trouble) => ({
    title: 'RevenueCat does not take the API key',
    text: `${answered(trouble)} Check that it is the public key of this app, for this platform, and enter it again.`,
  }),
  'too-many-requests': (trouble) => ({
    title: 'RevenueCat was asked too often',
    text: `${answered(trouble)} ${waiting(trouble)}`,
  }),
  'other-host': ({ status }) => ({
    title: 'This host does not answer like RevenueCat',
    text: `It answered ${String(status)}, and not in RevenueCat’s form. Check the address; a network that wants a sign-in answers like that, too.`,
  }),
  refused: (trouble) => ({
    title: 'RevenueCat refuses the question',
    text: `${answered(trouble)} Check the app user id and the host.`,
  }),
  broken: (trouble) => ({
    title: 'The host cannot answer now',
    text: `${answered(trouble)} Ask again in a moment; until then you see what was kept.`,
  }),
};

/** The texts about projects that RevenueCat itself serves. */
export const liveMessages = {
  connect: 'Connect to RevenueCat…',
  connectHint: 'A real project, read only, by its public API key',
  edit: 'Change the connection…',
  editHint: 'Key, host, user, platform and locale',
  connectTitle: 'Connect to a RevenueCat project',
  editTitle: 'Change the connection',
  intro:
    'The app asks for offerings and workflows as an SDK does, and changes nothing. RevenueCat may list a user whom it does not know as a new customer.',
  name: 'Name',
  nameHint: 'As the menu has it',
  key: 'Public API key',
  keyHint: 'In your RevenueCat project, below API keys',
  keyKept: 'One is kept. Leave this empty to go on with it.',
  keyPlaceholder: 'appl_… or goog_…',
  keptPlaceholder: '••••••••',
  keySafe: 'It is kept in the system’s key store, and never shown again.',
  notKept: 'The key is kept for this session only',
  keyMistakes,
  host: 'Host',
  hostHint: 'RevenueCat’s own, or your proxy',
  hostMistakes,
  user: 'App user id',
  userHint: 'Empty: somebody anonymous',
  userPlaceholder: 'anonymous',
  platform: 'Platform',
  platformHint: 'Decides product ids and fonts',
  platforms,
  locale: 'Locale',
  localeHint: 'As en_US',
  localeMistake: 'Write it as en_US, de or zh-Hans.',
  connectIt: 'Connect',
  connecting: 'Connecting…',
  reading: 'Reading…',
  again: 'Ask again',
  trouble: (trouble: LiveTrouble): Words =>
    trouble.kind === 'no-answer'
      ? silences[trouble.reason ?? 'reset']
      : troubles[trouble.kind](trouble),
} as const;
