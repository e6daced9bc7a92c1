import type { EventId } from '../../shared/timeline.ts';
import type { ServedSession } from '../app/session/session.ts';
import { settleSession } from '../app/session/settle-session.ts';
import type { VirtualClock } from '../clock/virtual-clock.ts';
import { within } from '../clock/within.ts';
import { type CallBook, createCallBook } from './call-book.ts';

/** A session that a scenario is played on. */
export interface Stage {
  readonly session: ServedSession;
  readonly clock: Pick<VirtualClock, 'advance'>;
  readonly calls: CallBook;
  /** The first event that checks look at. */
  markedAt: EventId;
  /** Resolves when nothing runs but what is held, hanging or waiting for the clock. */
  settle(): Promise<void>;
}

/** In real time: only a fault of ours takes so long, and a hanging CI says less than an error. */
const longestSettlingMs = 120_000;

const neverEnding = (): Error =>
  new Error('the app does not come to rest: something runs that never ends');

export const createStage = (session: ServedSession, clock: Stage['clock']): Stage => ({
  session,
  clock,
  calls: createCallBook(session),
  markedAt: session.timeline.nextId(),
  settle: () => within(longestSettlingMs, settleSession(session), neverEnding),
});
