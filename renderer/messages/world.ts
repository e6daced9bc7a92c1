import { number } from './counts.ts';
import type { FaultLine, WaitingRequest } from '../../shared/contract/documents.ts';
import type { FaultScope, Pace } from '../../shared/faults.ts';
import type { RuleSet } from '../../shared/policies.ts';

/** The texts of the bar at the top, and of the drawer of faults. */

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

const times = (amount: number): string =>
  amount === 1 ? '1 more time' : `${number.format(amount)} more times`;

const scopes: Readonly<Record<FaultScope, string>> = {
  all: 'Everything',
  backend: 'Backend',
  offerings: 'Offerings',
  list: 'Workflows list',
  detail: 'Workflows',
  cdn: 'CDN bodies',
  asset: 'Assets',
};

const scopeOf = (what: string): string =>
  Object.hasOwn(scopes, what) ? scopes[what as FaultScope] : what;

/** Something that is aimed at one of them. */
const aimed: Readonly<Record<string, (id: string) => string>> = {
  detail: (id) => `Workflow ${id}`,
  cdn: (id) => `Body of ${id}`,
  asset: (id) => `Asset ${id}`,
};

const where = ({ what, id }: { readonly what: string; readonly id: string | null }): string => {
  if (id === null) return scopeOf(what);
  return aimed[what]?.(id) ?? `${scopeOf(what)} ${id}`;
};

const kinds: Readonly<Record<string, string>> = {
  offline: 'offline',
  refused: 'connection refused',
  dns: 'host not found',
  timeout: 'never answers',
  reset: 'connection reset',
  truncated: 'cut short',
  empty: 'empty answer',
  html: 'answers in HTML',
  'wrong-type': 'wrong type of JSON',
  'bad-json': 'broken JSON',
  'wrong-hash': 'wrong bytes',
  oversize: 'too large',
  redirect: 'redirected',
  flaky: 'fails now and then',
};

/** `800 ms`, `3 s`. */
const duration = (ms: number): string =>
  ms < 1_000 ? `${number.format(ms)} ms` : `${number.format(ms / 1_000)} s`;

const rate = (bytes: number): string =>
  bytes < 1_000 ? `${number.format(bytes)} B/s` : `${number.format(bytes / 1_000)} kB/s`;

const pace = ({ latencyMs, jitterMs, bytesPerSecond }: Pace): string =>
  [
    latencyMs > 0 ? duration(latencyMs) : null,
    jitterMs > 0 ? `up to ${duration(jitterMs)} more` : null,
    bytesPerSecond === null ? null : rate(bytesPerSecond),
  ]
    .filter((part) => part !== null)
    .join(', ');

type Fault = Pick<FaultLine, 'how' | 'what' | 'id' | 'with' | 'times' | 'pace' | 'share'>;

const slow = (how: string): string => (how === '' ? 'slow' : `slow (${how})`);

const how = (line: Fault): string => {
  if (line.how === 'slow') return slow(line.pace === null ? '' : pace(line.pace));
  if (line.how === 'hold') return 'held back';
  if (typeof line.with === 'number') return `answers ${line.with}`;
  if (line.with === null) return 'fails';
  const kind = kinds[line.with] ?? line.with;
  return line.share === null ? kind : `${kind} (${percent.format(line.share)})`;
};

/** One thing that is broken on purpose, in a phrase. */
const fault = (line: Fault, place = where(line)): string =>
  `${place}: ${how(line)}${line.times === null ? '' : `, ${times(line.times)}`}`;

const ruleHints: Readonly<Record<RuleSet, string>> = {
  recommended:
    'Serves a stale copy at once and refreshes it behind. A 4xx empties memory. Nothing that comes late for a former user is kept.',
  android:
    'Waits for a stale list, and keeps what a 4xx refuses, as stale. What comes from disk counts as fresh, and what comes late for a former user is stored.',
  ios: 'Waits for a stale list, and keeps what a 4xx refuses. A workflow that fails is an error, also where a copy of it lies on disk.',
};

export const worldMessages = {
  label: 'The world around the app',
  project: 'Project',
  network: 'Network',
  online: 'Online',
  offline: 'Offline',
  backend: 'Backend',
  cdn: 'CDN',
  app: 'App',
  foreground: 'Foreground',
  background: 'Background',
  rules: 'Rules',
  ruleHints,
  user: 'User',
  restart: 'Restart',
  coldStart: 'Cold start',
  more: 'More',
  moreHolds: (words: readonly string[]): string => words.join(' · '),
  chosen: (caption: string, word: string): string => `${caption}: ${word}`,

  /** How the backend or the CDN is, as long as it is so for all that it is asked. */
  ways: {
    up: 'Up',
    down: 'Down',
    refusing: 'Refusing',
    hanging: 'Hanging',
    rejecting: 'Rejecting',
    malformed: 'Malformed',
    slow: 'Slow',
    wrong: 'Wrong bytes',
    mixed: 'Mixed',
  },
  wayHints: {
    up: 'Answers as it should. Whatever was aimed at it is healed.',
    down: 'Answers 503 to everything.',
    refusing: 'Nobody listens: every connection is refused.',
    hanging: 'Takes every request, and never answers.',
    rejecting: 'Answers 403 to everything.',
    malformed: 'Answers 200, with JSON that breaks off.',
    slow: 'Answers everything 3 s late.',
    wrong: 'Sends other bytes than were announced.',
    mixed: 'Several faults at once: they stand under Faults.',
  },

  broken: 'Broken on purpose',
  heal: 'Heal everything',
  offlineFault: 'Network: offline',
  diskFullFault: 'Disk: full',
  cdnPlace: 'CDN',
  fault,
  waiting: ({ what, id }: WaitingRequest): string => where({ what, id }),
  moreBroken: (amount: number): string => `and ${number.format(amount)} more`,
  waitingCount: (amount: number): string =>
    amount === 1 ? '1 request waits' : `${number.format(amount)} requests wait`,

  clock: {
    label: 'Clock',
    real: 'Real',
    virtual: 'Virtual',
    panel: 'The app’s clock',
    kind: 'How the time goes',
    isVirtual: 'It stands still, and moves only by hand. Slow answers and time limits wait for it.',
    isReal: 'It goes by itself. Moving it makes it virtual.',
    steps: 'Move the clock',
    move: 'Move',
    by: 'Move by',
    byExample: '10m, -1h, 25h 30m',
    notADuration: 'An amount is needed, such as 10m, -1h or 2d.',
    to: 'Set to',
    set: 'Set',
    button: (state: string): string => `Clock: ${state}`,
    steady: [
      { word: '+1 min', ms: 60_000 },
      { word: '+5 min', ms: 5 * 60_000 },
      { word: '+25 h', ms: 25 * 3_600_000 },
    ],
    healNote: 'Healing leaves the clock as it is.',
  },

  faults: {
    label: 'Faults',
    none: 'None',
    on: (amount: number): string => `${number.format(amount)} on`,
    button: (state: string): string => `Faults: ${state}`,
    title: 'Faults',
    close: 'Close the faults',
    nothing: 'Nothing is broken on purpose.',
    healOne: 'Heal',
    healOneOf: (what: string): string => `Heal ${what}`,
    waitingTitle: 'Requests that wait',
    nobodyWaits: 'No request is held back.',
    since: (time: string, how: string): string => `since ${time} · ${how}`,
    release: 'Release',
    releaseOf: (what: string): string => `Release ${what}`,
    releaseAll: 'Release all',
    releaseAllHint: 'Releasing all ends the hold, too.',
    add: 'Break something',
    addButton: 'Break it',
    what: 'What',
    which: 'Which one',
    all: 'All of them',
    noneFound: 'None has this name. It is taken as it is.',
    how: 'How',
    status: 'Status',
    times: 'How often',
    untilHealed: 'Until healed',
    share: 'Share that fails',
    latency: 'Late by',
    jitter: 'At random more',
    rate: 'Bytes per second',
    ms: 'ms',
    percent: '%',
    asFast: 'As fast as it goes',
    notAStatus: 'From 400 to 599.',
    notATimes: 'A whole number from 1, or nothing.',
    notAShare: 'From 1 to 100.',
    notMs: 'From 0 to 3,600,000.',
    notARate: 'A whole number from 1, or nothing.',
    disk: 'Disk',
    diskFull: 'Full: nothing can be saved',
    diskFree: 'Has room',
    scopes,
    groups: {
      connect: 'Never reaches it',
      answer: 'Answers wrongly',
      bytes: 'Sends wrong bytes',
      time: 'Takes its time',
    },
    kinds: {
      status: 'Answers an error status',
      offline: 'Offline',
      refused: 'Connection refused',
      dns: 'Host not found',
      timeout: 'Never answers',
      reset: 'Connection reset',
      truncated: 'Cut short',
      empty: 'Empty answer',
      html: 'An HTML page',
      'wrong-type': 'JSON of another type',
      'bad-json': 'Broken JSON',
      'wrong-hash': 'Other bytes than announced',
      oversize: 'Too large',
      redirect: 'Redirected',
      flaky: 'Fails now and then (503)',
      slow: 'Slow',
      hold: 'Held until released',
    },
  },
} as const;
