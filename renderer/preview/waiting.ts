export const afterMs = (delayMs: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });

export const frames = async (count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) await nextFrame();
};

/** Polls: what is waited for has more ways to come about than events that tell of it. */
export const until = async (holds: () => boolean, limitMs = 5_000): Promise<void> => {
  const startedAt = performance.now();
  while (!holds() && performance.now() - startedAt < limitMs) await afterMs(20);
};
