import type { ReportGuest } from '../../shared/contract/documents.ts';
import { count, number } from './counts.ts';

const of: Readonly<Record<ReportGuest['of'], string>> = {
  session: 'A session',
  scenario: 'A scenario that was being played',
  recording: 'A recording that was being made',
};

/** Every text about what can be taken away, and be opened again. */
export const exportMessages = {
  title: 'Export and open',
  open: 'Export and open',
  report: {
    title: 'Report',
    intro:
      'Everything that the app knows now, as one zip for a bug: offerings, caches with their bodies, what is on disk, every event, faults, clock, settings, how paywalls are looked at, and the log’s end.',
    users: (users: readonly string[]): string =>
      users.length === 0
        ? 'App user ids are in it, since most bugs are about them.'
        : `App user ids are in it, since most bugs are about them: ${users.join(', ')}.`,
    moreUsers: (users: readonly string[], more: number): string =>
      `App user ids are in it, since most bugs are about them: ${users.join(', ')} and ${count(more, 'other')}.`,
    removed:
      'API keys, Authorization headers, tokens in addresses and the name of your home folder are taken out.',
    assets: 'Pictures, fonts and films',
    withAssets: 'With them',
    withoutAssets: 'Without them',
    save: 'Save report',
    saving: 'Writing the report…',
    progress: 'Writing the report',
    saved: (size: string): string => `Saved: ${size}.`,
    leftOut: 'There was no room for:',
    isReport: 'What is shown is a report already: its file is what you can give to others.',
  },
  timeline: {
    title: 'Timeline',
    text: 'Events as JSON, one a line.',
    all: 'Export all events',
    shown: 'Export the events shown',
  },
  pictures: {
    title: 'Pictures',
    text: 'Of what is on the stage. Whole workflows, in many looks: the camera above the paywall.',
  },
  scenario: {
    title: 'Scenario',
    text: 'Record what you do as a file that can be played again, by others and by CI.',
    open: 'Scenarios…',
  },
  files: {
    title: 'Open a file',
    text: 'A report, or a scenario. Or drop it anywhere on this window.',
    choose: 'Choose a file…',
  },
};

/** Every text about a report that is shown. */
export const reportMessages = {
  label: 'Report',
  line: ({ project, app }: ReportGuest, made: string, rules: string): string =>
    `${project}, made ${made} with ${app.version}, ${rules} rules`,
  readOnly: 'Nothing can be changed in it.',
  about: 'About this report',
  leave: 'Leave',
  facts: {
    file: 'File',
    made: 'Made',
    of: 'Shows',
    project: 'Project',
    rules: 'Rules',
    app: 'App',
    runtime: 'Runs on',
    clock: 'Clock',
    settings: 'Settings',
    content: 'In it',
    leftOut: 'Not in it',
  },
  of,
  app: ({ version, host, platform }: ReportGuest['app']): string =>
    `${version}, ${host} host, ${platform}`,
  runtime: ({ node, electron, system }: ReportGuest['runtime']): string =>
    `Node ${node}${electron === null ? '' : `, Electron ${electron}`}, ${system}`,
  clocks: { real: 'It was real time; here it stands.', virtual: 'It stood, moved by hand.' },
  settings: ({ persistOnDemand, fallbackHost }: ReportGuest['settings']): string =>
    `Workflows opened on demand were ${persistOnDemand ? '' : 'not '}kept; fallback host ${fallbackHost ? 'on' : 'off'}.`,
  content: ({ counts }: ReportGuest): string =>
    [
      count(counts.events, 'event'),
      count(counts.offerings, 'offering'),
      `${count(counts.workflows, 'workflow')}, ${number.format(counts.workflowsInMemory)} of them in memory`,
      `${number.format(counts.assets)} pictures, fonts and films`,
    ].join('; '),
};
