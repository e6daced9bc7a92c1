import type { Argument, CallName } from '../../../shared/contract/calls.ts';
import { type Target, flakyShare } from '../../../shared/faults.ts';
import type { PlainStep, StepName } from '../../../shared/scenario/format.ts';
import type { ActiveFault, FaultRegistry } from '../../faults/registry.ts';
import type { RunningSession } from '../session/run-session.ts';
import type { Deed } from './deed.ts';

/** What of a session decides which steps a call becomes. */
export interface RecordedWorld {
  readonly running: RunningSession;
  /** Gives a call a name that none has yet: `sale-2`. */
  readonly newName: (about: string) => string;
  /** Whether the project has an offering of this id. */
  readonly isOffering: (id: string) => boolean;
  /** Whether a file can name it: the project has a workflow or an offering of this id. */
  readonly isKnown: (id: string) => boolean;
}

/** Steps that do the same, or why it cannot be recorded, in one sentence. */
type Recorded<Name extends CallName> = (
  argument: Argument<Name>,
  world: RecordedWorld,
) => Deed | string;

/** It changes nothing that a scenario is about, and goes on as ever. */
interface Aside {
  readonly aside: string;
}

type Rule<Name extends CallName> = Recorded<Name> | Aside;

const step = <Name extends StepName>(
  name: Name,
  input: Extract<PlainStep, { name: Name }>['input'],
): PlainStep => ({ name, input }) as PlainStep;

const looking: Aside = { aside: 'It only looks.' };
const ofApp: Aside = { aside: 'It is about the app itself.' };
const ofProjects: Aside = { aside: 'A scenario has one project from beginning to end.' };
const ofPhones: Aside = { aside: 'Phones are served from the person’s own session.' };
const ofScenarios: Aside = { aside: 'It is about scenarios, and no part of one.' };

const askOfferings = ({ newName }: RecordedWorld): PlainStep =>
  step('get-offerings', { as: newName('offerings'), wait: true });

/** An app asks for the offerings when it has another user, or was started. */
const thenOfferings = (first: PlainStep, world: RecordedWorld): Deed => [
  first,
  askOfferings(world),
];

const faultsOf = ({ running }: RecordedWorld): FaultRegistry => running.session.faults;

/** Of a scenario, only all that is alike ends: the file has no numbers for faults. */
const ended = ({ how, target }: ActiveFault): PlainStep =>
  how === 'hold' ? step('release', target) : step('heal', target);

const released = (world: RecordedWorld, request: number): Target | null => {
  const found = faultsOf(world)
    .waiting()
    .find(({ id }) => id === request);
  if (found === undefined) return null;
  const { scope, ids } = found.subject;
  const id = ids.find((one) => world.isKnown(one));
  return id === undefined ? { what: scope } : { what: scope, id };
};

const healed = (world: RecordedWorld): Deed => {
  const faults = faultsOf(world);
  const { isFull } = world.running.session.space;
  const isBroken = faults.list().some(({ how }) => how !== 'hold');
  const isHeld = faults.held().length > 0 || faults.waiting().length > 0;
  return [
    ...(isFull ? [step('free-disk', null)] : []),
    ...(faults.isOnline() ? [] : [step('online', null)]),
    ...(isBroken ? [step('heal', null)] : []),
    // Last: what waits is answered as by a backend that is well.
    ...(isHeld ? [step('release', null)] : []),
  ];
};

/** As far as a file can say it. */
const longestMs = 100 * 365 * 24 * 3_600_000;

const moved = (ms: number): Deed | string => {
  if (Math.abs(ms) > longestMs) return 'A step moves the clock by at most 100 years.';
  return ms === 0 ? [] : [step('advance', ms)];
};

/** Which steps each call of a window becomes; those of the world mirror `acts.ts`. */
export const recordedCalls: { readonly [Name in CallName]: Rule<Name> } = {
  getOfferings: (_, world) => [askOfferings(world)],
  getList: ({ force }, { newName }) => [
    step('get-list', { as: newName('list'), wait: true, force }),
  ],
  getWorkflow: ({ id }, { newName, isOffering }) => [
    step('get-workflow', {
      as: newName(id),
      wait: true,
      by: isOffering(id) ? 'offering' : 'id',
      id,
    }),
  ],
  setOnline: ({ isOnline }) => [step(isOnline ? 'online' : 'offline', null)],
  setForeground: ({ isForeground }) => [step(isForeground ? 'foreground' : 'background', null)],
  setRules: () =>
    'A scenario has one set of rules from beginning to end. Choose others before you record, or play it under others later.',
  fail: ({ target, kind, times, share = flakyShare }) => {
    if (share !== flakyShare)
      return 'A scenario has no word for that share: `flaky` makes half of the requests fail there. Record it with 50 %.';
    return [step('fail', { target, kind, ...(times === undefined ? {} : { times }) })];
  },
  slow: (input) => [step('slow', input)],
  hold: ({ target }) => [step('hold', target)],
  release: ({ target }) => [step('release', target)],
  releaseRequest: ({ request }, world) => {
    const target = released(world, request);
    return target === null ? [] : [step('release', target)];
  },
  endFault: ({ fault }, world) =>
    faultsOf(world)
      .list()
      .filter(({ id }) => id === fault)
      .map(ended),
  setDiskFull: ({ isFull }) => [step(isFull ? 'fill-disk' : 'free-disk', null)],
  setClock: ({ kind }) =>
    kind === 'real'
      ? 'The clock of a scenario moves by hand only, so that it can be repeated.'
      : [],
  moveClock: (move, { running }) =>
    moved('byMs' in move ? move.byMs : move.to - running.clock.now()),
  heal: ({ target }) => [step('heal', target)],
  healEverything: (_, world) => healed(world),
  coldStart: (_, world) => thenOfferings(step('cold-start', null), world),
  logIn: ({ user }, world) => thenOfferings(step('log-in', user), world),
  logOut: (_, world) => thenOfferings(step('log-out', null), world),
  switchUser: ({ user }, world) => thenOfferings(step('switch-user', user), world),
  alias: ({ user }, world) => thenOfferings(step('alias', user), world),

  readWorkflow: looking,
  readOwnPaywall: { aside: 'It only looks: what a phone would fetch besides is left out.' },
  findFiles: looking,
  changeStage: { aside: 'How paywalls are looked at is no part of what happens.' },
  takePictures: looking,
  cancelPictures: looking,
  showPictures: looking,
  servePhone: ofPhones,
  stopPhone: ofPhones,
  readEvents: looking,
  exportTimeline: looking,

  openScenario: ofScenarios,
  playScenario: ofScenarios,
  closeScenario: ofScenarios,
  listScenarios: ofScenarios,
  openListed: ofScenarios,
  removeListed: ofScenarios,
  renameListed: ofScenarios,
  compareRules: ofScenarios,
  showScenario: ofScenarios,
  steerScenario: ofScenarios,
  startRecording: ofScenarios,
  addCheck: ofScenarios,
  addMark: ofScenarios,
  undoStep: ofScenarios,
  stopRecording: ofScenarios,
  saveScenario: ofScenarios,
  leaveGuest: ofScenarios,

  openProjectFolder: ofProjects,
  openProject: ofProjects,
  forgetProject: ofProjects,
  openJson: ofProjects,
  saveProject: looking,
  listFolders: looking,
  chooseFolder: looking,
  connectLive: ofProjects,
  readLive: looking,

  saveReport: looking,
  openReport: { aside: 'It takes the place of what is shown.' },

  readEnvelope: looking,
  readDisk: looking,
  readLayout: ofApp,
  changeLayout: ofApp,
  changeSettings: { aside: 'It is about the person’s own session.' },
  resetSettings: { aside: 'It is about the person’s own session.' },
  showDataFolder: ofApp,
  wipeData: ofApp,
  showLogs: ofApp,
  openLink: ofApp,
  readLicences: ofApp,
  report: ofApp,
};

/** Steps that no call of a window becomes, and why. */
export const unrecordedSteps: Readonly<Partial<Record<StepName, string>>> = {
  change: 'A window cannot change what the backend serves.',
  corrupt: 'A window cannot damage what is on disk.',
  settle: 'Every recorded step settles.',
  mark: 'Added by hand.',
  expect: 'Added by hand, and at the end.',
};
