import type { EventId } from '../../shared/timeline.ts';
import type { Session } from '../app/session.ts';
import type { VirtualClock } from '../clock/virtual-clock.ts';
import { type CallBook, createCallBook } from './call-book.ts';

/** A session that a scenario is played on. */
export interface Stage {
  readonly session: Session;
  readonly clock: VirtualClock;
  readonly calls: CallBook;
  /** The first event that checks look at. */
  markedAt: EventId;
  /** Resolves when nothing runs but what is held, hanging or waiting for the clock. */
  settle(): Promise<void>;
}

/** In real time: only a fault of ours takes so long, and a hanging CI says less than an error. */
const longestSettlingMs = 120_000;

const withinReason = async (settled: Promise<void>): Promise<void> => {
  const { promise: tooLong, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error('the app does not come to rest: something runs that never ends'));
  }, longestSettlingMs);
  try {
    await Promise.race([settled, tooLong]);
  } finally {
    clearTimeout(timer);
  }
};

/** Twice idle: opening or closing a listener can end what the first look took for waiting. */
const settleSession = async ({ activity, backend }: Session): Promise<void> => {
  await activity.idle();
  await backend.settled();
  await activity.idle();
};

export const createStage = (session: Session, clock: VirtualClock): Stage => ({
  session,
  clock,
  calls: createCallBook(session),
  markedAt: session.timeline.nextId(),
  settle: () => withinReason(settleSession(session)),
});
