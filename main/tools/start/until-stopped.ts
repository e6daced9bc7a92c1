const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How a program ends that is stopped by Ctrl-C at once. */
const interruptedStatus = 130;

/** Waits for Ctrl-C, or a signal that means the same. A second one ends the process at once. */
export const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    let isStopping = false;
    const stop = (): void => {
      if (isStopping) process.exit(interruptedStatus);
      isStopping = true;
      resolve();
    };
    for (const signal of signals) {
      // A library below electron-store sends each signal again, to end a process that has no end of
      // its own; that would pass for a second Ctrl-C. It tidies up when the process exits, too.
      process.removeAllListeners(signal);
      process.on(signal, stop);
    }
  });
