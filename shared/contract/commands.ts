/** What a menu outside of the window asks the window to do. */
export const commands = [
  'open-palette',
  'open-project',
  'save-project',
  'open-settings',
  'open-guide',
  'open-shortcuts',
  /** Versions of the app and of what it is made of, and their licences. */
  'open-licences',
] as const;

export type Command = (typeof commands)[number];

export const isCommand = (value: unknown): value is Command =>
  commands.some((command) => command === value);
