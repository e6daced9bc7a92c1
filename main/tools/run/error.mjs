/** Setting up cannot go on, and its message is the one sentence that says what to do. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';
}

/** A signal stopped the setting up; whoever sent it knows why, so nothing is to be said. */
export class StoppedError extends Error {
  /** @override */
  name = 'StoppedError';

  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`Stopped by ${signal}.`);
    this.signal = signal;
  }
}
