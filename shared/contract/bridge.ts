import type { Argument, CallName, Result } from './calls.ts';
import type { Outcome } from './outcome.ts';

/** One method for each call of the contract. */
export type CallMethods = {
  readonly [Name in CallName]: (argument: Argument<Name>) => Promise<Outcome<Result<Name>>>;
};

/**
 * All that a window can reach of the app: named methods, and one stream. The same on every host;
 * messages arrive unchecked, as they crossed.
 */
export interface Bridge extends CallMethods {
  /**
   * Begins to listen: the first message is a snapshot. Each message must be acknowledged before the
   * next is sent, so that a slow window is never flooded.
   */
  listen(onMessage: (message: unknown) => void): void;
  acknowledge(sequence: number): void;
  /** Where a dropped file or folder lies; a browser tells nobody. */
  pathOf?(file: unknown): string;
  /**
   * Hears what the host's own menu asks of the window, one of `commands`; the last listener counts.
   * A host without a menu never calls it.
   */
  onCommand(onCommand: (command: unknown) => void): void;
}
