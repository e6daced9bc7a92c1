import { count, number } from './counts.ts';
import type { OpenScenario, PlayGuest } from '../../shared/contract/documents.ts';

type ScenarioProblem = Extract<OpenScenario['content'], { status: 'unusable' }>['problems'][number];

/** `4 of 32 checks do not hold`. */
const failing = (failed: number, checks: number): string =>
  `${number.format(failed)} of ${count(checks, 'check')} ${failed === 1 ? 'does' : 'do'} not hold.`;

/** Every text about what stands in the place of the person's own session. */
export const guestMessages = {
  playLabel: 'Scenario on the desk',
  recordLabel: 'Recording',
  leave: 'Leave',
  play: 'Play',
  playAgain: 'Play again',
  goOn: 'Go on',
  pause: 'Pause',
  step: 'Step',
  restart: 'Start again',
  fast: 'Fast',
  summary: ({ status, checks, failed, played, steps }: PlayGuest): string => {
    if (status === 'ended')
      return failed === 0
        ? `Everything holds: ${count(checks, 'check')}.`
        : failing(failed, checks);
    if (status === 'stopped') return `Stopped: ${failing(failed, checks)}`;
    return `${number.format(played)} of ${count(steps, 'step')}`;
  },
  rules: (rules: string): string => `Rules: ${rules}`,
  steps: 'Steps',
  states: { ahead: 'Not played yet', now: 'Next', done: 'Done', failed: 'Does not hold' },
  hold: (checks: number): string => `${count(checks, 'check')} ${checks === 1 ? 'holds' : 'hold'}`,
  earlier: (amount: number): string => `${count(amount, 'step')} before`,
  later: (amount: number): string => `${count(amount, 'step')} behind`,

  recording: (rules: string, user: string): string =>
    `What you do now becomes a step. It began with an empty disk, nothing broken, a clock that stands still, and ${user} under ${rules} rules. Your own session is not touched.`,
  recordingShort: 'What you do now becomes a step.',
  recordedSteps: (steps: number): string => count(steps, 'step'),
  addCheck: 'Add a check',
  addMark: 'Count from here',
  addMarkWords: 'Adds a step: checks that follow count requests, and look at events, from here on.',
  undo: 'Undo',
  stop: 'Stop',
  discard: 'Discard',
  stopped: 'It ends with a check of everything that is true now.',
  nameIt: 'Save the scenario',
  name: 'What happens, in one sentence',
  description: 'Why it matters (optional)',
  text: 'The file',
  save: 'Save',
  resume: 'Go on recording',
  saved: 'Scenario saved',
  savedTo: (file: string, hindrance: string | null): string =>
    `${file}${hindrance === null ? '' : `. ${hindrance}`}`,
};

/** Every text about the scenarios that can be chosen. */
export const libraryMessages = {
  title: 'Scenarios',
  open: 'Scenarios',
  intro: 'A scenario tells a story on a desk of its own, and checks what a customer would see.',
  record: 'Record',
  recordTitle: 'Record your own',
  recordText: 'Break things, ask, move the clock: what you do is written down as a file for CI.',
  groups: { shipped: 'Stories', own: 'Yours' },
  noneOwn: 'None yet. Record one, or drop a file on the window.',
  loading: 'Reading…',
  remove: 'Delete',
  removeTitle: 'Delete this scenario?',
  removeText: (title: string, file: string): string =>
    `“${title}” is deleted, and its file ${file} with it. This cannot be taken back.`,
  rename: 'Rename',
  renameTitle: 'Rename the scenario',
  renameField: 'What happens, in one sentence',
  entryKeys: 'Delete removes it, F2 renames it.',
};

/** Every text about two sets of rules on one scenario. */
export const comparisonMessages = {
  open: 'Compare rules',
  back: 'Back to the scenario',
  left: 'Left rules',
  right: 'Right rules',
  compare: 'Compare',
  comparing: 'Playing it under both…',
  same: 'Choose two that differ.',
  hint: 'The scenario is played under both, and what happens stands side by side.',
  holds: (checks: number): string => `${count(checks, 'check')}, all hold`,
  fails: (failed: number, checks: number): string => failing(failed, checks).slice(0, -1),
  none: 'Under both rules the same happens.',
  part: (at: string): string => `They part at ${at}:`,
  side: (rules: string, sentence: string | null): string =>
    `${rules}: ${sentence ?? 'nothing of the kind.'}`,
  differences: (amount: number): string =>
    `${count(amount, 'line')} ${amount === 1 ? 'stands' : 'stand'} on one side only.`,
  jump: 'Show where they part',
  cut: 'There were more events than are listed here.',
  table: 'What happens under both',
  time: 'Time',
  nothing: 'Nothing of the kind',
};

/** Every text of a scenario that is opened in its dialog. */
export const scenarioMessages = {
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
} as const;
