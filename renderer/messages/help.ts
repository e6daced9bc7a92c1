import { count } from './counts.ts';

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

/** Every text of the help. */
export const helpMessages = {
  title: 'Help',
  open: 'Help',
  guide,
  shortcuts: 'Shortcuts',
  shortcutsHint:
    'They rest while you type in a field, all but the palette’s. In lists, trees and menus the arrow keys move, Enter chooses and Escape leaves; on a line between two panes the arrow keys make one of them wider.',
  logs: 'Logs',
  logsHint: 'What went wrong in the app itself is written here. Secrets are not.',
  showLogs: 'Show logs',
  versions: 'Versions and licences',
  version: (version: string, host: string): string => `Paywall Preview ${version}, ${host} host`,
  libraries: (amount: number): string => count(amount, 'library', 'libraries'),
  loading: 'Reading…',
  readAgain: 'Read the licences again',
} as const;

/** What each shortcut does. */
export const shortcutMessages = {
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
  askList: 'Ask for the workflows list',
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
} as const;
