import type { CallName } from '../shared/contract/calls.ts';
import type { FaultLine, Settings } from '../shared/contract/documents.ts';
import type { RuleSet } from '../shared/policies.ts';
import type { EventType, Subject } from '../shared/timeline.ts';

const number = new Intl.NumberFormat('en');

const count = (amount: number, one: string, several = `${one}s`): string =>
  `${number.format(amount)} ${amount === 1 ? one : several}`;

const faultTargets: Readonly<Record<string, string>> = {
  offerings: 'Offerings',
  list: 'Workflows list',
  detail: 'Workflows',
  cdn: 'CDN bodies',
  asset: 'Assets',
  backend: 'Backend',
  all: 'Everything',
};

/** A fault that is aimed at one of them. */
const aimedTargets: Readonly<Record<string, (id: string) => string>> = {
  detail: (id) => `Workflow ${id}`,
  cdn: (id) => `Body of ${id}`,
  asset: (id) => `Assets of ${id}`,
};

const faultWhere = ({ what, id }: FaultLine): string => {
  const target = faultTargets[what] ?? what;
  if (id === null) return target;
  return aimedTargets[what]?.(id) ?? `${target} ${id}`;
};

const faultKinds: Readonly<Record<string, string>> = {
  offline: 'offline',
  refused: 'connection refused',
  dns: 'host not found',
  timeout: 'never answers',
  reset: 'connection reset',
  truncated: 'cut short',
  empty: 'empty answer',
  html: 'answers in HTML',
  'wrong-type': 'wrong content type',
  'bad-json': 'broken JSON',
  'wrong-hash': 'wrong bytes',
  oversize: 'too large',
  redirect: 'redirected',
  flaky: 'fails now and then',
};

const faultHow = ({ how, with: kind }: FaultLine): string => {
  if (how === 'slow') return 'slow';
  if (how === 'hold') return 'held back';
  if (typeof kind === 'number') return `answers ${kind}`;
  return kind === null ? 'fails' : (faultKinds[kind] ?? kind);
};

const fault = (line: FaultLine): string => {
  const often = line.times === null ? '' : `, ${count(line.times, 'more time')}`;
  return `${faultWhere(line)}: ${faultHow(line)}${often}`;
};

const failedCall: Readonly<Record<CallName, string>> = {
  getOfferings: 'The offerings were not asked for',
  getList: 'The workflows list was not asked for',
  getWorkflow: 'The workflow was not asked for',
  readWorkflow: 'The workflow could not be read',
  setOnline: 'The network was not switched',
  setForeground: 'The app was not moved',
  setRules: 'The rules were not changed',
  fail: 'The backend was not taken down',
  heal: 'The backend was not brought up',
  healEverything: 'Not everything was healed',
  coldStart: 'The app was not started again',
  logIn: 'Nobody was logged in',
  logOut: 'The user was not logged out',
  switchUser: 'The user was not switched',
  alias: 'The user has no alias',
  changeSettings: 'The setting was not saved',
  resetSettings: 'The settings were not reset',
  showDataFolder: 'The data folder was not opened',
  wipeData: 'Not all data was wiped',
  showLogs: 'The log folder was not opened',
  openLink: 'The link was not opened',
  readLicences: 'The licences could not be read',
  report: 'The fault was not reported',
};

const rules: Readonly<Record<RuleSet, string>> = {
  recommended: 'Recommended',
  android: 'Android SDK',
  ios: 'iOS SDK',
};

const subjects: Readonly<Record<Subject, string>> = {
  offerings: 'Offerings',
  list: 'List',
  detail: 'Workflow',
  cdn: 'CDN',
  asset: 'Asset',
  disk: 'Disk',
  identity: 'User',
  app: 'App',
};

const eventTypes: Readonly<Record<EventType, string>> = {
  hit: 'Hit',
  miss: 'Miss',
  'stale-served': 'Stale served',
  joined: 'Joined',
  refreshed: 'Refreshed',
  restored: 'Restored',
  'fell-back': 'Fell back',
  rejected: 'Rejected',
  failed: 'Failed',
  pruned: 'Pruned',
  persisted: 'Saved',
  'dropped-late': 'Dropped late',
  evicted: 'Evicted',
  'marked-stale': 'Marked stale',
  quarantined: 'Quarantined',
  prefetched: 'Prefetched',
  downloaded: 'Downloaded',
  verified: 'Verified',
  'identity-changed': 'User changed',
  'foreground-changed': 'Front/back',
  'cold-started': 'Cold start',
  requested: 'Request',
  responded: 'Response',
  called: 'Call',
  completed: 'Answer',
  warned: 'Warning',
  leaked: 'Leak',
};

interface SettingTexts {
  readonly label: string;
  readonly hint: string;
}

const settings: Readonly<Record<keyof Settings, SettingTexts>> = {
  appearance: { label: 'Appearance', hint: 'How this window looks; paywalls have their own.' },
  persistOnDemand: {
    label: 'Keep workflows opened on demand',
    hint: 'Also those that the list does not prefetch are saved to disk. Only the recommended rules do so.',
  },
  fallbackHost: {
    label: 'Fallback host',
    hint: 'A second host answers where the first one fails.',
  },
  fileCacheBytes: {
    label: 'File cache',
    hint: 'Bodies, images and fonts on disk. What saved workflows need stays above it, too.',
  },
  onDemandEntries: {
    label: 'Workflows kept on demand',
    hint: 'How many workflows opened on demand stay on disk.',
  },
  onDemandBytes: {
    label: 'Space for them',
    hint: 'How much the workflows kept on demand may take.',
  },
  timelineEvents: {
    label: 'Timeline',
    hint: 'How many events are remembered; the oldest go first.',
  },
};

const guide = [
  {
    title: 'What you see',
    text: 'This is a paywall SDK on a desk. The app asks a backend for offerings, for the list of workflows, and for each workflow, exactly as a phone does. The backend is inside: nothing here needs an account or a network.',
  },
  {
    title: 'Break it on purpose',
    text: 'The bar on top is the world around the app. Take the network or the backend away, put the app into the background, change the user, or kill the app and start it cold. Whatever is broken on purpose is amber; “Heal everything” ends it.',
  },
  {
    title: 'Read off what a customer would see',
    text: 'Each offering shows the workflow that it maps to, and whether memory holds it fresh, stale, restored from disk, or not at all. Fresh lasts 5 minutes in the foreground and 25 hours in the background. Press an offering to ask for its workflow.',
  },
  {
    title: 'Find out why',
    text: 'Next to the list stands, in plain words, which decisions led there. The timeline below has every event, newest last. Red is a real problem, never one of the switches.',
  },
  {
    title: 'Compare the rules',
    text: '“Recommended” serves stale and refreshes behind, and drops what comes too late for a former user. “Android SDK” and “iOS SDK” do what the SDKs of June 2026 did, faults included.',
  },
] as const;

/** Every text of the window, in one place. */
export const messages = {
  appName: 'Paywall Preview',
  starting: 'Starting…',
  count,
  number: (amount: number): string => number.format(amount),

  status: {
    fresh: 'Fresh',
    stale: 'Stale',
    refreshing: 'Refreshing',
    loading: 'Loading',
    restored: 'Restored',
    rejected: 'Rejected',
    failed: 'Failed',
    missing: 'Missing',
    legacy: 'Legacy',
    none: 'No workflow',
    unknown: 'Unknown',
  },
  /** What each status means for somebody who opens the paywall now. */
  meaning: {
    fresh: 'Served from memory at once, without asking the backend.',
    stale: 'Served from memory at once, and refreshed behind.',
    refreshing: 'Being asked for. Until the answer comes, the copy in memory is served.',
    loading: 'Being asked for. There is nothing to show until the answer comes.',
    restored: 'Came back from disk and is served from memory at once.',
    restoredStale: 'Came back from disk, is served at once, and refreshed behind.',
    rejected: 'The backend refuses it, and memory holds no copy to show.',
    failed: 'The last request failed, and memory holds no copy to show.',
    missing: 'Not in memory: whoever opens it waits for the backend, or for the copy on disk.',
    legacy: 'Has a paywall of the first generation, so it never uses a workflow.',
    unknown:
      'There is no workflows list, so nobody knows which workflow it maps to. Ask for the list.',
    none: 'Maps to no workflow: what is shown is the offering’s own paywall, or a default one.',
  },
  alsoStale: '· stale',
  problemBehind: { rejected: 'Request rejected', failed: 'Request failed' },
  source: { network: 'Network', disk: 'Disk', memory: 'Memory' },

  fault,
  failedCall,
  rules,
  subjects,
  eventTypes,

  world: {
    label: 'The world around the app',
    project: 'Project',
    network: 'Network',
    online: 'Online',
    offline: 'Offline',
    backend: 'Backend',
    up: 'Up',
    down: 'Down',
    app: 'App',
    foreground: 'Foreground',
    background: 'Background',
    rules: 'Rules',
    user: 'User',
    restart: 'Restart',
    coldStart: 'Cold start',
    broken: 'Broken on purpose',
    heal: 'Heal everything',
    offlineFault: 'Network: offline',
    diskFullFault: 'Disk: full',
  },

  user: {
    anonymous: 'Anonymous',
    nobody: 'Nobody',
    button: (name: string): string => `User: ${name}`,
    menu: 'Users',
    switchTo: 'Switch to',
    isCurrent: 'Current',
    other: 'Other user',
    placeholder: 'App user id',
    logIn: 'Log in',
    alias: 'Alias',
    logOut: 'Log out',
    aliasHint: 'Alias gives the current user this id as well.',
  },

  offerings: {
    label: 'Offerings',
    orphans: 'Workflows without an offering',
    current: 'Current',
    prefetched: 'Prefetched',
    onDisk: 'On disk',
    unnamed: 'Not in the list',
    offeringName: (
      id: string,
      isCurrent: boolean,
      workflow: string | null,
      status: readonly string[],
    ): string =>
      [id, isCurrent ? 'current' : null, workflow, ...status]
        .filter((part) => part !== null)
        .join(', '),
    workflowName: (name: string, status: readonly string[]): string =>
      [name, 'workflow without an offering', ...status].join(', '),
    empty: {
      asking: {
        title: 'Asking for the offerings…',
        text: 'They appear here as soon as they come.',
      },
      failed: {
        title: 'No offerings',
        text: (why: string): string =>
          `${why} Memory and disk hold none either, so a customer would see no paywall. Heal what is broken, then ask again.`,
      },
      noUser: {
        title: 'There is no user',
        text: 'Offerings belong to a user. Log somebody in to get them.',
      },
      none: {
        title: 'No offerings yet',
        text: 'Ask for them, as an app does when it starts.',
      },
      project: {
        title: 'The project has no offerings',
        text: 'The backend answered, and its answer is empty. Add offerings to the project’s offerings.json, and start the app again.',
      },
    },
    ask: 'Ask for offerings',
  },

  caches: {
    label: 'Caches',
    offerings: 'Offerings',
    list: 'Workflows list',
    ask: 'Ask',
    askOfferings: 'Ask for the offerings',
    askList: 'Ask for the workflows list',
    force: 'Force',
    forceList: 'Ask for the workflows list, fresh or not',
    failedAt: (time: string): string => `Failed at ${time}.`,
    quarantined: (amount: number): string => `${number.format(amount)} quarantined`,
    leaks: (amount: number): string => count(amount, 'leak'),
  },

  detail: {
    label: 'Details',
    nothing: {
      title: 'Nothing to show',
      text: 'What is known of an offering stands here as soon as there is one.',
    },
    ask: 'Ask for workflow',
    about: 'About',
    facts: {
      workflow: 'Workflow',
      id: 'Id',
      source: 'Came from',
      stored: 'Stored at',
      size: 'Size',
      prefetched: 'Prefetched',
      persisted: 'On disk',
      packages: 'Packages',
      paywall: 'Own paywall',
      body: 'Body',
      offerings: 'Offerings',
    },
    yes: 'Yes',
    no: 'No',
    none: 'None',
    markedStale: 'Marked stale',
    why: 'Why',
    lastAnswer: (how: string): string => `Last answer: ${how}`,
    answeredFormer: 'It was for a user of before.',
    noReason: 'Nothing has happened to it that is still remembered.',
    recent: 'What happened to it',
  },

  timeline: {
    label: 'Timeline',
    list: 'Events',
    count: (amount: number): string => count(amount, 'event'),
    pause: 'Pause',
    resume: 'Resume',
    waiting: (amount: number): string => `${number.format(amount)} new`,
    newest: 'Newest',
    missed: (amount: number): string => `${count(amount, 'event')} not shown: there were too many`,
    earlier: (amount: number): string =>
      `after ${count(amount, 'earlier one')} that ${amount === 1 ? 'is' : 'are'} not shown`,
    empty: { title: 'No events yet', text: 'Everything that the app decides appears here.' },
    columns: {
      time: 'Time',
      subject: 'About',
      type: 'Event',
      words: 'What happened',
      user: 'User',
    },
  },

  settings: {
    title: 'Settings',
    open: 'Settings',
    fields: settings,
    restartNote:
      'Changing anything below restarts the session: memory is emptied, and what is broken on purpose is healed.',
    appearances: { system: 'System', light: 'Light', dark: 'Dark' },
    groups: { look: 'Look', behaviour: 'Behaviour', sizes: 'Sizes', data: 'Data' },
    byDefault: (value: string): string => `Default: ${value}`,
    on: 'On',
    off: 'Off',
    reset: 'Reset',
    resetField: (label: string): string => `Reset ${label}`,
    resetAll: 'Reset all settings',
    range: (least: string, most: string): string => `From ${least} to ${most}.`,
    notANumber: 'A whole number is needed.',
    notASize: 'A size is needed, such as 500 MB.',
    dataFolder: 'Data folder',
    dataHint: 'Caches, settings, users and logs of this app.',
    show: 'Show',
    wipe: 'Wipe…',
    wipeTitle: 'Wipe all data?',
    wipeText:
      'Every cache, the settings, the known users and the logs are removed, and the app starts as on the first day. This cannot be undone. Project folders are not touched.',
    wipeConfirm: 'Wipe all data',
    wiping: 'Wiping…',
  },

  help: {
    title: 'Help',
    open: 'Help',
    guide,
    shortcuts: 'Shortcuts',
    shortcutsHint: 'They rest while you type in a field.',
    logs: 'Logs',
    logsHint: 'What went wrong in the app itself is written here. Secrets are not.',
    showLogs: 'Show logs',
    versions: 'Versions and licences',
    version: (version: string, host: string): string => `Paywall Preview ${version}, ${host} host`,
    libraries: (amount: number): string => count(amount, 'library', 'libraries'),
    loading: 'Reading…',
    readAgain: 'Read the licences again',
  },

  shortcuts: {
    help: 'Help',
    settings: 'Settings',
    network: 'Network on or off',
    backend: 'Backend up or down',
    foreground: 'Foreground or background',
    coldStart: 'Cold start',
    heal: 'Heal everything',
    askOfferings: 'Ask for the offerings',
    askList: 'Ask for the list',
    askWorkflow: 'Ask for the workflow',
    pause: 'Pause or resume the timeline',
  },

  connection: {
    lost: 'The connection to the app is lost.',
    since: (time: string): string =>
      `What you see is as of ${time}. Trying to connect again… If you closed it, start it and open its new address.`,
    over: (time: string): string =>
      `What you see is as of ${time}. The app was closed or started again: open the address that “npm start” prints now.`,
    unreachable:
      'The app cannot be reached, so nothing was done. Look whether “npm start” still runs.',
    interrupted:
      'The connection to the app was lost before the answer came, so it is not known whether it was done.',
    unusable: 'The app answered with something that makes no sense here.',
    refusedTitle: 'This address does not lead to a running app',
    refusedText:
      'The app was closed or started again since, or the end of the address is missing. Start it with “npm start”, and open the address that it prints.',
  },

  errors: {
    areaTitle: (area: string): string => `“${area}” stopped working`,
    areaText: 'The fault is in this window, and is in the log now. The app itself goes on.',
    reload: 'Reload this area',
    faultTitle: 'Something in this window went wrong',
    faultText:
      'It is in the log now. If something does not react any more, reload the window: nothing is lost by that.',
    unreadableTitle: 'A message from the app could not be read',
    unreadableText:
      'What you see may be out of date. Reload the window; if it comes back, the log says more.',
  },

  dialog: { close: 'Close', cancel: 'Cancel' },
  notices: { label: 'Notices', dismiss: 'Dismiss' },
  panes: { offerings: 'Width of the offerings', timeline: 'Height of the timeline' },
} as const;
