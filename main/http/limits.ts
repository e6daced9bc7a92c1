/** How long the phases of a request may take, on the engine's clock. */
export interface TimeLimits {
  /** Until a connection is there and the request leaves. */
  readonly connectMs: number;
  /** Until the status line and the headers are there. */
  readonly headersMs: number;
  /** Between two pieces of the body. */
  readonly idleBodyMs: number;
  /** From the first moment to the last byte. */
  readonly totalMs: number;
}

const seconds = 1_000;

export const timeLimits: TimeLimits = {
  connectMs: 30 * seconds,
  headersMs: 30 * seconds,
  idleBodyMs: 30 * seconds,
  totalMs: 60 * seconds,
};

/** Where another host can be asked instead, a host that cannot be reached is given up sooner. */
export const impatientTimeLimits: TimeLimits = { ...timeLimits, connectMs: 5 * seconds };
