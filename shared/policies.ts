import type { Freshness } from './freshness.ts';

export const ruleSets = ['recommended', 'android', 'ios'] as const;
export type RuleSet = (typeof ruleSets)[number];

/** Where the SDKs and we differ. What is not in this table is the same under every rule set. */
export interface Policies {
  /** Not forced. `serve`: answered now and refreshed behind; later callers join that refresh. */
  readonly staleListInMemory: 'serve' | 'block';
  /** A prefetch that finds its detail fresh in memory makes no request; what of its copy on disk? */
  readonly freshDetailOnPrefetch: 'persist-if-missing' | 'persist' | 'leave';
  readonly restoredListCountsAs: Freshness;
  readonly restoredOfferingsCountAs: Freshness;
  readonly staleOfferingsInMemory: 'deliver' | 'wait-for-list';
  readonly restoredDetails: 'fill-gaps' | 'overwrite';
  /** `all`: also those that the restored list no longer prefetches (purchases-android #3548). */
  readonly restoredEnvelopes: 'prefetched' | 'all';
  readonly keptEnvelopes: 'prefetched' | 'listed';
  /** `write`: what a former user's request brings still reaches the caches (purchases-android #3547). */
  readonly lateWrite: 'drop' | 'write';
  readonly detailFails: 'persisted-envelope' | 'error';
  /** The envelope came, its body cannot be had. */
  readonly bodyFails: 'persisted-envelope' | 'error';
  /** The refresh behind a stale detail fails. `pin`: the persisted envelope replaces the value. */
  readonly refreshFails: 'keep' | 'pin';
  readonly detailRejected: 'evict' | 'mark-stale' | 'keep';
  readonly listRejected: 'evict' | 'mark-stale' | 'keep';
  /** The list fails while one is in memory. */
  readonly listFails: 'keep' | 'replace';
  /** No list on disk, or none in memory either, after a failure. `mark-stale`: what is in memory is. */
  readonly nothingToRestore: 'keep' | 'mark-stale';
  readonly noReadableList: 'restore-nothing' | 'restore-all';
  readonly forcedRefresh: 'mark-stale' | 'clear' | 'keep';
  readonly futureCountsAs: Freshness;
  readonly cdnFileOnRead: 'verify' | 'trust';
  readonly onDemandPersistence: 'setting' | 'never';
}

export const policies: Readonly<Record<RuleSet, Policies>> = {
  recommended: {
    staleListInMemory: 'serve',
    freshDetailOnPrefetch: 'persist-if-missing',
    restoredListCountsAs: 'stale',
    restoredOfferingsCountAs: 'stale',
    staleOfferingsInMemory: 'deliver',
    restoredDetails: 'fill-gaps',
    restoredEnvelopes: 'prefetched',
    keptEnvelopes: 'prefetched',
    lateWrite: 'drop',
    detailFails: 'persisted-envelope',
    bodyFails: 'persisted-envelope',
    refreshFails: 'keep',
    detailRejected: 'evict',
    listRejected: 'evict',
    listFails: 'keep',
    nothingToRestore: 'keep',
    noReadableList: 'restore-nothing',
    forcedRefresh: 'mark-stale',
    futureCountsAs: 'stale',
    cdnFileOnRead: 'verify',
    onDemandPersistence: 'setting',
  },
  android: {
    staleListInMemory: 'block',
    freshDetailOnPrefetch: 'leave',
    restoredListCountsAs: 'fresh',
    restoredOfferingsCountAs: 'fresh',
    staleOfferingsInMemory: 'wait-for-list',
    restoredDetails: 'overwrite',
    restoredEnvelopes: 'all',
    keptEnvelopes: 'listed',
    lateWrite: 'write',
    detailFails: 'persisted-envelope',
    bodyFails: 'error',
    refreshFails: 'pin',
    detailRejected: 'mark-stale',
    listRejected: 'mark-stale',
    listFails: 'replace',
    nothingToRestore: 'mark-stale',
    noReadableList: 'restore-all',
    forcedRefresh: 'clear',
    futureCountsAs: 'fresh',
    cdnFileOnRead: 'trust',
    onDemandPersistence: 'never',
  },
  ios: {
    staleListInMemory: 'block',
    freshDetailOnPrefetch: 'persist',
    restoredListCountsAs: 'stale',
    restoredOfferingsCountAs: 'stale',
    staleOfferingsInMemory: 'deliver',
    restoredDetails: 'fill-gaps',
    restoredEnvelopes: 'all',
    keptEnvelopes: 'listed',
    lateWrite: 'drop',
    detailFails: 'error',
    bodyFails: 'error',
    refreshFails: 'keep',
    detailRejected: 'keep',
    listRejected: 'keep',
    listFails: 'replace',
    nothingToRestore: 'keep',
    noReadableList: 'restore-all',
    forcedRefresh: 'keep',
    futureCountsAs: 'fresh',
    cdnFileOnRead: 'verify',
    onDemandPersistence: 'never',
  },
};
