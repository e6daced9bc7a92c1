import { z } from 'zod';
import type { Outcome } from './outcome.ts';
import type { StreamMessage } from './stream.ts';

/** How the contract crosses a WebSocket, where the window runs in a browser. */

/** Where the socket is, on the window's own origin. */
export const socketPath = '/bridge';

/** What the host answers with as the sub-protocol; the one with the token is never sent back. */
export const socketProtocol = 'paywall-preview';

/** A sub-protocol is the only thing that a page can send along with the opening of a socket. */
const tokenPrefix = 'token.';

export const protocolsFor = (token: string): string[] => [socketProtocol, `${tokenPrefix}${token}`];

/** The token among what a page offered; null: there is none. */
export const tokenIn = (protocols: readonly string[]): string | null =>
  protocols.find((name) => name.startsWith(tokenPrefix))?.slice(tokenPrefix.length) ?? null;

/** Why the host closed a socket, beside what the WebSocket protocol has codes for. */
export const closeCodes = {
  /** The token is not, or no longer, the host's: trying again is of no use. */
  unknownToken: 4401,
  /** It is none of the messages below. */
  unreadable: 4400,
} as const;

/** More than any call of the contract needs: the text of a file, each sign of it escaped. */
export const mostMessageBytes = 24 * 1024 * 1024;

export const windowMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('call'),
    /** Comes back with the outcome. */
    id: z.int().min(0),
    name: z.string().max(100),
    argument: z.unknown(),
  }),
  z.strictObject({ kind: z.literal('listen') }),
  z.strictObject({ kind: z.literal('acknowledge'), sequence: z.int() }),
]);

/** What a window sends. */
export type WindowMessage = z.output<typeof windowMessageSchema>;

/**
 * The first that the host sends, and only to who is let in: a page that is not is told by how its
 * socket is closed, which is open for a moment then.
 */
export interface Welcome {
  readonly kind: 'welcome';
  /** For the next time, where what let the window in does so only once; else null. */
  readonly token: string | null;
}

/** What the host sends. */
export type HostMessage =
  | Welcome
  | { readonly kind: 'outcome'; readonly id: number; readonly outcome: Outcome<unknown> }
  | { readonly kind: 'stream'; readonly message: StreamMessage };

/** What is in them is checked where it is used. */
export const hostMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('welcome'), token: z.string().nullable() }),
  z.object({ kind: z.literal('outcome'), id: z.int(), outcome: z.unknown() }),
  z.object({ kind: z.literal('stream'), message: z.unknown() }),
]);

/** What a window can tell of such a message before it looks into it. */
export type HostMessageEnvelope = z.output<typeof hostMessageSchema>;
