/** Setting up cannot go on, and its message is the one sentence that says what to do. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';
}
