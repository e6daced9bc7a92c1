import { count, number } from './messages/counts.ts';
import type { RuleSet } from '../shared/policies.ts';
import { dropMessages } from './messages/drop.ts';
import { connectionMessages, errorMessages } from './messages/errors.ts';
import { eventTypes } from './messages/event-types.ts';
import { failedCall } from './messages/failed-calls.ts';
import { helpMessages, shortcutMessages } from './messages/help.ts';
import {
  cacheMessages,
  detailMessages,
  meaningMessages,
  offeringMessages,
  statusMessages,
} from './messages/offerings.ts';
import { settingsMessages } from './messages/settings.ts';
import { userMessages } from './messages/user.ts';
import { inspectorMessages } from './messages/inspector.ts';
import { paletteMessages } from './messages/palette.ts';
import { liveMessages } from './messages/live.ts';
import { projectMessages } from './messages/project.ts';
import {
  comparisonMessages,
  guestMessages,
  libraryMessages,
  scenarioMessages,
} from './messages/scenario.ts';
import { exportMessages, reportMessages } from './messages/report.ts';
import { phoneMessages } from './messages/phone.ts';
import { worldMessages } from './messages/world.ts';
import { stageMessages } from './messages/stage.ts';
import { timelineMessages } from './messages/timeline.ts';

const rules: Readonly<Record<RuleSet, string>> = {
  recommended: 'Recommended',
  android: 'Android SDK',
  ios: 'iOS SDK',
};

/** Every text of the window, in one place. */
export const messages = {
  appName: 'Paywall Preview',
  starting: 'Starting…',
  count,
  number: (amount: number): string => number.format(amount),

  status: statusMessages,
  meaning: meaningMessages,
  alsoStale: '· stale',
  problemBehind: { rejected: 'Request rejected', failed: 'Request failed' },
  onPurpose: 'on purpose',
  source: { network: 'Network', disk: 'Disk', memory: 'Memory' },

  failedCall,
  rules,
  eventTypes,

  world: worldMessages,
  phone: phoneMessages,
  user: userMessages,
  offerings: offeringMessages,
  caches: cacheMessages,
  detail: detailMessages,
  stage: stageMessages,
  inspector: inspectorMessages,
  palette: paletteMessages,
  timeline: timelineMessages,
  scenario: scenarioMessages,
  scenarios: libraryMessages,
  guest: guestMessages,
  comparison: comparisonMessages,
  export: exportMessages,
  report: reportMessages,
  drop: dropMessages,

  settings: settingsMessages,
  help: helpMessages,
  shortcuts: shortcutMessages,
  connection: connectionMessages,
  errors: errorMessages,

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
} as const;
