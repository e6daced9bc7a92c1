import { stackOf } from '../../../shared/error-text.ts';
import type { CallName, Handlers } from '../../../shared/contract/calls.ts';
import { callNames } from '../../../shared/contract/calls.ts';
import type { Documents } from '../../../shared/contract/documents.ts';
import type { Steering } from '../../../shared/contract/guest.ts';
import { type Outcome, done, doneUnless, problem } from '../../../shared/contract/outcome.ts';
import { nothingChanges } from '../../../shared/report/file.ts';
import type { OpenedFile } from '../../cdn/opened-file.ts';
import { createInTurn } from '../../clock/in-turn.ts';
import type { Log } from '../log.ts';
import { type ReportFile, ReportGuest } from '../report/report-guest.ts';
import type { RunningSession } from '../session/run-session.ts';
import type { ScenarioSource } from '../scenario/scenario-source.ts';
import type { Shown } from '../shown.ts';
import type { Look } from '../stage/look.ts';
import { createBreath } from './breath.ts';
import type { Guest, GuestHost, GuestStand } from './guest.ts';
import { ScenarioPlayer } from './play-guest.ts';
import { recordedCalls } from './recorded-calls.ts';
import { Recording, type RecordingStart } from './recording.ts';

/** What stands in the place of the person's own session: a scenario, a recording, or a report. */
export interface GuestDesk {
  document(): Documents['guest'];
  /** Null: the person's own session is shown, or a report, in which nothing runs. */
  running(): RunningSession | null;
  /** Null: the person's own session is shown. */
  shown(): Shown | null;
  /** How its paywalls are looked at; null: as the person's own. */
  look(): Look | null;
  isRecording(): boolean;
  /** Opens a file of a session that was shown a moment ago; null: it is not there. */
  openFormer(name: string): Promise<OpenedFile | null>;
  show(source: ScenarioSource, isPlaying: boolean): Promise<Outcome<null>>;
  steer(id: string, how: Steering): Promise<Outcome<null>>;
  record(start: RecordingStart): Promise<Outcome<null>>;
  /** Opens a report, to be looked at. */
  showReport(file: ReportFile): Promise<Outcome<null>>;
  addCheck(id: string, about: string | null): Promise<Outcome<null>>;
  addMark(id: string): Promise<Outcome<null>>;
  undo(id: string): Promise<Outcome<null>>;
  stop(id: string): Promise<Outcome<null>>;
  /** The stopped recording as a file of this name. */
  textOf(id: string, name: string, description: string): Outcome<string>;
  /** The person's own session is shown again. */
  leave(id: string): Outcome<null>;
  /** Whatever there is goes. */
  clear(): void;
  /** Calls that change the world are the guest's, while there is one. */
  guard(handlers: Handlers): Handlers;
  end(): Promise<void>;
}

export interface GuestDeskOptions {
  readonly log: Pick<Log, 'write'>;
  /** The document is another one now. */
  readonly onChange: () => void;
  /** Windows are shown another session now. */
  readonly onSwitch: () => void;
}

/** One that is over, and whose files somebody may still ask for. */
interface Retired {
  readonly session: GuestStand;
  readonly cut: () => void;
}

const graceMs = 3_000;

const gone = problem('not-found', 'It is not on the desk any more.');
/** Nothing takes the place of what is not saved. */
export const recordingFirst = problem(
  'refused',
  'A recording is on the desk. Save it or discard it first.',
);
const playsHere = problem(
  'refused',
  'A scenario is on the desk, and only its own steps change the world here. Leave it first, then use the switches.',
);

const nothingHappens = problem('refused', nothingChanges);

export const createGuestDesk = ({ log, onChange, onSwitch }: GuestDeskOptions): GuestDesk => {
  let guest: Guest | null = null;
  const former = new Set<Retired>();
  const leaving = new Set<Promise<void>>();
  let isEnding = false;
  /** Guests are opened one after the other. */
  const inTurn = createInTurn();

  const onFault = (error: unknown): void => {
    log.write('scenario', stackOf(error));
  };

  /** Windows still show its pictures until they have heard that it is over. */
  const retire = (session: GuestStand): void => {
    const grace = createBreath();
    const retired: Retired = { session, cut: () => grace.cut() };
    former.add(retired);
    const removed = session
      .close()
      .then(() => (isEnding ? undefined : grace.take(graceMs)))
      .then(() => session.remove())
      .catch(onFault)
      .finally(() => {
        former.delete(retired);
        leaving.delete(removed);
      });
    leaving.add(removed);
  };

  const host: GuestHost = {
    onChange,
    onFault,
    onSwitch: (before) => {
      onSwitch();
      retire(before);
    },
  };

  const become = (next: Guest | null): void => {
    const before = guest;
    guest = next;
    onSwitch();
    if (before === null) return;
    before.leave();
    retire(before.session);
  };

  const open = (make: () => Promise<Guest | string>): Promise<Outcome<null>> =>
    inTurn(async () => {
      if (guest instanceof Recording) return recordingFirst;
      const made = await make();
      if (typeof made === 'string') return problem('system', made);
      become(made);
      return done(null);
    });

  const withRecording = async (
    id: string,
    act: (recording: Recording) => Promise<string | null>,
  ): Promise<Outcome<null>> =>
    guest instanceof Recording && guest.id === id ? doneUnless('refused', await act(guest)) : gone;

  const intercept = (name: CallName, argument: unknown): Promise<Outcome<unknown>> | null => {
    if (guest === null || typeof recordedCalls[name] !== 'function') return null;
    if (guest instanceof Recording) return guest.perform(name, argument);
    return Promise.resolve(guest instanceof ReportGuest ? nothingHappens : playsHere);
  };

  return Object.freeze({
    document: () => guest?.document() ?? null,
    running: () => guest?.session.running ?? null,
    shown: () => guest?.session.shown ?? null,
    look: () => guest?.session.look ?? null,
    isRecording: () => guest instanceof Recording,
    openFormer: async (name: string) => {
      for (const { session } of [...former]) {
        const opened = await session.shown.files.open(name);
        if (opened !== null) return opened;
      }
      return null;
    },
    show: (source: ScenarioSource, isPlaying: boolean) =>
      open(async () => {
        const player = await ScenarioPlayer.open(source, host);
        if (typeof player !== 'string' && isPlaying) await player.steer('play');
        return player;
      }),
    steer: async (id: string, how: Steering) =>
      guest instanceof ScenarioPlayer && guest.id === id
        ? doneUnless('refused', await guest.steer(how))
        : gone,
    record: (start: RecordingStart) => open(() => Recording.open(start, host)),
    showReport: (file: ReportFile) =>
      open(() =>
        ReportGuest.open(file, onChange).catch((error: unknown) => {
          onFault(error);
          return `Something in the app itself went wrong, and ${file.name} was not opened. The log says more (Help, Show logs).`;
        }),
      ),
    addCheck: (id: string, about: string | null) =>
      withRecording(id, (recording) => recording.addCheck(about)),
    addMark: (id: string) => withRecording(id, (recording) => recording.addMark()),
    undo: (id: string) => withRecording(id, (recording) => recording.undo()),
    stop: (id: string) => withRecording(id, (recording) => recording.stop()),
    textOf: (id: string, name: string, description: string) => {
      if (!(guest instanceof Recording) || guest.id !== id) return gone;
      if (!guest.isStopped()) return problem('refused', 'The recording goes on. Stop it first.');
      return done(guest.text(name, description));
    },
    leave: (id: string) => {
      // Two windows may leave the same one.
      if (guest?.id === id) become(null);
      return done(null);
    },
    clear: () => {
      if (guest !== null) become(null);
    },
    guard: (handlers: Handlers) => {
      const guarded = callNames.map((name) => {
        // The map pairs names and arguments; the compiler cannot follow one name through it.
        const handle = handlers[name] as (argument: unknown) => unknown;
        return [name, (argument: unknown) => intercept(name, argument) ?? handle(argument)];
      });
      return Object.fromEntries(guarded) as Handlers;
    },
    end: async () => {
      isEnding = true;
      await inTurn(() => Promise.resolve());
      if (guest !== null) become(null);
      for (const { cut } of former) cut();
      await Promise.all(leaving);
    },
  });
};
