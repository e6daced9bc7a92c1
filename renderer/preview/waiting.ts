export const afterMs = (delayMs: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });

/** There are none while nobody can see the page. */
const longestFrameMs = 1_000;

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, longestFrameMs);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });

export const frames = async (count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) await nextFrame();
};

/** Polls: what is waited for has more ways to come about than events that tell of it. */
export const until = async (holds: () => boolean, limitMs = 5_000): Promise<void> => {
  const startedAt = performance.now();
  while (!holds() && performance.now() - startedAt < limitMs) await afterMs(20);
};

/** Where a machine has much else to do, nobody says that there is nothing to do here. */
const longestIdleMs = 20;

/** Calls it once there is nothing else to do; gives back what takes it back. */
export const whenIdle = (call: () => void): (() => void) => {
  const idle = requestIdleCallback(call, { timeout: longestIdleMs });
  return () => {
    cancelIdleCallback(idle);
  };
};
