import type { ReportAbout } from './format.ts';

const subjects = {
  session: 'the session of the person who made it',
  scenario: 'a scenario that was being played',
  recording: 'a recording that was being made',
} as const;

const moment = (at: number): string => new Date(at).toISOString();

/** What is in a report, in plain words, for whoever unpacks it without the app. */
export const readMeOf = (about: ReportAbout): string => {
  const { app, runtime, project, counts, leftOut } = about;
  return `A report of Paywall Preview
===========================

It shows what the app knew at one moment, for looking into a bug. Drop the zip on the window of
Paywall Preview, or choose File > Open, to look around in it; nothing can be changed there.

Made            ${moment(about.madeAt)}, when the app's clock showed ${moment(about.now)}
Shows           ${subjects[about.of]}
Project         ${project.name} (${project.kind})
Rules           ${about.rules}
App             ${app.version}, ${app.host}, ${app.platform}
Runs on         Node ${runtime.node}${runtime.electron === null ? '' : `, Electron ${runtime.electron}`}, ${runtime.system}

What is in it
-------------
report.json            this list, for programs; "format" says how the rest is to be read
state.json             network, backend, faults, clock, user, settings, and how paywalls are looked at
rows/                  the offerings and workflows as the window lists them (${counts.offerings} and ${counts.workflows})
caches/offerings.json  the offerings in memory, as they came
caches/list.json       the workflows list in memory, as far as the app reads it
caches/workflows.json  the ${counts.workflowsInMemory} workflows that memory held; their envelopes and bodies, as
                       they came, are in caches/workflows/
disk.json              what was on disk: names, sizes and when it was stored
timeline/              the ${counts.events} events that were remembered, one a line, oldest first
log.txt                the end of the app's log, where there is one
assets/                pictures, fonts and films of the paywalls (${counts.assets})

What was taken out
------------------
API keys, Authorization headers, tokens and keys in addresses: "[hidden 1]" stands in their place, the
same number for the same secret. The name of the home folder: "~" stands in its place.
App user ids are NOT taken out: most bugs are about them. Texts, metadata and addresses of the project's
paywalls are in it as they are.

What was left out
-----------------
${leftOut.length === 0 ? 'Nothing.' : leftOut.map((line) => `- ${line}`).join('\n')}
`;
};
