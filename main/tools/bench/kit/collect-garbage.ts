import { setTimeout as wait } from 'node:timers/promises';

/** Lets go of all that nothing refers to any more; some of it is only let go in a turn of its own. */
export const collectGarbage = async (): Promise<void> => {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('the process was started without --expose-gc');
  for (let time = 0; time < 3; time += 1) {
    await wait(10);
    gc();
  }
};
