import type { OutgoingHttpHeaders } from 'node:http';

/** Bytes that may be made while they are sent. */
export interface Body {
  readonly sizeBytes: number;
  /** From here on a client may have seen enough: it stops reading at a limit, for example. */
  readonly seenAtBytes: number;
  slice(from: number, to: number): Uint8Array;
}

/** What a client gets to see. */
export type Reply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: OutgoingHttpHeaders;
      /** Null: none, and no length is announced (304). */
      readonly body: Body | null;
      /** The connection is closed where the body ends. */
      readonly isCut: boolean;
    }
  /** As it comes from elsewhere; iterating throws where it ends too early. */
  | {
      readonly kind: 'passing';
      readonly status: number;
      readonly headers: OutgoingHttpHeaders;
      readonly chunks: AsyncIterable<Uint8Array>;
    }
  | { readonly kind: 'reset' }
  | { readonly kind: 'silence' };

/** A whole answer, before anything is broken on purpose. */
export interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly bytes: Uint8Array | null;
}

const jsonHeaders: OutgoingHttpHeaders = { 'Content-Type': 'application/json' };

export const bodyOf = (bytes: Uint8Array): Body => ({
  sizeBytes: bytes.length,
  seenAtBytes: bytes.length,
  slice: (from, to) => bytes.subarray(from, to),
});

/** Sends an answer as it is, with its length. */
export const replyWith = ({ status, headers, bytes }: Answer): Reply => ({
  kind: 'answer',
  status,
  headers: bytes === null ? headers : { ...headers, 'Content-Length': bytes.length },
  body: bytes === null ? null : bodyOf(bytes),
  isCut: false,
});

/** JSON text with the headers given on top. */
export const jsonAnswer = (
  status: number,
  text: string,
  headers: OutgoingHttpHeaders = {},
): Answer => ({ status, headers: { ...jsonHeaders, ...headers }, bytes: Buffer.from(text) });

/** What RevenueCat's backend says for statuses that have a code of its own. */
const errorCodes: Readonly<Record<number, number>> = { 401: 7225, 403: 7243, 404: 7259 };
const unknownBackendError = 7000;

/** An error body as RevenueCat's backend writes it. */
export const errorAnswer = (status: number, message: string): Answer =>
  jsonAnswer(status, JSON.stringify({ code: errorCodes[status] ?? unknownBackendError, message }));
