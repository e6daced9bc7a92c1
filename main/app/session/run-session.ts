import type { Settings } from '../../../shared/contract/documents.ts';
import { realClock } from '../../clock/clock.ts';
import { type SteerableClock, createSteerableClock } from '../../clock/steerable-clock.ts';
import { type ClockMove, createClockMover } from './move-clock.ts';
import { openLiveSession } from './open-live-session.ts';
import { openSession } from './open-session.ts';
import { type RequestWatch, watchRequests } from './request-watch.ts';
import type {
  OpenedSession,
  Session,
  SessionProblem,
  SessionSource,
  SessionStart,
} from './session.ts';
import type { SetUp } from './set-up.ts';

/** A session that runs, and what is known of it. */
export interface RunningSession {
  readonly session: Session;
  readonly watch: RequestWatch;
  /** Begins in real time, whatever the session before ended with. */
  readonly clock: SteerableClock;
  /** Makes the clock virtual and moves it; resolves when what fell due has settled. */
  moveClock(move: ClockMove): Promise<void>;
  /** From now on writes fail for want of space, or work again. */
  setDiskFull(isFull: boolean): void;
  /** Waits for an answer; null: the app was started again, or closed, before it came. */
  answered<T>(answer: Promise<T>): Promise<T | null>;
  /** The app is killed and started again: whoever still waits is told. */
  coldStart(): void;
  /** Tells whoever still waits that nothing comes any more. */
  endLife(): void;
  close(): Promise<void>;
}

export interface SessionRequest {
  readonly source: SessionSource;
  readonly dataFolder: string;
  readonly setUp: SetUp;
  readonly settings: Settings;
  readonly isForeground: boolean;
  readonly onChange: () => void;
}

type Started =
  | { readonly ok: true; readonly running: RunningSession }
  | { readonly ok: false; readonly problem: SessionProblem };

const open = (
  { source, dataFolder, setUp, settings, isForeground, onChange }: SessionRequest,
  clock: SteerableClock,
): Promise<OpenedSession<Session>> => {
  const { fileCacheBytes, onDemandEntries, onDemandBytes, timelineEvents } = settings;
  const start: SessionStart = {
    dataFolder,
    rules: setUp.rules,
    user: setUp.user,
    isForeground,
    settings: {
      persistOnDemand: settings.persistOnDemand,
      fallbackHost: settings.fallbackHost,
      workflows: true,
      sizes: { fileCacheBytes, onDemandEntries, onDemandBytes, timelineEvents },
    },
    clock,
    // People look for what is new: nothing that is shown depends on these numbers.
    seed: realClock.now(),
  };
  if (source.kind === 'live') return openLiveSession({ ...start, ...source, onTrouble: onChange });
  const { project } = source;
  return openSession({ ...start, project });
};

/** Follows a session for as long as it runs. */
export const superviseSession = (
  session: Session,
  clock: SteerableClock,
  onChange: () => void,
): RunningSession => {
  const watch = watchRequests(session.timeline);
  const unsubscribe = [
    session.timeline.onEvent(onChange),
    session.faults.onChange(onChange),
    session.files.onChange(onChange),
    clock.onChange(onChange),
  ];
  /** Tells whoever still waits in this life that nothing comes any more. */
  const waiting = new Set<() => void>();

  const answered = async <T>(answer: Promise<T>): Promise<T | null> => {
    const { promise: ended, resolve } = Promise.withResolvers<null>();
    const leave = (): void => {
      resolve(null);
    };
    waiting.add(leave);
    try {
      return await Promise.race([answer, ended]);
    } finally {
      waiting.delete(leave);
    }
  };

  const endLife = (): void => {
    for (const leave of waiting) leave();
  };

  return Object.freeze({
    session,
    watch,
    clock,
    moveClock: createClockMover(clock, session),
    setDiskFull: (isFull: boolean) => {
      session.space.isFull = isFull;
      onChange();
    },
    answered,
    coldStart: () => {
      session.engine.coldStart();
      endLife();
      void session.engine.getOfferings();
    },
    endLife,
    close: async () => {
      for (const stop of unsubscribe) stop();
      watch.close();
      endLife();
      await session.close();
    },
  });
};

/** Opens a session, and asks for the offerings as an app does when it starts. */
export const runSession = async (request: SessionRequest): Promise<Started> => {
  const clock = createSteerableClock(realClock);
  const opened = await open(request, clock);
  if (!opened.ok) return opened;
  const running = superviseSession(opened.session, clock, request.onChange);
  void opened.session.engine.getOfferings();
  return { ok: true, running };
};
