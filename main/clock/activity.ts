/**
 * Knows whether anything is running: requests and file work that real time will finish, less those
 * that only a hand or the clock can (held, hanging, slow). The engine's side begins and ends; the
 * backend's side parks what it keeps waiting. The two sides hear of a broken connection at different
 * moments, so nothing is idle while more is parked than running.
 */
export interface Activity {
  /** Something runs until the returned function is called; calling it again does nothing. */
  begin(): () => void;
  /** Something that runs waits until the returned function is called. */
  park(): () => void;
  /** Resolves when nothing is running but what is parked. */
  idle(): Promise<void>;
}

/** So many turns of the event loop without a change count as idle. */
const quietTurns = 4;

const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

export const createActivity = (): Activity => {
  let running = 0;
  let parked = 0;
  let changes = 0;
  let wake: (() => void)[] = [];

  const change = (): void => {
    changes += 1;
    const waiting = wake;
    wake = [];
    for (const resolve of waiting) resolve();
  };

  const once = (undo: () => void): (() => void) => {
    let isDone = false;
    return () => {
      if (isDone) return;
      isDone = true;
      undo();
      change();
    };
  };

  const isQuiet = async (): Promise<boolean> => {
    const seen = changes;
    for (let turn = 0; turn < quietTurns; turn += 1) await nextTurn();
    return seen === changes && running === parked;
  };

  return Object.freeze({
    begin: () => {
      running += 1;
      change();
      return once(() => (running -= 1));
    },
    park: () => {
      parked += 1;
      change();
      return once(() => (parked -= 1));
    },
    idle: async () => {
      while (!(await isQuiet())) {
        if (running !== parked) await new Promise<void>((resolve) => wake.push(resolve));
      }
    },
  });
};
