import type { EngineError } from './errors.ts';
import type { Freshness } from './freshness.ts';
import type { AppUserId, OfferingId, WorkflowId } from './model/ids.ts';
import type { EnrolledVariants } from './model/envelope.ts';
import type { OfferingsResponse } from './model/offerings.ts';
import type { Workflow } from './model/workflow.ts';
import type { WorkflowsList } from './model/workflows-list.ts';
import type { EventId, Source } from './timeline.ts';

/** How good what was answered is, and where it came from. */
export interface Quality {
  readonly source: Source;
  readonly freshness: Freshness;
  readonly ageMs: number;
  readonly ttlLeftMs: number;
  /** SHA-256 of the body it was made from. */
  readonly bodyHash: string;
}

interface Told {
  /** The event that says why. */
  readonly decision: EventId;
  /** The identity has changed since the call was made. */
  readonly isFormerUser: boolean;
}

export type Answer<T> =
  | ({ readonly status: 'ok'; readonly value: T } & Quality & Told)
  | ({ readonly status: 'error'; readonly error: EngineError } & Told);

/** A workflow, ready to be shown. */
export interface ResolvedWorkflow {
  readonly workflow: Workflow;
  readonly enrolledVariants: EnrolledVariants | null;
}

export interface OfferingsAnswer {
  readonly response: OfferingsResponse;
  /** Which workflow each offering maps to, as good as it will get. */
  readonly workflowByOffering: ReadonlyMap<OfferingId, WorkflowId>;
}

export interface ListAnswer {
  readonly list: WorkflowsList;
  readonly workflowByOffering: ReadonlyMap<OfferingId, WorkflowId>;
}

/** The calls of the SDK. */
export interface Calls {
  getOfferings(): Promise<Answer<OfferingsAnswer>>;
  getWorkflowsList(options?: { readonly force?: boolean }): Promise<Answer<ListAnswer>>;
  getWorkflow(idOrOfferingId: string): Promise<Answer<ResolvedWorkflow>>;
  workflowIdForOffering(id: OfferingId): WorkflowId | null;
  logIn(user: AppUserId): void;
  logOut(): void;
  switchUser(user: AppUserId): void;
  alias(user: AppUserId): void;
  setForeground(isForeground: boolean): void;
  coldStart(): void;
}
