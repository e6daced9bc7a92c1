/** The names under which the two sides of Electron's bridge send to each other. */
export const channels = {
  /** A call and its outcome. */
  call: 'call',
  /** A window begins to listen, and says what it has dealt with. */
  listen: 'listen',
  acknowledge: 'acknowledge',
  /** To the window: what it listens for, and what a menu asks of it. */
  stream: 'stream',
  command: 'command',
} as const;
