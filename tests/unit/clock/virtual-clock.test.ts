import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../main/clock/clock.ts';
import { seededRandom } from '../../../main/clock/random.ts';
import { createVirtualClock } from '../../../main/clock/virtual-clock.ts';

const start = Date.UTC(2026, 5, 15, 12);

const settled = (): Promise<void> => Promise.resolve();

/** A clock, and what its timers and settling wrote down, with the time they saw. */
const openClock = () => {
  const clock = createVirtualClock(start);
  const log: string[] = [];
  const write = (what: string): void => {
    log.push(`${what} ${clock.now() - start}`);
  };
  const settle = async (): Promise<void> => {
    await settled();
    write('settled');
  };
  return { clock, log, write, settle, set: (ms: number) => setNamed(clock, ms, write) };
};

const setNamed = (clock: Clock, ms: number, write: (what: string) => void) =>
  clock.setTimer(ms, () => {
    write(`timer of ${ms} at`);
  });

describe('a virtual clock', () => {
  it('stands still until it is told to move', async () => {
    const { clock, log, set } = openClock();
    set(0);
    await settled();
    expect([clock.now(), log]).toEqual([start, []]);
  });

  it('moves from timer to timer, and lets everything settle after each', async () => {
    const { clock, log, set, settle } = openClock();
    set(300);
    set(100);
    set(200);
    await clock.advance(250, settle);
    expect(log).toEqual([
      'timer of 100 at 100',
      'settled 100',
      'timer of 200 at 200',
      'settled 200',
    ]);
    expect(clock.now()).toBe(start + 250);
  });

  it('runs a timer at its exact time, not a millisecond before, and once', async () => {
    const { clock, log, set } = openClock();
    set(100);
    await clock.advance(99, settled);
    expect(log).toEqual([]);
    await clock.advance(1, settled);
    await clock.advance(1_000, settled);
    expect(log).toEqual(['timer of 100 at 100']);
  });

  it('runs timers of the same time in the order in which they were set', async () => {
    const { clock, log, write } = openClock();
    await clock.advance(50, settled);
    for (const name of ['a', 'b', 'c'])
      clock.setTimer(100, () => {
        write(name);
      });
    await clock.advance(40, settled);
    clock.setTimer(60, () => {
      write('d');
    });
    await clock.advance(60, settled);
    expect(log).toEqual(['a 150', 'b 150', 'c 150', 'd 150']);
  });

  it('runs timers that timers set, where they fall due on the way', async () => {
    const { clock, log, write, set } = openClock();
    clock.setTimer(100, () => {
      write('outer');
      set(0);
      set(50);
      set(100);
      set(101);
    });
    set(150);
    await clock.advance(200, settled);
    expect(log).toEqual([
      'outer 100',
      'timer of 0 at 100',
      'timer of 150 at 150',
      'timer of 50 at 150',
      'timer of 100 at 200',
    ]);
  });

  it('runs timers that are set while things settle', async () => {
    const { clock, log, set } = openClock();
    set(100);
    let isFirst = true;
    await clock.advance(200, async () => {
      await settled();
      if (isFirst) set(100);
      isFirst = false;
    });
    expect(log).toEqual(['timer of 100 at 100', 'timer of 100 at 200']);
  });

  it('does not go on before everything has settled', async () => {
    const { clock, log, set } = openClock();
    set(100);
    set(200);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const moved = clock.advance(300, () => promise);
    await settled();
    expect([clock.now() - start, log]).toEqual([100, ['timer of 100 at 100']]);
    resolve(undefined);
    await moved;
    expect([clock.now() - start, log.length]).toEqual([300, 2]);
  });

  it('runs what is due already when it moves by nothing', async () => {
    const { clock, log, set } = openClock();
    set(0);
    set(-5);
    await clock.advance(0, settled);
    expect(log).toEqual(['timer of 0 at 0', 'timer of -5 at 0']);
  });

  it('never runs a timer that was cancelled, not even by one of the same time', async () => {
    const { clock, log, write, set } = openClock();
    const first = set(100);
    first.cancel();
    first.cancel();
    clock.setTimer(200, () => {
      write('cancels');
      second.cancel();
    });
    const second = set(200);
    await clock.advance(500, settled);
    second.cancel();
    expect(log).toEqual(['cancels 200']);
  });

  it('moves the wall back and runs nothing, and delays no timer', async () => {
    const { clock, log, set } = openClock();
    set(100);
    await clock.advance(-60_000, settled);
    expect([clock.now() - start, log]).toEqual([-60_000, []]);
    await clock.advance(99, settled);
    expect(log).toEqual([]);
    await clock.advance(1, settled);
    expect(log).toEqual(['timer of 100 at -59900']);
  });

  it('goes on from where the wall was moved to', async () => {
    const { clock } = openClock();
    await clock.advance(1_000, settled);
    await clock.advance(-5_000, settled);
    await clock.advance(1_000, settled);
    expect(clock.now() - start).toBe(-3_000);
  });

  it('stands exactly where it was moved to, however odd its timers are', async () => {
    const { clock, set } = openClock();
    const random = seededRandom(1);
    for (let each = 0; each < 50; each += 1) {
      for (let timer = 0; timer < 4; timer += 1) set(random() * 5_000);
      await clock.advance(300_000, settled);
      expect(clock.now() - start).toBe(300_000 * (each + 1));
    }
  });

  it('moves on after a timer that threw', async () => {
    const { clock } = openClock();
    clock.setTimer(5, () => {
      throw new Error('thrown by a timer');
    });
    await expect(clock.advance(10, settled)).rejects.toThrow('thrown by a timer');
    await clock.advance(10, settled);
    expect(clock.now() - start).toBe(15);
  });

  it('does not go back where it is moved again before it has arrived', async () => {
    const { clock, set } = openClock();
    set(5);
    let isFirst = true;
    let later = Promise.resolve();
    await clock.advance(10, async () => {
      await settled();
      if (isFirst) later = clock.advance(100, settled);
      isFirst = false;
    });
    await later;
    expect(clock.now() - start).toBeGreaterThanOrEqual(105);
  });
});
