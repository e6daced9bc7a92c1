import type { Marked, NoAnswerReason } from '../../shared/errors.ts';
import type { RequestSubject } from '../../shared/faults.ts';
import type { AppUserId } from '../../shared/model/ids.ts';
import type { EventFacts, EventId } from '../../shared/timeline.ts';

/** Where a request's events go, and what led to it. */
export interface Trace {
  record(facts: EventFacts): EventId;
  readonly cause: EventId;
  /** The slot that it runs in, from 1; without one it runs beside them. */
  readonly slot?: number;
}

/**
 * How a request ended: everything that the engine distinguishes, and whether it is so on purpose: an
 * answer too can be broken in a way that shows only when it is read.
 */
export type Outcome<Body> = Ending<Body> & Marked;

type Ending<Body> =
  | { readonly kind: 'ok'; readonly body: Body }
  | { readonly kind: 'no-answer'; readonly reason: NoAnswerReason }
  | { readonly kind: 'backend-error'; readonly status: number }
  | { readonly kind: 'rejected'; readonly status: number }
  /** A status below 400 that is no 2xx, or a body that cannot be decoded as text. */
  | { readonly kind: 'malformed'; readonly problem: string }
  | { readonly kind: 'too-large'; readonly limitBytes: number };

/** What came, as text, with what was measured while it came. */
export interface TextBody {
  readonly text: string;
  readonly sizeBytes: number;
  /** SHA-256 of the bytes, lowercase hex. */
  readonly hash: string;
}

/** A question to the backend. */
export interface ApiRequest {
  readonly endpoint: 'offerings' | 'list' | 'detail';
  readonly user: AppUserId;
  /** The workflow (or offering) id that a detail is asked for by. */
  readonly id?: string;
  readonly isBackground: boolean;
  readonly trace: Trace;
  /** Aborting ends the request at once with `no-answer`, `cancelled`. */
  readonly signal: AbortSignal;
}

/** A file of the CDN. Chunks are handed over as they come, after decompression. */
export interface FileRequest {
  readonly subject: RequestSubject;
  readonly url: string;
  readonly limitBytes: number;
  readonly trace: Trace;
  readonly signal: AbortSignal;
  readonly onChunk: (chunk: Uint8Array) => void | Promise<void>;
}

/** The HTTP client of one engine. */
export interface Http {
  /** Includes the ETag layer and the one try on the fallback host. */
  ask(request: ApiRequest): Promise<Outcome<TextBody>>;
  fetchFile(request: FileRequest): Promise<Outcome<{ readonly sizeBytes: number }>>;
  /** Forgets every stored ETag and its body. */
  forgetETags(): void;
  close(): Promise<void>;
}

/** Where the backend is, and how the app introduces itself. */
export interface HttpSettings {
  /** Origin of the API, without a trailing slash. */
  readonly baseUrl: string;
  /** Origin of the fallback host; null: none. */
  readonly fallbackBaseUrl: string | null;
  readonly apiKey: string;
  readonly platform: 'android' | 'ios' | 'web';
  readonly locales: readonly string[];
}
