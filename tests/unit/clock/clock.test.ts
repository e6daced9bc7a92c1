import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { realClock } from '../../../main/clock/clock.ts';

describe('the real clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000 });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows the time of the machine', () => {
    vi.advanceTimersByTime(500);
    expect(realClock.now()).toBe(1_500);
  });

  it('runs a timer once, at its time', () => {
    const run = vi.fn();
    realClock.setTimer(100, run);
    vi.advanceTimersByTime(99);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(run).toHaveBeenCalledOnce();
  });

  it('never runs a timer that was cancelled', () => {
    const run = vi.fn();
    const timer = realClock.setTimer(100, run);
    timer.cancel();
    timer.cancel();
    vi.advanceTimersByTime(1_000);
    expect(run).not.toHaveBeenCalled();
  });
});
