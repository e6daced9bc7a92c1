import type { EngineError } from './errors.ts';
import type { FaultKind, RequestScope } from './faults.ts';
import type { Freshness } from './freshness.ts';
import type { AppUserId } from './model/ids.ts';
import type { RuleSet } from './policies.ts';

export const eventTypes = [
  // A call was answered, and how.
  'hit',
  'miss',
  'stale-served',
  'joined',
  // Something came over HTTP, or from disk in its place.
  'refreshed',
  'restored',
  'fell-back',
  'rejected',
  'failed',
  // Something was written, removed, or not.
  'pruned',
  'persisted',
  'dropped-late',
  'evicted',
  'marked-stale',
  'quarantined',
  // Prefetches and files.
  'prefetched',
  'downloaded',
  'verified',
  // What people and the system did.
  'identity-changed',
  'foreground-changed',
  'rules-changed',
  'cold-started',
  'project-changed',
  // A request's life: sent and ended, for the lanes of the timeline.
  'requested',
  'responded',
  // A call's life.
  'called',
  'completed',
  // A phone asked the served project, was answered; and whether it is served at all.
  'phone-asked',
  'phone-answered',
  'phone-turned',
  // Things a person should hear of.
  'warned',
  'leaked',
] as const;

export type EventType = (typeof eventTypes)[number];

export type EventId = number;

/** Where an answer came from. */
export type Source = 'network' | 'memory' | 'disk';

/** What an event is about. */
export type Subject = RequestScope | 'identity' | 'app' | 'disk' | 'phone';

/** What the code that decides says; the timeline adds the rest. */
export interface EventFacts {
  readonly type: EventType;
  readonly subject: Subject;
  /** The workflow, offering or file it is about, where it is about one. */
  readonly id?: string;
  /** The event that led to it. */
  readonly cause?: EventId;
  /** The call it belongs to. */
  readonly call?: number;
  /** The request it belongs to. */
  readonly request?: number;
  readonly user?: AppUserId;
  readonly generation?: number;
  readonly source?: Source;
  readonly freshness?: Freshness;
  readonly sizeBytes?: number;
  readonly hash?: string;
  /** The prefetch or download slot that it ran in, from 1; without one it ran beside them. */
  readonly slot?: number;
  /**
   * The stored time of the copy that this event put into memory or on disk; null: it counts as stale,
   * whatever the time is. Without it nothing was put anywhere.
   */
  readonly storedAt?: number | null;
  /** Whom that copy was fetched for, where it is not `user`. */
  readonly owner?: AppUserId;
  /** The id under which the copy on disk lies that something was made of. */
  readonly copyId?: string;
  /** Where the app is from now on. */
  readonly isForeground?: boolean;
  readonly error?: EngineError;
  /** What a phone asked for; `other` is what no fault can be aimed at. */
  readonly asked?: RequestScope | 'other';
  /** What of that which is broken on purpose a phone's request met. */
  readonly met?: readonly (FaultKind | 'held')[];
  /** What a person should know that the fields do not say; never a secret. */
  readonly note?: string;
}

/** One decision of the engine. */
export interface TimelineEvent extends EventFacts {
  readonly eventId: EventId;
  readonly at: number;
  readonly user: AppUserId;
  readonly generation: number;
  readonly rules: RuleSet;
}
