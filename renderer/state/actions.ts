import type { Bridge } from '../../shared/contract/bridge.ts';
import type { AnswerSummary, Argument, CallName } from '../../shared/contract/calls.ts';
import type { DiskState } from '../../shared/contract/disk.ts';
import type { Settings } from '../../shared/contract/documents.ts';
import type { Outcome } from '../../shared/contract/outcome.ts';
import { mostEventsAtOnce } from '../../shared/contract/events.ts';
import { type Target, defaultPace } from '../../shared/faults.ts';
import type { Steering } from '../../shared/contract/guest.ts';
import type { RuleSet } from '../../shared/policies.ts';
import { everything } from '../../shared/timeline/filter.ts';
import { messages } from '../messages.ts';
import { type SentFile, sendReport } from '../report/send-report.ts';
import { createProjectActions } from './project-actions.ts';
import { listedItems, selectedItem } from './selection.ts';
import type { Stores } from './stores.ts';
import { createTellFailure } from './tell-failure.ts';
import {
  type BrokenThing,
  type PlaceName,
  type SettableWay,
  kindOfWay,
  places,
} from './world-status.ts';

/** Everything that a person can set off in the window; what goes wrong becomes a notice. */
export type Actions = ReturnType<typeof createActions>;

/** Something to break, as the call for it takes it. */
export type NewFault =
  | { readonly how: 'fail'; readonly fail: Argument<'fail'> }
  | { readonly how: 'slow'; readonly slow: Argument<'slow'> }
  | { readonly how: 'hold'; readonly hold: Argument<'hold'> };

export const createActions = (
  bridge: Bridge,
  stores: Stores,
  onWiped: () => void = () => undefined,
) => {
  const { answers, events, notices, timeline, ui } = stores;

  /** A scenario does not let everything be done; that is no problem of anybody's. */
  const hasGuest = (): boolean => (stores.app.getState().app?.documents.guest ?? null) !== null;

  const tell = createTellFailure(notices, ({ code }) => code === 'refused' && hasGuest());

  /** Null: it was not done, and the person has been told why. */
  const settle = async <T>(name: CallName, call: Promise<Outcome<T>>): Promise<T | null> => {
    const outcome = await call;
    if (outcome.ok) {
      notices.withdraw(({ title }) => title === messages.failedCall[name]);
      return outcome.value;
    }
    tell(name, outcome.problem);
    return null;
  };

  const start = (name: CallName, call: Promise<Outcome<unknown>>): void => {
    void settle(name, call);
  };

  const keepAnswer = (id: string, answer: AnswerSummary | null): void => {
    if (answer !== null) answers.put(id, answer);
  };

  const readLicences = async (): Promise<boolean> => {
    const licences = await settle('readLicences', bridge.readLicences(null));
    if (licences !== null) ui.setState({ licences });
    return licences !== null;
  };

  const readDisk = async (workflow: string | null): Promise<DiskState | null> => {
    const read = await bridge.readDisk({ workflow });
    return read.ok ? read.value : null;
  };

  /** What is not in memory any more is about to be something else on the stage, too. */
  const readEnvelope = async (id: string, bodyHash: string) => {
    const read = await bridge.readEnvelope({ id, bodyHash });
    return read.ok ? read.value : null;
  };

  let isReadingEvents = false;

  /** One page after the other; what fails is not tried again, so that nobody is told over and over. */
  const readOlderEvents = async (): Promise<void> => {
    const { ring, earlier } = events.getState();
    const oldest = ring.at(0);
    if (isReadingEvents || earlier === 0 || oldest === null) return;
    isReadingEvents = true;
    const page = { before: oldest.eventId, most: mostEventsAtOnce };
    const older = await settle('readEvents', bridge.readEvents(page));
    isReadingEvents = false;
    // They may be others by now.
    if (events.getState().ring === ring) events.prepend(older ?? []);
  };

  const exportTimeline = async (which: 'shown' | 'all'): Promise<void> => {
    const { filter, clearedAt } = timeline.getState();
    const wish =
      which === 'all'
        ? { filter: everything, after: null, upTo: null }
        : { filter, after: clearedAt, upTo: ui.getState().pausedAt };
    const done = await settle('exportTimeline', bridge.exportTimeline(wish));
    if (done === null) return;
    const { exported: title, exportedTo } = messages.timeline;
    const text = exportedTo(done.count, done.file, done.hindrance);
    notices.add({ tone: 'note', title, text });
  };

  const openReport = async (file: SentFile): Promise<void> => {
    await settle('openReport', sendReport(bridge, file));
  };

  const setTarget = (target: Target, way: SettableWay): void => {
    start('heal', bridge.heal({ target }));
    const kind = kindOfWay[way];
    if (way === 'up') start('release', bridge.release({ target }));
    else if (way === 'slow') start('slow', bridge.slow({ target, pace: defaultPace }));
    else if (kind !== undefined) start('fail', bridge.fail({ target, kind }));
  };

  const saveScenario = async (wish: Argument<'saveScenario'>): Promise<void> => {
    const saved = await settle('saveScenario', bridge.saveScenario(wish));
    if (saved === null) return;
    const { saved: title, savedTo } = messages.guest;
    notices.add({ tone: 'note', title, text: savedTo(saved.file, saved.hindrance) });
  };

  const leaveGuest = async (id: string): Promise<void> => {
    const left = await bridge.leaveGuest({ id });
    if (left.ok) notices.withdraw(({ isOfGuest }) => isOfGuest === true);
    else tell('leaveGuest', left.problem);
  };

  /** The offering or workflow that is selected; null: there is none. */
  const selectedId = (): string | null => {
    const { app } = stores.app.getState();
    if (app === null) return null;
    return selectedItem(listedItems(app), ui.getState().selection)?.id ?? null;
  };

  return Object.freeze({
    ...createProjectActions(bridge, stores, tell),
    askOfferings: () => start('getOfferings', bridge.getOfferings(null)),
    askList: (force: boolean) => start('getList', bridge.getList({ force })),
    askWorkflow: (id: string) =>
      void settle('getWorkflow', bridge.getWorkflow({ id })).then((answer) =>
        keepAnswer(id, answer),
      ),

    setOnline: (isOnline: boolean) => start('setOnline', bridge.setOnline({ isOnline })),
    /** Sets how a place is for every request; what was aimed at it before is healed. */
    setWay: (place: PlaceName, way: SettableWay) => {
      for (const what of places[place].targets) setTarget({ what }, way);
    },
    breakOnPurpose: (rule: NewFault) => {
      if (rule.how === 'slow') start('slow', bridge.slow(rule.slow));
      else if (rule.how === 'hold') start('hold', bridge.hold(rule.hold));
      else start('fail', bridge.fail(rule.fail));
    },
    healOne: ({ healedBy }: BrokenThing) => {
      if (healedBy === 'network') start('setOnline', bridge.setOnline({ isOnline: true }));
      else if (healedBy === 'disk') start('setDiskFull', bridge.setDiskFull({ isFull: false }));
      else for (const fault of healedBy.faults) start('endFault', bridge.endFault({ fault }));
    },
    releaseAll: () => start('release', bridge.release({ target: null })),
    releaseRequest: (request: number) =>
      start('releaseRequest', bridge.releaseRequest({ request })),
    setDiskFull: (isFull: boolean) => start('setDiskFull', bridge.setDiskFull({ isFull })),
    setClock: (kind: 'real' | 'virtual') => start('setClock', bridge.setClock({ kind })),
    moveClock: (move: Argument<'moveClock'>) => start('moveClock', bridge.moveClock(move)),
    setForeground: (isForeground: boolean) =>
      start('setForeground', bridge.setForeground({ isForeground })),
    setRules: (rules: RuleSet) => start('setRules', bridge.setRules({ rules })),
    healEverything: () => start('healEverything', bridge.healEverything(null)),
    coldStart: () => start('coldStart', bridge.coldStart(null)),

    logIn: (user: string) => start('logIn', bridge.logIn({ user })),
    logOut: () => start('logOut', bridge.logOut(null)),
    switchUser: (user: string) => start('switchUser', bridge.switchUser({ user })),
    alias: (user: string) => start('alias', bridge.alias({ user })),

    openScenario: (name: string, text: string) =>
      start('openScenario', bridge.openScenario({ name, text })),
    /** Null: they could not be listed. */
    listScenarios: () => settle('listScenarios', bridge.listScenarios(null)),
    openListed: (wanted: Argument<'openListed'>) => start('openListed', bridge.openListed(wanted)),
    removeListed: (name: string) => settle('removeListed', bridge.removeListed({ name })),
    renameListed: (name: string, title: string) =>
      settle('renameListed', bridge.renameListed({ name, title })),
    /** Null: they could not be compared. */
    compareRules: (id: string, rules: [RuleSet, RuleSet]) =>
      settle('compareRules', bridge.compareRules({ id, rules })),
    showScenario: (id: string, isPlaying: boolean) =>
      start('showScenario', bridge.showScenario({ id, isPlaying })),
    steerScenario: (id: string, how: Steering) =>
      start('steerScenario', bridge.steerScenario({ id, how })),
    startRecording: () => start('startRecording', bridge.startRecording(null)),
    addCheck: (id: string) => start('addCheck', bridge.addCheck({ id, about: selectedId() })),
    addMark: (id: string) => start('addMark', bridge.addMark({ id })),
    undoStep: (id: string) => start('undoStep', bridge.undoStep({ id })),
    stopRecording: (id: string) => start('stopRecording', bridge.stopRecording({ id })),
    saveScenario: (id: string, name: string, description: string) =>
      void saveScenario({ id, name, description }),
    leaveGuest: (id: string) => void leaveGuest(id),
    playScenario: (id: string) => start('playScenario', bridge.playScenario({ id })),
    closeScenario: (id: string) => {
      ui.setState({ closedScenario: id });
      start('closeScenario', bridge.closeScenario({ id }));
    },

    servePhone: (wish: Argument<'servePhone'>) => start('servePhone', bridge.servePhone(wish)),
    stopPhone: () => start('stopPhone', bridge.stopPhone(null)),

    changeSettings: (change: Partial<Settings>) =>
      start('changeSettings', bridge.changeSettings(change)),
    resetSettings: () => start('resetSettings', bridge.resetSettings(null)),
    showDataFolder: () => start('showDataFolder', bridge.showDataFolder(null)),
    wipeData: async () => {
      await settle('wipeData', bridge.wipeData(null));
      // Also where some of it could not be removed.
      onWiped();
    },
    showLogs: () => start('showLogs', bridge.showLogs(null)),
    /** False: they could not be read. */
    loadLicences: readLicences,
    /** Null: it could not be looked at; then nobody is told again and again. */
    readDisk,
    readEnvelope,
    /** Those that the app remembers from before the oldest that is here. */
    readOlderEvents,
    exportTimeline,
    /** Null: it was not saved. */
    saveReport: (withAssets: boolean) => settle('saveReport', bridge.saveReport({ withAssets })),
    openReport,
    /** Never answered with a notice: who reports a fault has told the person already. */
    report: (message: string) => void bridge.report({ message: message.slice(0, 20_000) }),
  });
};
