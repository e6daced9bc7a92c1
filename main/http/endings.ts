import type { Dispatcher } from 'undici';
import type { NoAnswerReason } from '../../shared/errors.ts';

/** We ended a request ourselves, and know why. */
export class RequestEnded extends Error {
  readonly reason: NoAnswerReason;

  constructor(reason: NoAnswerReason) {
    super(`The request was ended: ${reason}.`);
    this.name = 'RequestEnded';
    this.reason = reason;
  }
}

/** A body was bigger than it may be. */
export class BodyTooLarge extends Error {
  readonly limitBytes: number;

  constructor(limitBytes: number) {
    super(`The body has more than ${limitBytes} bytes.`);
    this.name = 'BodyTooLarge';
    this.limitBytes = limitBytes;
  }
}

/** Ends a request from outside of undici, whatever state it is in. */
export type EndRequest = (error: Error) => void;

/** What a handler is given where undici has no controller yet, because nothing has left. */
export const noController: Dispatcher.DispatchController = Object.freeze({
  aborted: true,
  paused: false,
  reason: null,
  abort: () => undefined,
  pause: () => undefined,
  resume: () => undefined,
});
