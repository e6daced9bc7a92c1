/** What can be moved out of a bar that is too narrow, the first to go first. */
export const movableKnobs = ['rules', 'app', 'coldStart', 'clock', 'cdn'] as const;
export type MovableKnob = (typeof movableKnobs)[number];
