import { describe, expect, it } from 'vitest';
import { createSteerableClock } from '../../../main/clock/steerable-clock.ts';
import { createVirtualClock } from '../../../main/clock/virtual-clock.ts';

const start = Date.UTC(2026, 5, 15, 12);
const minute = 60_000;

const settled = (): Promise<void> => Promise.resolve();

/** A steerable clock whose real time is moved by hand as well, and what its timers wrote down. */
const openClock = () => {
  const real = createVirtualClock(start);
  const clock = createSteerableClock(real);
  const log: string[] = [];
  const set = (name: string, ms: number) =>
    clock.setTimer(ms, () => log.push(`${name} ${clock.now() - start}`));
  return { real, clock, log, set, pass: (ms: number) => real.advance(ms, settled) };
};

describe('a steerable clock', () => {
  it('goes with real time until it is stopped', async () => {
    const { clock, log, set, pass } = openClock();
    set('a', 100);
    await pass(150);
    expect([clock.state(), clock.now() - start, log]).toEqual([{ kind: 'real' }, 150, ['a 100']]);
  });

  it('stands still while it is virtual, and moves only by hand', async () => {
    const { clock, log, set, pass } = openClock();
    clock.stop();
    set('a', 100);
    await pass(minute);
    expect([clock.state(), log]).toEqual([{ kind: 'virtual', now: start }, []]);
    await clock.advance(minute, settled);
    expect([clock.state(), log]).toEqual([{ kind: 'virtual', now: start + minute }, ['a 100']]);
  });

  it('is stopped by being moved', async () => {
    const { clock, pass } = openClock();
    await pass(20);
    await clock.advance(5 * minute, settled);
    await pass(minute);
    expect(clock.state()).toEqual({ kind: 'virtual', now: start + 20 + 5 * minute });
  });

  it('leaves pending timers the time that they had left when it is stopped', async () => {
    const { clock, log, set, pass } = openClock();
    set('a', 100);
    await pass(60);
    clock.stop();
    await clock.advance(39, settled);
    expect(log).toEqual([]);
    await clock.advance(1, settled);
    expect(log).toEqual(['a 100']);
  });

  it('leaves pending timers the time that they had left when it goes on', async () => {
    const { clock, log, set, pass } = openClock();
    clock.stop();
    set('a', 100);
    await clock.advance(60, settled);
    clock.run();
    await pass(39);
    expect(log).toEqual([]);
    await pass(1);
    expect(log).toEqual(['a 40']);
  });

  it('goes back to what real time is by then', async () => {
    const { clock, pass } = openClock();
    await clock.advance(25 * 60 * minute, settled);
    await pass(minute);
    clock.run();
    expect([clock.state(), clock.now()]).toEqual([{ kind: 'real' }, start + minute]);
  });

  it('runs due timers in order and lets what they set off settle between them', async () => {
    const { clock, log, set } = openClock();
    set('b', 200);
    clock.stop();
    set('a', 100);
    await clock.advance(300, async () => {
      await settled();
      log.push(`settled ${clock.now() - start}`);
    });
    expect(log).toEqual(['a 100', 'settled 100', 'b 200', 'settled 200']);
  });

  it('runs timers that are due together in the order in which they were set', async () => {
    const { clock, log, set } = openClock();
    for (const name of ['a', 'b', 'c']) set(name, 100);
    clock.stop();
    clock.run();
    clock.stop();
    await clock.advance(100, settled);
    expect(log).toEqual(['a 100', 'b 100', 'c 100']);
  });

  it('runs nothing that was cancelled, on whichever side', async () => {
    const { clock, log, set, pass } = openClock();
    const [first, second] = [set('a', 100), set('b', 100)];
    first.cancel();
    clock.stop();
    second.cancel();
    await clock.advance(minute, settled);
    clock.run();
    await pass(minute);
    expect(log).toEqual([]);
  });

  it('can be given back to real time while it moves', async () => {
    const { clock, log, set, pass } = openClock();
    clock.stop();
    set('a', 100);
    set('b', 200);
    await clock.advance(minute, async () => {
      await settled();
      clock.run();
    });
    expect([clock.state(), log]).toEqual([{ kind: 'real' }, ['a 100']]);
    await pass(100);
    expect(log).toEqual(['a 100', 'b 100']);
  });

  it('goes back without running anything', async () => {
    const { clock, log, set } = openClock();
    clock.stop();
    set('a', 100);
    await clock.advance(-minute, settled);
    expect([clock.now() - start, log]).toEqual([-minute, []]);
    await clock.advance(100, settled);
    expect(log).toEqual(['a -59900']);
  });

  it('tells of every change, and of each moment of a move', async () => {
    const { clock, set } = openClock();
    const seen: unknown[] = [];
    const stop = clock.onChange(() => {
      const state = clock.state();
      seen.push(state.kind === 'real' ? 'real' : state.now - start);
    });
    set('a', 100);
    await clock.advance(300, settled);
    clock.run();
    clock.run();
    stop();
    clock.stop();
    expect(seen).toEqual([0, 100, 300, 'real']);
  });
});
