/** Things that are done one after the other, each once there is nothing else to do. */
export interface IdleWork {
  /** These now, in the place of what is left of those before. */
  start(tasks: readonly (() => void)[]): void;
  stop(): void;
}

/** Calls it then; gives back what takes it back. */
type WhenIdle = (call: () => void) => () => void;

/** Where one takes longer, the rest is left: somebody's press would have to wait for it. */
const longestMs = 200;

export const createIdleWork = (whenIdle: WhenIdle): IdleWork => {
  let waiting: readonly (() => void)[] = [];
  let drop = (): void => undefined;

  const stop = (): void => {
    waiting = [];
    drop();
  };

  const next = (): void => {
    if (waiting.length > 0) drop = whenIdle(work);
  };

  const work = (): void => {
    const [task, ...others] = waiting;
    waiting = others;
    const startedAt = performance.now();
    try {
      task?.();
    } catch {
      // Why it cannot be done is told when somebody wants to see it done.
    }
    if (performance.now() - startedAt > longestMs) stop();
    else next();
  };

  return Object.freeze<IdleWork>({
    stop,
    start: (tasks) => {
      stop();
      waiting = tasks;
      next();
    },
  });
};
