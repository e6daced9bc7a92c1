import type { ResolvedWorkflow } from '../../shared/answers.ts';
import type { AppUserId, OfferingId, WorkflowId } from '../../shared/model/ids.ts';
import type { OfferingsResponse } from '../../shared/model/offerings.ts';
import { type WorkflowsList, mapOfferings } from '../../shared/model/workflows-list.ts';
import type { Asset } from '../../shared/model/assets.ts';
import type { EventFacts } from '../../shared/timeline.ts';
import type { FileRef } from '../cdn/files.ts';
import type { Foldable } from './foldable.ts';

/** What is remembered of a response. */
export interface Entry<T> {
  readonly value: T;
  readonly storedAt: number;
  /** Stale, whatever the time is. */
  readonly isMarkedStale?: true;
  /** Whom it was fetched for: nobody else may ever be served it. */
  readonly user: AppUserId;
  /** SHA-256 of the body it was made from. */
  readonly bodyHash: string;
}

export interface OfferingsEntry extends Entry<OfferingsResponse> {
  /** The preferred locales that were asked with; others make it stale. */
  readonly locales: string;
  /** Offerings that never use the workflow endpoint. */
  readonly legacyIds: ReadonlySet<string>;
}

export type ListEntry = Entry<WorkflowsList>;

export interface DetailEntry extends Entry<Foldable<ResolvedWorkflow>> {
  /** The envelope as it came, for the day it is to be persisted. */
  readonly envelopeText: string;
  /** Its body as it came, where that came by itself; else null. */
  readonly bodyText: string | null;
  /** The envelope, and its body where that came by itself. */
  readonly sizeBytes: number;
  /** It is what lies on disk, unless that has been removed since. */
  isPersisted: boolean;
  /** The file of its body; null: it came with the envelope. */
  readonly body: FileRef | null;
  /** What its screens need beside it to be shown with no network. */
  readonly assets: readonly Asset[];
}

/** What an event tells of a copy, and where that was put into memory or on disk, its stored time. */
export const copyFacts = (
  scope: { readonly user: AppUserId },
  { storedAt, isMarkedStale, user, bodyHash }: Entry<unknown>,
  isKept = true,
): Pick<EventFacts, 'storedAt' | 'owner' | 'hash'> => ({
  ...(isKept ? { storedAt: isMarkedStale === true ? null : storedAt } : {}),
  hash: bodyHash,
  ...(user === scope.user ? {} : { owner: user }),
});

/** The caches in memory. Everything here is gone with an identity change or a cold start. */
export interface Memory {
  offerings: OfferingsEntry | null;
  list: ListEntry | null;
  /** From the list, and what was learned since by asking for offerings that it does not map. */
  workflowByOffering: ReadonlyMap<OfferingId, WorkflowId>;
  readonly details: Map<WorkflowId, DetailEntry>;
}

export const createMemory = (): Memory => ({
  offerings: null,
  list: null,
  workflowByOffering: new Map(),
  details: new Map(),
});

export const clearMemory = (memory: Memory): void => {
  memory.offerings = null;
  dropList(memory);
  memory.details.clear();
};

/** Puts a list in memory; pairs that were learned and are not in it disappear (M-11). */
export const putList = (memory: Memory, entry: ListEntry): readonly OfferingId[] => {
  const { workflowByOffering, duplicates } = mapOfferings(entry.value);
  memory.list = entry;
  memory.workflowByOffering = workflowByOffering;
  return duplicates;
};

/** Adds a pair to a copy: the map may have been handed out with an answer. */
export const learnPair = (memory: Memory, asked: OfferingId, id: WorkflowId): void => {
  memory.workflowByOffering = new Map(memory.workflowByOffering).set(asked, id);
};

export const dropList = (memory: Memory): void => {
  memory.list = null;
  memory.workflowByOffering = new Map();
};

/** The same value, stale from now on. */
export const markedStale = <E extends Entry<unknown>>(entry: E): E => ({
  ...entry,
  isMarkedStale: true,
});

/**
 * Drops what was fetched for anybody else, and says what that was; under `android` a former user's
 * late answers are kept.
 */
export const dropStrangers = (
  memory: Memory,
  user: AppUserId,
): readonly Pick<EventFacts, 'subject' | 'id'>[] => {
  const { offerings, list, details } = memory;
  const isStranger = (entry: Entry<unknown> | null) => entry !== null && entry.user !== user;
  const strangers = [...details].filter(([, entry]) => isStranger(entry)).map(([id]) => id);
  for (const id of strangers) details.delete(id);
  if (isStranger(offerings)) memory.offerings = null;
  if (isStranger(list)) dropList(memory);
  return [
    ...(isStranger(offerings) ? [{ subject: 'offerings' as const }] : []),
    ...(isStranger(list) ? [{ subject: 'list' as const }] : []),
    ...strangers.map((id) => ({ subject: 'detail' as const, id })),
  ];
};

export const markDetailsStale = (memory: Memory): void => {
  for (const [id, entry] of memory.details) memory.details.set(id, markedStale(entry));
};
