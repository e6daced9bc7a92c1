import { describe, expect, it, vi } from 'vitest';
import { seededRandom } from '../../../main/clock/random.ts';
import { createVirtualClock } from '../../../main/clock/virtual-clock.ts';
import { maxJitterMs, startJitter } from '../../../main/engine/jitter.ts';

const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** A wait on a clock of its own, and whether it is over. */
const openWait = (random: () => number) => {
  const clock = createVirtualClock(0);
  const jitter = startJitter(clock, random);
  let isOver = false;
  void jitter.over.then(() => {
    isOver = true;
  });
  return {
    hurry: jitter.hurry,
    advance: (ms: number) => clock.advance(ms, settle),
    isOver: async () => {
      await settle();
      return isOver;
    },
  };
};

describe('the jitter of requests in the background', () => {
  it('is at most 5 seconds', () => {
    expect(maxJitterMs).toBe(5_000);
  });

  it.each([
    [0.25, 1_250],
    [0.5, 2_500],
    [0.75, 3_750],
  ])('lasts as long as the random %d says: %i ms', async (drawn, ms) => {
    const wait = openWait(() => drawn);
    await wait.advance(ms - 1);
    expect(await wait.isOver()).toBe(false);
    await wait.advance(1);
    expect(await wait.isOver()).toBe(true);
  });

  it('waits for the clock even where it lasts no time at all', async () => {
    const wait = openWait(() => 0);
    expect(await wait.isOver()).toBe(false);
    await wait.advance(0);
    expect(await wait.isOver()).toBe(true);
  });

  it('is over after 5 seconds, whatever is drawn', async () => {
    const waits = [0.999_999_999_9, ...Array.from({ length: 50 }, seededRandom(3))].map((drawn) =>
      openWait(() => drawn),
    );
    for (const wait of waits) await wait.advance(5_000);
    const over = await Promise.all(waits.map((wait) => wait.isOver()));
    expect(over.every((isOver) => isOver)).toBe(true);
  });

  it('is cut short by somebody in a hurry, and stays over', async () => {
    const wait = openWait(() => 0.5);
    await wait.advance(100);
    wait.hurry();
    wait.hurry();
    expect(await wait.isOver()).toBe(true);
    await wait.advance(5_000);
    expect(await wait.isOver()).toBe(true);
  });

  it('leaves no timer behind when it is cut short', () => {
    const cancel = vi.fn();
    startJitter({ now: () => 0, setTimer: () => ({ cancel }) }, () => 0.5).hurry();
    expect(cancel).toHaveBeenCalled();
  });

  it('draws once for each wait', () => {
    let draws = 0;
    startJitter(createVirtualClock(0), () => {
      draws += 1;
      return 0.5;
    }).hurry();
    expect(draws).toBe(1);
  });
});
