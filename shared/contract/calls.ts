import { z } from 'zod';
import { ruleSets } from '../policies.ts';
import { largestReportBytes, longestReportPart } from '../report/file.ts';
import { largestScenarioBytes } from '../scenario/file.ts';
import { stageChangeSchema } from '../stage/set-up.ts';
import { eventFilterSchema } from '../timeline/filter.ts';
import { answerSchema } from './answer.ts';
import { bodySchema, envelopeSchema, paperSchema } from './bodies.ts';
import { clockMoveSchema } from './clock.ts';
import type { DeepReadonly } from './deep-readonly.ts';
import { diskSchema } from './disk.ts';
import { paceSchema, settingsChangeSchema } from './documents.ts';
import { eventsSchema, mostEventsAtOnce } from './events.ts';
import { faultKindSchema, targetSchema } from './faults.ts';
import { steerings } from './guest.ts';
import { layoutSchema } from './layout.ts';
import { comparisonSchema, listedScenarioSchema, scenarioOrigins } from './library.ts';
import { connectLiveSchema, liveProjectSchema } from './live.ts';
import type { Outcome } from './outcome.ts';
import { portSchema, reaches } from './phone.ts';
import { picturesWantedSchema } from './pictures.ts';
import { folderListSchema, folderResult, largestJsonBytes } from './project.ts';
import { text } from './text.ts';

const nothing = z.null();

/** What was written for a person, and shown in its folder. */
const writtenFile = {
  file: z.string(),
  /** Why the folder could not be shown; null: it is. */
  hindrance: z.string().nullable(),
};

const licenceSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  licence: z.string(),
});

/**
 * Everything that a window can ask for, with what each call takes and gives back. JSON and nothing
 * else crosses, and both sides check it.
 */
export const contract = {
  // The calls of the SDK.
  getOfferings: { argument: nothing, result: answerSchema },
  getList: { argument: z.strictObject({ force: z.boolean() }), result: answerSchema },
  getWorkflow: { argument: z.strictObject({ id: text }), result: answerSchema },

  // What is on the stage.
  /**
   * The compiled workflow that a row's `bodyHash` names: large, so its JSON is fetched once and goes on
   * to the preview as it is.
   */
  readWorkflow: { argument: bodySchema, result: paperSchema },
  /** An offering's own paywall, as a workflow of one screen; `bodyHash` is of the offerings. */
  readOwnPaywall: { argument: bodySchema, result: paperSchema },
  /** The files of either that are in the cache, by the address that the paywall has for them. */
  findFiles: {
    argument: z.strictObject({ kind: z.enum(['workflow', 'own-paywall']), ...bodySchema.shape }),
    result: z.strictObject({ files: z.record(z.string(), z.string()) }),
  },
  changeStage: { argument: stageChangeSchema, result: nothing },
  /** Of one screen, or of all screens of a workflow in several looks. */
  takePictures: { argument: picturesWantedSchema, result: nothing },
  cancelPictures: { argument: nothing, result: nothing },
  showPictures: { argument: nothing, result: nothing },

  // The world around the app.
  setOnline: { argument: z.strictObject({ isOnline: z.boolean() }), result: nothing },
  setForeground: { argument: z.strictObject({ isForeground: z.boolean() }), result: nothing },
  setRules: { argument: z.strictObject({ rules: z.enum(ruleSets) }), result: nothing },
  fail: {
    argument: z.strictObject({
      target: targetSchema,
      kind: faultKindSchema,
      times: z.int().min(1).max(1_000_000).exactOptional(),
      /** Of `flaky`: which share of requests fails. */
      share: z.number().gt(0).max(1).exactOptional(),
    }),
    result: nothing,
  },
  slow: { argument: z.strictObject({ target: targetSchema, pace: paceSchema }), result: nothing },
  hold: { argument: z.strictObject({ target: targetSchema }), result: nothing },
  /** Ends the hold for these; null: every hold. What waits is answered, what comes later goes on. */
  release: { argument: z.strictObject({ target: targetSchema.nullable() }), result: nothing },
  /** Lets one request go that waits; the hold stays for the others. */
  releaseRequest: { argument: z.strictObject({ request: z.int() }), result: nothing },
  /** Ends one fault, slowness or hold alone, by its number in the world. */
  endFault: { argument: z.strictObject({ fault: z.int() }), result: nothing },
  setDiskFull: { argument: z.strictObject({ isFull: z.boolean() }), result: nothing },
  /** Virtual: the time stands still, and moves only by `moveClock`. */
  setClock: { argument: z.strictObject({ kind: z.enum(['real', 'virtual']) }), result: nothing },
  /** Makes the clock virtual and moves it: by so much, or to a moment; backward, too. */
  moveClock: { argument: clockMoveSchema, result: nothing },
  heal: { argument: z.strictObject({ target: targetSchema.nullable() }), result: nothing },
  /** Ends everything that is broken on purpose: faults, holds, offline, a full disk. */
  healEverything: { argument: nothing, result: nothing },
  coldStart: { argument: nothing, result: nothing },
  logIn: { argument: z.strictObject({ user: text }), result: nothing },
  logOut: { argument: nothing, result: nothing },
  switchUser: { argument: z.strictObject({ user: text }), result: nothing },
  alias: { argument: z.strictObject({ user: text }), result: nothing },

  // Scenario files.
  /** Of a file that was dropped: all that a window knows is its name and its text. */
  openScenario: {
    argument: z.strictObject({ name: text, text: z.string().max(largestScenarioBytes) }),
    result: nothing,
  },
  /** Plays the one with this id to its end, or to the first step that fails. */
  playScenario: { argument: z.strictObject({ id: text }), result: nothing },
  closeScenario: { argument: z.strictObject({ id: text }), result: nothing },
  /** Those that came with the app, and those that were saved in it. */
  listScenarios: { argument: nothing, result: z.array(listedScenarioSchema) },
  openListed: {
    argument: z.strictObject({ origin: z.enum(scenarioOrigins), name: text }),
    result: nothing,
  },
  /** Removes the file of one that was saved. */
  removeListed: { argument: z.strictObject({ name: text }), result: nothing },
  /** Gives one that was saved another title; its file keeps its own name. */
  renameListed: {
    argument: z.strictObject({ name: text, title: z.string().trim().min(1).max(200) }),
    result: nothing,
  },
  /** Plays the one with this id under two sets of rules, to its end. */
  compareRules: {
    argument: z.strictObject({ id: text, rules: z.tuple([z.enum(ruleSets), z.enum(ruleSets)]) }),
    result: comparisonSchema,
  },

  // A session beside the person's own, which windows show in its place.
  /** The one with this id, on a session of its own; it begins by itself, or waits to be stepped. */
  showScenario: {
    argument: z.strictObject({ id: text, isPlaying: z.boolean() }),
    result: nothing,
  },
  steerScenario: {
    argument: z.strictObject({ id: text, how: z.enum(steerings) }),
    result: nothing,
  },
  /** From now on what is done becomes steps. */
  startRecording: { argument: nothing, result: nothing },
  /** Adds what is true now of an offering or a workflow, and of the caches. */
  addCheck: { argument: z.strictObject({ id: text, about: text.nullable() }), result: nothing },
  /** From here on requests are counted anew. */
  addMark: { argument: z.strictObject({ id: text }), result: nothing },
  /** Takes the last step back, or goes on with a recording that was stopped. */
  undoStep: { argument: z.strictObject({ id: text }), result: nothing },
  stopRecording: { argument: z.strictObject({ id: text }), result: nothing },
  /** Writes it into the data folder, shows its folder, and gives the desk back. */
  saveScenario: {
    argument: z.strictObject({
      id: text,
      name: z.string().trim().min(1).max(200),
      description: z.string().max(1_000),
    }),
    result: z.strictObject({
      ...writtenFile,
    }),
  },
  /** The person's own session is back, as it was; a recording is gone. */
  leaveGuest: { argument: z.strictObject({ id: text }), result: nothing },

  // Phones.
  /** Serves the project to phones from now on; to others than this machine only to who was warned. */
  servePhone: {
    argument: z.strictObject({
      port: portSchema,
      reach: z.enum(reaches),
      /** The person has read what others in the network could see then. */
      isWarned: z.boolean(),
    }),
    result: nothing,
  },
  stopPhone: { argument: nothing, result: nothing },

  // The timeline.
  /** The events that came right before this one, oldest first; none: nothing older is remembered. */
  readEvents: {
    argument: z.strictObject({
      before: z.int().min(1),
      most: z.int().min(1).max(mostEventsAtOnce),
    }),
    result: eventsSchema,
  },
  /** Writes events into a file of the data folder, and shows its folder. */
  exportTimeline: {
    argument: z.strictObject({
      filter: eventFilterSchema,
      /** Only what is newer than the one, and not newer than the other; null: whatever there is. */
      after: z.int().min(0).nullable(),
      upTo: z.int().min(0).nullable(),
    }),
    result: z.strictObject({
      ...writtenFile,
      count: z.number(),
    }),
  },

  // Reports.
  /** Writes all that is known of what is shown into a zip, and shows its folder. */
  saveReport: {
    argument: z.strictObject({ withAssets: z.boolean() }),
    result: z.strictObject({
      ...writtenFile,
      sizeBytes: z.number(),
      /** One sentence each. */
      leftOut: z.array(z.string()),
    }),
  },
  /** Hands over a report that was dropped, part by part; with the last one it is shown. */
  openReport: {
    argument: z.strictObject({
      /** Another one for each time that a file is handed over. */
      upload: text,
      name: text,
      /** How much came before. */
      offset: z.int().min(0).max(largestReportBytes),
      bytes: z.base64().max(longestReportPart),
      isLast: z.boolean(),
    }),
    result: nothing,
  },

  // Looking into it.
  readEnvelope: { argument: bodySchema, result: envelopeSchema },
  /** What is on disk, of a workflow, too, where one is named; it is left as it is. */
  readDisk: { argument: z.strictObject({ workflow: text.nullable() }), result: diskSchema },
  /** How windows were laid out last. */
  readLayout: { argument: nothing, result: layoutSchema },
  /** Puts parts of the layout in the place of those of the same name. */
  changeLayout: { argument: layoutSchema, result: nothing },

  // Projects.
  /** Opens the folder, by its absolute path, in the place of the project that is open. */
  openProjectFolder: { argument: z.strictObject({ path: text }), result: nothing },
  /** One that was open before, or the demo. */
  openProject: { argument: z.strictObject({ id: text }), result: nothing },
  /** What is dropped as a single file: an offerings response, an envelope, a workflow, a paywall. */
  openJson: {
    argument: z.strictObject({ name: text, text: z.string().max(largestJsonBytes) }),
    result: nothing,
  },
  /** Writes the open project to a folder that is not there yet, or is empty. */
  saveProject: { argument: z.strictObject({ path: text }), result: folderResult },
  /** By the system's own dialog, where the host has one; null: nobody chose any. */
  chooseFolder: { argument: nothing, result: z.strictObject({ folder: z.string().nullable() }) },
  /** The folders below a path, or those whose name goes on like its last part; empty: at home. */
  listFolders: {
    argument: z.strictObject({ path: z.string().max(4_096) }),
    result: folderListSchema,
  },
  /** Takes it off the list and removes all that was kept of it; its own folder is left alone. */
  forgetProject: { argument: z.strictObject({ id: text }), result: nothing },
  /** Opens a project that RevenueCat itself serves: a new one, or one with other settings. */
  connectLive: {
    argument: connectLiveSchema,
    /** Why its key does not outlive the session after all; null: nothing unexpected. */
    result: z.strictObject({ note: z.string().nullable() }),
  },
  /** How one is asked, without its key; null: what a new one begins with. */
  readLive: {
    argument: z.strictObject({ project: text.nullable() }),
    result: liveProjectSchema,
  },

  // The app itself.
  changeSettings: { argument: settingsChangeSchema, result: nothing },
  resetSettings: { argument: nothing, result: nothing },
  showDataFolder: { argument: nothing, result: nothing },
  wipeData: { argument: nothing, result: nothing },
  showLogs: { argument: nothing, result: nothing },
  /** Opens a https address in the system's browser. */
  openLink: { argument: z.strictObject({ url: text }), result: nothing },
  readLicences: { argument: nothing, result: z.array(licenceSchema) },
  /** Leaves a line in the log about a fault in the window. */
  report: { argument: z.strictObject({ message: z.string().max(20_000) }), result: nothing },
} as const;

export type CallName = keyof typeof contract;
export type Argument<Name extends CallName> = z.output<(typeof contract)[Name]['argument']>;
export type Result<Name extends CallName> = z.output<(typeof contract)[Name]['result']>;
export type AnswerSummary = Result<'getOfferings'>;

export const callNames = Object.keys(contract) as readonly CallName[];

export const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(contract, name);

/** It is parsed once more, and never changed on the way. */
type Handled<Name extends CallName> = Outcome<DeepReadonly<Result<Name>>>;

/** What the app does for each call. */
export type Handlers = {
  readonly [Name in CallName]: (argument: Argument<Name>) => Handled<Name> | Promise<Handled<Name>>;
};
