import { isProblem } from '../../shared/timeline/filter.ts';
import type { EventId, TimelineEvent } from '../../shared/timeline.ts';

interface Move {
  readonly eventId: EventId;
  readonly isForeground: boolean;
}

/** What can be chosen among events, and what all of them together tell; it grows as they come. */
export interface EventBook {
  readonly users: ReadonlySet<string>;
  readonly generations: ReadonlySet<number>;
  readonly problems: number;
  note(events: readonly TimelineEvent[]): void;
  /** Whether the app was in the foreground after this event; `now` is where it is at last. */
  wasForeground(eventId: EventId, now: boolean): boolean;
}

const mostUsers = 500;

export const createEventBook = (): EventBook => {
  const users = new Set<string>();
  const generations = new Set<number>();
  const moves: Move[] = [];
  let problems = 0;

  const noteMove = (move: Move): void => {
    moves.push(move);
    // Older ones come later, and are few.
    if (moves.length > 1 && move.eventId < (moves.at(-2)?.eventId ?? 0))
      moves.sort((one, other) => one.eventId - other.eventId);
  };

  return Object.freeze({
    users,
    generations,
    get problems() {
      return problems;
    },
    note: (events: readonly TimelineEvent[]) => {
      for (const event of events) {
        // A phone may ask for any number of users.
        if (users.size < mostUsers) users.add(event.user);
        generations.add(event.generation);
        if (isProblem(event)) problems += 1;
        const { eventId, isForeground } = event;
        if (isForeground !== undefined) noteMove({ eventId, isForeground });
      }
    },
    wasForeground: (eventId: EventId, now: boolean) => {
      const before = moves.findLast((move) => move.eventId <= eventId);
      if (before !== undefined) return before.isForeground;
      // It only moves to where it was not.
      const [after] = moves;
      return after === undefined ? now : !after.isForeground;
    },
  });
};
