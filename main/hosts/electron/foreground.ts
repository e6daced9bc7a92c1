/**
 * Whether the app counts as in the foreground, as a phone would see it.
 *
 * A window that merely loses the focus stays in the foreground: people look at the paywall while
 * they type in an editor beside it or in the developer tools, and a refresh for each click there
 * would be nothing that a phone does. The background is where nobody can see the app: the window is
 * hidden, minimised or closed, the screen is locked, or the machine sleeps.
 *
 * Only a change is told to the app. In between people steer its state in the window, and what they
 * set holds until the system really has something new to say.
 */
export interface Presence {
  readonly isWindowShown: boolean;
  readonly isLocked: boolean;
  readonly isAsleep: boolean;
}

export type PresenceEvent =
  | { readonly type: 'window'; readonly isShown: boolean }
  | { readonly type: 'suspended' | 'resumed' | 'locked' | 'unlocked' };

/** An app that was just started by a person is in front of them. */
export const firstPresence: Presence = { isWindowShown: true, isLocked: false, isAsleep: false };

export const isForeground = ({ isWindowShown, isLocked, isAsleep }: Presence): boolean =>
  isWindowShown && !isLocked && !isAsleep;

export const presenceAfter = (presence: Presence, event: PresenceEvent): Presence => {
  switch (event.type) {
    case 'window':
      return { ...presence, isWindowShown: event.isShown };
    case 'suspended':
      return { ...presence, isAsleep: true };
    case 'resumed':
      return { ...presence, isAsleep: false };
    case 'locked':
      return { ...presence, isLocked: true };
    case 'unlocked':
      // Nobody unlocks a machine that sleeps: a `resume` that was never told is made up for.
      return { ...presence, isLocked: false, isAsleep: false };
  }
};
