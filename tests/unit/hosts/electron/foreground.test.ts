import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';
import { describe, expect, it } from 'vitest';
import {
  type PresenceEvent,
  firstPresence,
  isForeground,
  presenceAfter,
} from '../../../../main/hosts/electron/foreground.ts';
import {
  type WatchedWindow,
  watchForeground,
} from '../../../../main/hosts/electron/watch-foreground.ts';

const shown: PresenceEvent = { type: 'window', isShown: true };
const hidden: PresenceEvent = { type: 'window', isShown: false };
const [suspended, resumed, locked, unlocked] = (
  ['suspended', 'resumed', 'locked', 'unlocked'] as const
).map((type): PresenceEvent => ({ type })) as [
  PresenceEvent,
  PresenceEvent,
  PresenceEvent,
  PresenceEvent,
];

describe('the app is in the foreground', () => {
  it.each([
    ['when it starts', [], true],
    ['while its window is shown', [shown], true],
    ['not while its window is hidden', [hidden], false],
    ['once its window is shown again', [hidden, shown], true],
    ['not while the machine sleeps', [suspended], false],
    ['once the machine wakes', [suspended, resumed], true],
    ['not while the screen is locked', [locked], false],
    ['once it is unlocked', [locked, unlocked], true],
    ['not when the machine wakes and is locked', [locked, suspended, resumed], false],
    ['once such a machine is unlocked', [locked, suspended, resumed, unlocked], true],
    ['once unlocked, though nobody told of the waking', [suspended, locked, unlocked], true],
    ['not when the machine wakes to a hidden window', [hidden, suspended, resumed], false],
    ['not when a locked machine shows it', [locked, hidden, shown], false],
  ])('%s', (_name, events, expected) => {
    expect(isForeground(events.reduce(presenceAfter, firstPresence))).toBe(expected);
  });
});

class TestWindow extends EventEmitter {
  isShown = true;
  isSmall = false;
  isGone = false;
  isVisible = () => this.isShown;
  isMinimized = () => this.isSmall;
  isDestroyed = () => this.isGone;
}

const open = () => {
  const powerMonitor = new EventEmitter();
  const window = new TestWindow();
  const told: boolean[] = [];
  const watch = watchForeground(powerMonitor as unknown as PowerMonitor, (is) => told.push(is));
  watch.watch(window as unknown as WatchedWindow);
  const look = (event: string, change: Partial<TestWindow> = {}) => {
    Object.assign(window, change);
    window.emit(event);
  };
  return { powerMonitor, told, look };
};

describe('what the system says', () => {
  it('is told when it is new, and only then', () => {
    const { powerMonitor, told, look } = open();
    look('show');
    look('blur');
    look('focus');
    expect(told).toEqual([]);
    look('minimize', { isSmall: true });
    look('hide', { isShown: false });
    powerMonitor.emit('suspend');
    expect(told).toEqual([false]);
    powerMonitor.emit('resume');
    look('show', { isShown: true });
    expect(told).toEqual([false]);
    look('focus', { isSmall: false });
    expect(told).toEqual([false, true]);
  });

  it('follows the lock', () => {
    const { powerMonitor, told } = open();
    powerMonitor.emit('lock-screen');
    powerMonitor.emit('unlock-screen');
    expect(told).toEqual([false, true]);
  });

  it('is the background when the window is closed', () => {
    const { told, look } = open();
    look('closed', { isGone: true });
    expect(told).toEqual([false]);
  });
});
