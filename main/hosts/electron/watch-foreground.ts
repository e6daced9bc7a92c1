import type { BrowserWindow, PowerMonitor } from 'electron';
import { type PresenceEvent, firstPresence, isForeground, presenceAfter } from './foreground.ts';

export interface ForegroundWatch {
  /** This window's being shown is what counts from now on. */
  watch(window: WatchedWindow): void;
}

export type WatchedWindow = Pick<BrowserWindow, 'on' | 'isVisible' | 'isMinimized' | 'isDestroyed'>;

const isShown = (window: WatchedWindow): boolean =>
  !window.isDestroyed() && window.isVisible() && !window.isMinimized();

/** Tells when the app comes to the foreground and when it leaves it. */
export const watchForeground = (
  powerMonitor: Pick<PowerMonitor, 'on'>,
  setForeground: (isForeground: boolean) => void,
): ForegroundWatch => {
  let presence = firstPresence;

  const dispatch = (event: PresenceEvent): void => {
    const before = isForeground(presence);
    presence = presenceAfter(presence, event);
    if (isForeground(presence) !== before) setForeground(!before);
  };

  powerMonitor.on('suspend', () => dispatch({ type: 'suspended' }));
  powerMonitor.on('resume', () => dispatch({ type: 'resumed' }));
  powerMonitor.on('lock-screen', () => dispatch({ type: 'locked' }));
  powerMonitor.on('unlock-screen', () => dispatch({ type: 'unlocked' }));

  return Object.freeze({
    watch: (window: WatchedWindow) => {
      const look = (): void => {
        dispatch({ type: 'window', isShown: isShown(window) });
      };
      // `restore` does not come for a window that was maximised (electron/electron#28570); to be
      // focused it must be shown.
      window.on('show', look).on('hide', look).on('minimize', look).on('restore', look);
      window.on('maximize', look).on('focus', look).on('closed', look);
    },
  });
};
