import { isSameSecret, makeSecret } from './secret.ts';

/** What lets a window in. */
export interface Keys {
  /** For as long as the host runs. */
  readonly token: string;
  /** Lets one window in, once and soon; that window is told the token then. */
  makeTicket(): string;
  /** Whether this lets in, and by which of the two. */
  check(given: string): 'token' | 'ticket' | null;
}

/** More than a browser takes to start. */
const ticketLifeMs = 60_000;

export const createKeys = (now: () => number): Keys => {
  const token = makeSecret();
  let ticket: { readonly secret: string; readonly madeAt: number } | null = null;

  const isTicket = (given: string): boolean => {
    if (ticket === null || !isSameSecret(given, ticket.secret)) return false;
    const isInTime = now() - ticket.madeAt < ticketLifeMs;
    ticket = null;
    return isInTime;
  };

  return Object.freeze({
    token,
    makeTicket: () => {
      ticket = { secret: makeSecret(), madeAt: now() };
      return ticket.secret;
    },
    check: (given: string) => {
      if (isSameSecret(given, token)) return 'token';
      return isTicket(given) ? 'ticket' : null;
    },
  });
};
