/** So many turns of the event loop without a new request, and at most so many in all. */
const quietTurns = 4;
const mostTurns = 24;

/** Lets requests on in the order in which they arrived. */
export type Gate = (run: () => void) => void;

/**
 * Runs what waits when everything that was asked at the same time has arrived: connections are taken
 * one a turn, and an answer that is there before the last of them would hide how many were under way
 * at once. By then a client that gave up another request has been noticed, too.
 */
export const createGate = (arrived: () => number): Gate => {
  let waiting: (() => void)[] = [];
  let seen = 0;
  let quiet = 0;
  let turns = 0;

  const turn = (): void => {
    turns += 1;
    quiet = arrived() === seen ? quiet + 1 : 0;
    seen = arrived();
    if (quiet < quietTurns && turns < mostTurns) {
      setImmediate(turn);
      return;
    }
    const due = waiting;
    waiting = [];
    for (const run of due) run();
  };

  return (run) => {
    waiting.push(run);
    if (waiting.length > 1) return;
    seen = arrived();
    quiet = 0;
    turns = 0;
    setImmediate(turn);
  };
};
