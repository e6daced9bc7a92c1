import type { Headers } from './headers.ts';
import type { Outcome, TextBody } from './http.ts';
import type { Exchange } from './receiver.ts';

/** What came for one address, with the mark by which the backend knows it again. */
interface Stored {
  readonly etag: string;
  readonly storedAt: number;
  /** As it was: the 304 for a stored 404 is that 404 again. */
  readonly outcome: Outcome<TextBody>;
  readonly sizeBytes: number;
}

/** An exchange, and what it means. */
export interface Reply {
  readonly exchange: Exchange;
  readonly outcome: Outcome<TextBody>;
}

/** Sends with these headers added; the note says what is special about it. */
export type SendWith = (headers: Headers, note?: string) => Promise<Reply>;

export interface ETags {
  ask(url: string, send: SendWith): Promise<Outcome<TextBody>>;
  forget(): void;
}

export interface ETagOptions {
  readonly now: () => number;
  readonly maxEntries?: number;
  readonly maxBytes?: number;
}

const etagHeader = 'X-RevenueCat-ETag';

/** Only what can be sent back: undici refuses other header values, and would for ever. */
const etagOf = (exchange: Exchange): string | null => {
  if (exchange.kind === 'broken' || exchange.status >= 500 || exchange.status === 304) return null;
  const value = exchange.headers[etagHeader.toLowerCase()];
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value) ? value : null;
};

const headersFor = (stored: Stored | null): Headers =>
  stored === null
    ? { [etagHeader]: '' }
    : { [etagHeader]: stored.etag, 'X-RC-Last-Refresh-Time': String(stored.storedAt) };

/** Below everything that caches, and invisible to it: what is not modified counts as sent again. */
export const createETags = ({
  now,
  maxEntries = 500,
  maxBytes = 50_000_000,
}: ETagOptions): ETags => {
  /** In the order of their use. */
  const byUrl = new Map<string, Stored>();
  let totalBytes = 0;
  let epoch = 0;

  const remove = (url: string): void => {
    totalBytes -= byUrl.get(url)?.sizeBytes ?? 0;
    byUrl.delete(url);
  };

  const put = (url: string, stored: Stored): void => {
    remove(url);
    byUrl.set(url, stored);
    totalBytes += stored.sizeBytes;
    for (const oldest of byUrl.keys()) {
      if (byUrl.size <= maxEntries && totalBytes <= maxBytes) break;
      remove(oldest);
    }
  };

  const store = (url: string, { exchange, outcome }: Reply): void => {
    const etag = etagOf(exchange);
    const { sizeBytes } = exchange;
    if (etag !== null) put(url, { etag, storedAt: now(), outcome, sizeBytes });
  };

  const ask: ETags['ask'] = async (url, send) => {
    const issuedIn = epoch;
    const stored = byUrl.get(url) ?? null;
    let reply = await send(headersFor(stored));
    if (reply.exchange.status === 304 && stored !== null) {
      if (issuedIn === epoch && byUrl.get(url) === stored) put(url, stored);
      return stored.outcome;
    }
    if (reply.exchange.status === 304) reply = await send({}, 'again, without an ETag');
    // A request of a former user must not leave its answer for the next one.
    if (issuedIn === epoch) store(url, reply);
    return reply.outcome;
  };

  return Object.freeze({
    ask,
    forget: () => {
      epoch += 1;
      byUrl.clear();
      totalBytes = 0;
    },
  });
};
