import type { Calls, ResolvedWorkflow } from '../../shared/answers.ts';
import type { Freshness } from '../../shared/freshness.ts';
import type { Asset } from '../../shared/model/assets.ts';
import type { AppUserId, OfferingId, WorkflowId } from '../../shared/model/ids.ts';
import type { OfferingsResponse } from '../../shared/model/offerings.ts';
import type { Workflow } from '../../shared/model/workflow.ts';
import type { WorkflowsList } from '../../shared/model/workflows-list.ts';
import type { RuleSet } from '../../shared/policies.ts';
import type { FileRef } from '../cdn/files.ts';
import type { ProjectNews } from './project-change.ts';

/** What memory holds of one thing, and how good it is now. */
export interface EntrySnapshot {
  readonly freshness: Freshness;
  /** Null: it is stale, whatever the time is. */
  readonly storedAt: number | null;
  /** Whom it was fetched for. */
  readonly user: AppUserId;
  readonly bodyHash: string;
}

export interface DetailSnapshot extends EntrySnapshot {
  /** The envelope, and its body where that came by itself. */
  readonly sizeBytes: number;
}

export interface CacheSnapshot {
  readonly offerings: EntrySnapshot | null;
  readonly list: EntrySnapshot | null;
  readonly details: ReadonlyMap<WorkflowId, DetailSnapshot>;
  readonly workflowByOffering: ReadonlyMap<OfferingId, WorkflowId>;
}

/** What a workflow came with; looking at it makes nothing of its text. */
export interface DetailCopy {
  readonly bodyHash: string;
  /** What its screens need beside it, as far as the engine fetches it. */
  readonly assets: readonly Asset[];
  /** What it came with. */
  readonly envelope: {
    /** Where its body came from; null: it came with the envelope. */
    readonly body: FileRef | null;
    readonly envelopeBytes: number;
    /** With the body. */
    readonly sizeBytes: number;
  };
  /** As they came; null: the body came with the envelope. */
  readonly texts: { readonly envelope: string; readonly body: string | null };
}

/** A workflow with what belongs to it. */
export interface DetailContents extends ResolvedWorkflow, Omit<DetailCopy, 'texts'> {}

/** What memory holds, for showing it: nothing is answered or decided by looking. */
export interface CacheContents {
  readonly offerings: OfferingsResponse | null;
  readonly list: WorkflowsList | null;
  detail(id: WorkflowId): DetailContents | null;
  copy(id: WorkflowId): DetailCopy | null;
  /** An offering's own paywall; null: there is none that could be shown. */
  ownPaywall(id: OfferingId): OwnPaywall | null;
}

/** An offering's own paywall, as a workflow of one screen. */
export interface OwnPaywall {
  readonly workflow: Workflow;
  /** Of the offerings that it came with. */
  readonly bodyHash: string;
  readonly assets: readonly Asset[];
}

/** The calls of the SDK, and what can be seen of the machinery behind them. */
export interface Engine extends Calls {
  user(): AppUserId;
  generation(): number;
  isForeground(): boolean;
  rules(): RuleSet;
  /** From now on; what is cached stays, unless it is a former user's and the new rules forbid that. */
  setRules(rules: RuleSet): void;
  /**
   * An app shows an offering's own paywall, and a phone fetches then what that needs beside it. Once
   * for each body in a generation, as with workflows; what is in the cache is not asked for.
   */
  fetchOwnPaywallFiles(id: OfferingId): void;
  /** What the backend serves is known to be another one now: what is shown is asked for again. */
  projectChanged(news: ProjectNews): Promise<void>;
  /** How often a call was answered with something fetched under another user id than its own. */
  leaks(): number;
  snapshot(): CacheSnapshot;
  contents(): CacheContents;
  /** Gives up what is in flight, for good; nothing is written any more. */
  close(): void;
}
