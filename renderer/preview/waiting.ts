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
