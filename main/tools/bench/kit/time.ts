/** How long something takes, in milliseconds. */
export const millisecondsOf = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

/** How long something takes that waits for nothing, in milliseconds. */
export const millisecondsOfStep = (run: () => unknown): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};
