import type { Argument } from '../../../shared/contract/calls.ts';
import { realClock } from '../../clock/clock.ts';
import { createInTurn } from '../../clock/in-turn.ts';
import type { SteerableClock } from '../../clock/steerable-clock.ts';
import type { Session } from './session.ts';
import { settleSession } from './settle-session.ts';

export type ClockMove = Argument<'moveClock'>;

/** In real time: somebody looks on, and a clock that never arrives says less than one that goes on. */
const longestSettlingMs = 10_000;

const settledSoon = async (session: Session): Promise<void> => {
  const { promise: tooLong, resolve } = Promise.withResolvers<undefined>();
  const timer = realClock.setTimer(longestSettlingMs, () => {
    resolve(undefined);
  });
  await Promise.race([settleSession(session), tooLong]);
  timer.cancel();
};

/** Moves the clock of a session by hand, one move after the other. */
export const createClockMover = (
  clock: SteerableClock,
  session: Session,
): ((move: ClockMove) => Promise<void>) => {
  const inTurn = createInTurn();

  const make = async (move: ClockMove): Promise<void> => {
    clock.stop();
    // What was set off a moment ago takes no time on this clock: it ends before it moves.
    await settledSoon(session);
    const deltaMs = 'byMs' in move ? move.byMs : move.to - clock.now();
    await clock.advance(deltaMs, () => settledSoon(session));
  };

  return (move) => inTurn(() => make(move));
};
