import { count, number } from './messages/counts.ts';
import type { CallName } from '../shared/contract/calls.ts';
import type { OpenScenario, Settings } from '../shared/contract/documents.ts';
import type { RuleSet } from '../shared/policies.ts';
import type { EventType, Subject } from '../shared/timeline.ts';
import { inspectorMessages } from './messages/inspector.ts';
import { paletteMessages } from './messages/palette.ts';
import { liveMessages } from './messages/live.ts';
import { projectMessages } from './messages/project.ts';
import { comparisonMessages, guestMessages, libraryMessages } from './messages/scenario.ts';
import { exportMessages, reportMessages } from './messages/report.ts';
import { phoneMessages } from './messages/phone.ts';
import { worldMessages } from './messages/world.ts';
import { stageMessages } from './messages/stage.ts';
import { timelineMessages } from './messages/timeline.ts';

const failedCall: Readonly<Record<CallName, string>> = {
  getOfferings: 'The offerings were not asked for',
  getList: 'The workflows list was not asked for',
  getWorkflow: 'The workflow was not asked for',
  readWorkflow: 'The workflow could not be read',
  readOwnPaywall: 'The offering’s own paywall could not be read',
  findFiles: 'The cached files were not found',
  changeStage: 'The stage was not set up like that',
  takePictures: 'No pictures were taken',
  cancelPictures: 'The pictures were not cancelled',
  showPictures: 'The folder of the pictures was not opened',
  setOnline: 'The network was not switched',
  setForeground: 'The app was not moved',
  setRules: 'The rules were not changed',
  fail: 'Nothing was broken',
  slow: 'Nothing was slowed down',
  hold: 'Nothing is held back',
  release: 'Nothing was released',
  releaseRequest: 'The request was not released',
  endFault: 'The fault was not healed',
  setDiskFull: 'The disk is as it was',
  setClock: 'The clock is as it was',
  moveClock: 'The clock was not moved',
  heal: 'Nothing was healed',
  healEverything: 'Not everything was healed',
  coldStart: 'The app was not started again',
  logIn: 'Nobody was logged in',
  logOut: 'The user was not logged out',
  switchUser: 'The user was not switched',
  alias: 'The user has no alias',
  openScenario: 'The scenario was not opened',
  playScenario: 'The scenario was not played',
  closeScenario: 'The scenario was not closed',
  listScenarios: 'The scenarios could not be listed',
  openListed: 'The scenario was not opened',
  removeListed: 'The scenario was not deleted',
  renameListed: 'The scenario was not renamed',
  compareRules: 'The rules were not compared',
  showScenario: 'The scenario was not played',
  steerScenario: 'The scenario goes on as before',
  startRecording: 'Nothing is recorded',
  addCheck: 'No check was added',
  addMark: 'Requests are counted as before',
  undoStep: 'Nothing was taken back',
  stopRecording: 'The recording was not stopped',
  saveScenario: 'The scenario was not saved',
  leaveGuest: 'The scenario is still on the desk',
  openProjectFolder: 'The folder was not opened',
  openProject: 'The project was not opened',
  forgetProject: 'The project was not forgotten',
  openJson: 'The file was not opened',
  saveProject: 'The project was not saved',
  listFolders: 'The folders could not be listed',
  chooseFolder: 'No folder could be chosen',
  connectLive: 'The project was not connected',
  readLive: 'How the project is asked could not be read',
  saveReport: 'The report was not saved',
  openReport: 'The report was not opened',
  readEnvelope: 'The envelope could not be read',
  readDisk: 'The disk was not looked at',
  readLayout: 'The layout could not be read',
  changeLayout: 'The layout was not kept',
  changeSettings: 'The setting was not saved',
  resetSettings: 'The settings were not reset',
  showDataFolder: 'The data folder was not opened',
  wipeData: 'Not all data was wiped',
  showLogs: 'The log folder was not opened',
  openLink: 'The link was not opened',
  servePhone: 'Phones are not served',
  stopPhone: 'Phones are still served',
  readEvents: 'Older events could not be read',
  exportTimeline: 'The events were not exported',
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
  phone: 'Phone',
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
  'rules-changed': 'Rules',
  'project-changed': 'Project changed',
  'cold-started': 'Cold start',
  requested: 'Request',
  responded: 'Response',
  called: 'Call',
  completed: 'Answer',
  'phone-asked': 'Phone asks',
  'phone-answered': 'Phone answered',
  'phone-turned': 'Phones',
  warned: 'Warning',
  leaked: 'Leak',
};

type ScenarioProblem = Extract<OpenScenario['content'], { status: 'unusable' }>['problems'][number];

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
    title: 'Look at the paywall',
    text: 'In the middle stands what a customer would see of the selected offering, and the line above it says why. Press the paywall’s own buttons; what only a phone can do is told. Choose device, language and text size above it, and prices and eligibility under “Circumstances”. The filmstrip shows all screens at once.',
  },
  {
    title: 'Break it on purpose',
    text: 'The bar on top is the world around the app. Take the network, the backend or the CDN away, put the app into the background, change the user, or kill the app and start it cold. Under “Faults” stands the rest: each kind of fault for one workflow or for all, some times or for good, and requests that are held until you release them. Whatever is broken on purpose is amber; “Heal everything” ends it.',
  },
  {
    title: 'Read off what a customer would see',
    text: 'Each offering shows the workflow that it maps to, and whether memory holds it fresh, stale, restored from disk, or not at all. Fresh lasts 5 minutes in the foreground and 25 hours in the background. Press an offering to ask for its workflow.',
  },
  {
    title: 'Move the time',
    text: 'The clock goes by itself until you move it: then it stands still, and countdowns, slow answers and time limits wait for you. Five minutes later everything is stale; a day later it is still on disk. Back in real time, what was stored in the future counts as the rules say.',
  },
  {
    title: 'Find out why',
    text: 'On the right stands, in plain words, what is served and which decisions led there: press one to see it in the timeline. Its other tabs have the paywall’s JSON, what is on disk, and what is wrong with the paywall itself. The timeline below has every event, newest last. Red is what nobody broke, or what a customer does not get to see; where that was broken on purpose, it says so.',
  },
  {
    title: 'Play a scenario',
    text: 'A scenario says what happens and what must be seen. Choose one under Scenarios, or drop a file on this window: it is played here, step by step, and each check says whether it holds. It has a session of its own; when you leave it, yours is as it was. Record writes down what you do as such a file.',
  },
  {
    title: 'Show it to others',
    text: 'Under “Export and open” in the bar, a report writes all that is known now into one zip for a bug, without keys and tokens. Drop such a zip on this window to look around in it, as if you had been there; nothing can be changed in it, and your own session goes on behind it.',
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
  onPurpose: 'on purpose',
  source: { network: 'Network', disk: 'Disk', memory: 'Memory' },

  failedCall,
  rules,
  subjects,
  eventTypes,

  world: worldMessages,
  phone: phoneMessages,

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
    onDisk: 'Saved',
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
        text: 'The backend answered, and its answer is empty. Add offerings to the project.',
      },
    },
    ask: 'Ask for offerings',
    search: 'Search offerings',
    searchExample: 'Name, workflow',
    clearSearch: 'Clear the search',
    sort: 'Order',
    sorts: {
      response: 'As they came',
      name: 'Name',
      status: 'Status',
      left: 'Freshness left',
      size: 'Size',
    },
    filter: 'Filter by status',
    allFilters: 'All filters',
    showAll: 'Show all',
    shown: (shown: number, all: number): string =>
      `${number.format(shown)} of ${number.format(all)}`,
    noMatch: {
      title: 'Nothing matches',
      text: (all: number): string =>
        `None of ${count(all, 'row')} has this name and status. Change what you search for, or show all.`,
    },
    servedFromMemory: 'Last answered from memory',
  },

  caches: {
    label: 'Caches',
    offerings: 'Offerings',
    list: 'Workflows',
    ask: 'Ask',
    askOfferings: 'Ask for the offerings',
    askList: 'Ask for the workflows list',
    force: 'Force',
    forceList: 'Force: ask for the workflows list, fresh or not',
    failedAt: (time: string): string => `Failed at ${time}.`,
    failedOnPurpose: (time: string): string => `Failed on purpose at ${time}.`,
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
    chain: 'What led to it',
    showInTimeline: 'Shows it in the timeline',
    lastAnswer: (how: string): string => `Last answer: ${how}`,
    answeredFormer: 'It was for a user of before.',
    noReason: 'Nothing has happened to it that is still remembered.',
    recent: 'What happened to it',
  },

  inspector: inspectorMessages,
  palette: paletteMessages,
  timeline: timelineMessages,

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
    apiKeys: 'API keys',
    apiKeysKept: 'They are kept in the system’s key store, until you remove them.',
    show: 'Show',
    wipe: 'Wipe…',
    wipeTitle: 'Wipe all data?',
    wipeText:
      'Every cache, the settings, the known users and the logs are removed, and the app starts as on the first day. This cannot be undone. Project folders are not touched.',
    wipeConfirm: 'Wipe all data',
    wiping: 'Wiping…',
  },

  scenario: {
    title: 'Scenario',
    about: (steps: number, checks: number, ruleSet: string): string =>
      `${count(steps, 'step')}, ${count(checks, 'check')}. Rules: ${ruleSet}.`,
    own: 'It is played on an engine, a backend, a disk and a clock of its own: nothing that is yours is touched. Play shows it here, step by step; Check only says what holds.',
    unusable: 'This file cannot be played',
    problem: ({ place, key, message }: ScenarioProblem): string => {
      const where = place === null ? '' : `Line ${place.line}, column ${place.column}: `;
      return `${where}${key === '' ? '' : `${key}: `}${message}`;
    },
    play: 'Play',
    stepThrough: 'Step through',
    check: 'Check only',
    checkAgain: 'Check again',
    progress: 'Steps played',
    playing: (played: number, steps: number): string =>
      `Playing: ${number.format(played)} of ${count(steps, 'step')}…`,
    allHolds: (checks: number): string => `Everything holds: ${count(checks, 'check')}.`,
    notAllHolds: 'It does not hold. The last step says what was found instead.',
    broken: (why: string): string => `It could not be played. ${why}`,
    steps: 'Steps',
    step: (place: string, name: string): string => `${place}: ${name}`,
    done: 'Done',
    holds: 'Holds',
    fails: 'Does not hold',
    found: (what: string, seen: string): string => `${what}: ${seen}`,
    missed: (what: string, expected: string, seen: string): string =>
      `${what}: expected ${expected}, found ${seen}`,
    unlisted: (amount: number): string =>
      `The ${count(amount, 'step')} before ${amount === 1 ? 'holds' : 'hold'}, and ${amount === 1 ? 'is' : 'are'} not listed.`,
    unplayed: (amount: number): string =>
      `${count(amount, 'step')} behind it ${amount === 1 ? 'was' : 'were'} not played.`,
  },

  scenarios: libraryMessages,
  guest: guestMessages,
  comparison: comparisonMessages,
  export: exportMessages,
  report: reportMessages,

  drop: {
    hint: 'Drop it here to open it: a scenario, a report, the JSON of a project, or its folder',
    refused: 'Nothing was opened',
    allowed:
      'What can be dropped here is one file: a scenario, whose name ends in .pwscenario, .yaml, .yml or .json, the JSON of a project, or a report, whose name ends in .zip; or the folder of a project.',
    tooLarge: (bytes: number): string => `is larger than ${bytes / 1_000_000} MB`,
    largeReport: (name: string, megabytes: number): string =>
      `${name} is larger than any report: one has at most ${number.format(megabytes)} MB.`,
    file: (name: string, why: string): string => `The file ${name} ${why}.`,
    gone: (name: string): string =>
      `${name} cannot be read: it is a folder, or not there any more.`,
  },

  help: {
    title: 'Help',
    open: 'Help',
    guide,
    shortcuts: 'Shortcuts',
    shortcutsHint:
      'They rest while you type in a field. In lists, trees and menus the arrow keys move, Enter chooses and Escape leaves; on a line between two panes the arrow keys make one of them wider.',
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
    palette: 'Command palette',
    help: 'Help',
    settings: 'Settings',
    scenarios: 'Scenarios',
    network: 'Network on or off',
    backend: 'Backend up or down',
    cdn: 'CDN up or down',
    faults: 'Faults',
    fiveMinutes: 'Clock: five minutes on',
    search: 'Search the offerings',
    foreground: 'Foreground or background',
    coldStart: 'Cold start',
    heal: 'Heal everything',
    askOfferings: 'Ask for the offerings',
    askList: 'Ask for the list',
    askWorkflow: 'Ask for the workflow',
    pause: 'Pause or resume the timeline',
    back: 'One step back on the paywall',
    previousScreen: 'Previous screen of the workflow',
    nextScreen: 'Next screen of the workflow',
    previousDevice: 'Previous device',
    nextDevice: 'Next device',
    rotate: 'Turn the device',
    darkMode: 'Light or dark paywall',
    filmstrip: 'Filmstrip',
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
  panes: {
    events: 'Width of the events',
    event: 'Width of the chosen event',
    offerings: 'Width of the offerings',
    detail: 'Width of the details',
    timeline: 'Height of the timeline',
    views: 'What is shown',
  },

  project: projectMessages,
  live: liveMessages,
  connectLive: { title: liveMessages.connectTitle },
  editLive: { title: liveMessages.editTitle },
  openProject: { title: projectMessages.openTitle },
  saveProject: { title: projectMessages.saveTitle },
  forgetProject: { title: projectMessages.forgetTitle },

  stage: stageMessages,
} as const;
