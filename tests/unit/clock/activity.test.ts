import { describe, expect, it } from 'vitest';
import { type Activity, createActivity } from '../../../main/clock/activity.ts';

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

const turns = async (count: number): Promise<void> => {
  for (let each = 0; each < count; each += 1) await turn();
};

/** Many more than the turns that count as quiet. */
const manyTurns = 50;

const isIdle = async (activity: Activity): Promise<boolean> => {
  let isResolved = false;
  void activity.idle().then(() => {
    isResolved = true;
  });
  await turns(manyTurns);
  return isResolved;
};

describe('activity', () => {
  it('is idle where nothing ever began', async () => {
    expect(await isIdle(createActivity())).toBe(true);
  });

  it('is not idle while something runs, and is when it has ended', async () => {
    const activity = createActivity();
    const end = activity.begin();
    expect(await isIdle(activity)).toBe(false);
    end();
    expect(await isIdle(activity)).toBe(true);
  });

  it('is idle while all that runs is parked, and not when it runs again', async () => {
    const activity = createActivity();
    activity.begin();
    const unpark = activity.park();
    expect(await isIdle(activity)).toBe(true);
    unpark();
    expect(await isIdle(activity)).toBe(false);
  });

  it('is not idle while one runs beside another that is parked', async () => {
    const activity = createActivity();
    activity.begin();
    const end = activity.begin();
    activity.park();
    expect(await isIdle(activity)).toBe(false);
    end();
    expect(await isIdle(activity)).toBe(true);
  });

  it('is not idle while more is parked than runs', async () => {
    const activity = createActivity();
    const unpark = activity.park();
    expect(await isIdle(activity)).toBe(false);
    unpark();
    expect(await isIdle(activity)).toBe(true);
  });

  it('is not idle between the two ends of a connection that broke', async () => {
    const activity = createActivity();
    const end = activity.begin();
    const unpark = activity.park();
    end();
    expect(await isIdle(activity)).toBe(false);
    unpark();
    expect(await isIdle(activity)).toBe(true);
  });

  it('takes the second end of the same thing for nothing', async () => {
    const activity = createActivity();
    const endFirst = activity.begin();
    const endSecond = activity.begin();
    endFirst();
    endFirst();
    expect(await isIdle(activity)).toBe(false);
    endSecond();
    const unpark = activity.park();
    unpark();
    unpark();
    expect(await isIdle(activity)).toBe(true);
  });

  it('is not idle while things begin and end in turn', async () => {
    const activity = createActivity();
    let isResolved = false;
    const idle = activity.idle().then(() => {
      isResolved = true;
    });
    for (let each = 0; each < manyTurns; each += 1) {
      activity.begin()();
      await turn();
    }
    expect(isResolved).toBe(false);
    await idle;
  });

  it('resolves for everybody who waits', async () => {
    const activity = createActivity();
    const end = activity.begin();
    const waiting = Promise.all([activity.idle(), activity.idle(), activity.idle()]);
    await turns(manyTurns);
    end();
    await expect(waiting).resolves.toHaveLength(3);
  });
});
