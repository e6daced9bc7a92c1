/** Everything that people read outside of the window's page. */
export const texts = {
  name: 'Paywall Preview',

  menu: {
    file: 'File',
    openProject: 'Open Project…',
    openRecent: 'Open Recent',
    saveProject: 'Save Project as Folder…',
    openScenario: 'Open Scenario or Report…',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    help: 'Help',
    palette: 'Command Palette…',
    settings: 'Settings…',
    guide: 'Guide',
    shortcuts: 'Keyboard Shortcuts',
    logs: 'Show Logs',
    licences: 'Versions and Licences',
  },

  notHeard: 'The app did not listen, because this did not come from its own window.',
  unknownCall: 'The app knows no such call.',
  internal:
    'Something in the app itself went wrong, and this was not done. The log says more (Help, Show Logs).',

  cannotStart: 'Paywall Preview cannot start',
  badCommandLine: (why: string): string =>
    `The app was started in a way that it does not understand. ${why}`,
  noSandbox:
    'It was started with --no-sandbox, so that the pages it shows, paywalls among them, would not be shut in. Start it without that.',
  noSandboxOnLinux:
    'It was started with --no-sandbox, so that the pages it shows, paywalls among them, would not be shut in. An AppImage is started so where the system does not allow user namespaces, as Ubuntu since 24.04. Install the .deb instead, which brings an AppArmor profile that allows them to this app, or allow user namespaces on this machine.',
  badDataFolder: (folder: string, why: string): string =>
    `The data folder ${folder} cannot be used: ${why}. Choose another one with --data, or make room for this one.`,

  broken: 'Paywall Preview has to close',
  brokenDetail: (folder: string): string =>
    `Something in the app itself went wrong. What was saved is safe. A report is in the log folder, ${folder}; nothing was sent anywhere. Please start the app again.`,

  windowGone: 'The window has stopped',
  windowGoneDetail:
    'Its page ended unexpectedly. The app itself still runs, and nothing that was saved is lost. A report is in the log folder.',
  windowHangs: 'The window does not answer',
  windowHangsDetail:
    'Its page has been busy for a while. You can wait for it, or reload it: what was set up stays as it is.',
  reload: 'Reload',
  wait: 'Wait',
  quit: 'Quit',

  scenarioNotOpened: 'The scenario was not opened',
  reportNotOpened: 'The report was not opened',
  scenarioFiles: 'Scenarios and reports',

  projectNotOpened: 'The project was not opened',
  ok: 'OK',

  keptForSession: {
    basicText:
      'This system has no secure key store, so keys are kept until the app is closed and then forgotten.',
    unavailable:
      "The system's key store cannot be used now, so keys are kept until the app is closed and then forgotten.",
  },
  keyNotWritten: (why: string): string =>
    `The key could not be written to disk (${why}), so it is kept until the app is closed and then forgotten.`,
  keyUnreadable:
    "A kept key cannot be read any more, because its file or the system's key store refuses it. Enter it again.",

  notForgotten: (why: string): string =>
    `The caches and settings are wiped, but not everything else that was kept: ${why}. Close the app and remove the data folder by hand.`,

  linkNotOpened: (why: string): string =>
    `The system did not open the link: ${why}. Copy it into a browser instead.`,
  folderNotThere: (folder: string): string =>
    `There is nothing yet: it is going to be in ${folder}.`,
  folderNotShown: (folder: string, why: string): string =>
    `The system did not show ${folder}: ${why}.`,
} as const;
