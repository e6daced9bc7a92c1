/**
 * The longest turn of the event loop while something runs, in milliseconds. It is measured by a loop
 * that never sleeps: a timer's own delay would be longer than most turns.
 */
export const longestTurnMs = async (run: () => Promise<unknown>): Promise<number> => {
  let longestMs = 0;
  let isOver = false;
  let turnedAt = performance.now();
  const turn = (): void => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - turnedAt);
    turnedAt = now;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  try {
    await run();
  } finally {
    isOver = true;
  }
  return longestMs;
};
