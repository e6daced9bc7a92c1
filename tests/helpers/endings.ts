import type { Outcome } from '../../main/http/http.ts';

/** How a request ends. */
export type Ending = 'ok' | 'no-answer' | 'backend-error' | 'rejected' | 'malformed';

/** What comes of a request that does not end well. */
export const badOutcome = (ending: Exclude<Ending, 'ok'>): Outcome<never> => {
  switch (ending) {
    case 'no-answer':
      return { kind: 'no-answer', reason: 'reset' };
    case 'backend-error':
      return { kind: 'backend-error', status: 503 };
    case 'rejected':
      return { kind: 'rejected', status: 404 };
    case 'malformed':
      return { kind: 'malformed', problem: 'it is not UTF-8' };
  }
};

/** A turn of the event loop: every promise that can go on has gone on. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
