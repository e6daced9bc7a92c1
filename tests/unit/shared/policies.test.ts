import { describe, expect, it } from 'vitest';
import { type Policies, policies, ruleSets } from '../../../shared/policies.ts';

/** Written down once more, by hand: policy, recommended, android, ios. */
const table: readonly (readonly [string, keyof Policies, string, string, string])[] = [
  ['stale list in memory, not forced', 'staleListInMemory', 'serve', 'block', 'block'],
  [
    'fresh detail in memory, prefetch',
    'freshDetailOnPrefetch',
    'persist-if-missing',
    'leave',
    'persist',
  ],
  ['list restored from disk counts as', 'restoredListCountsAs', 'stale', 'fresh', 'stale'],
  ['offerings restored from disk count as', 'restoredOfferingsCountAs', 'stale', 'fresh', 'stale'],
  ['stale offerings in memory', 'staleOfferingsInMemory', 'deliver', 'wait-for-list', 'deliver'],
  ['restored details', 'restoredDetails', 'fill-gaps', 'overwrite', 'fill-gaps'],
  [
    'restored details of entries now `prefetch: false`',
    'restoredEnvelopes',
    'prefetched',
    'all',
    'all',
  ],
  ['persisted details kept for', 'keptEnvelopes', 'prefetched', 'listed', 'listed'],
  ['late write after the user changed', 'lateWrite', 'drop', 'write', 'drop'],
  [
    'detail fails (transport, 5xx, malformed 2xx)',
    'detailFails',
    'persisted-envelope',
    'persisted-envelope',
    'error',
  ],
  [
    'an envelope arrived, but its CDN body cannot be had',
    'bodyFails',
    'persisted-envelope',
    'error',
    'error',
  ],
  ['the refresh behind a stale detail fails', 'refreshFails', 'keep', 'pin', 'keep'],
  ['detail answers 4xx', 'detailRejected', 'evict', 'mark-stale', 'keep'],
  ['list answers 4xx', 'listRejected', 'evict', 'mark-stale', 'keep'],
  ['the list fails while one is in memory', 'listFails', 'keep', 'replace', 'replace'],
  // Of B3.6: Android invalidates the timestamp where nothing is on disk.
  ['nothing to restore after a failure', 'nothingToRestore', 'keep', 'mark-stale', 'keep'],
  ['no readable list on disk', 'noReadableList', 'restore-nothing', 'restore-all', 'restore-all'],
  ['forced list refresh that succeeds', 'forcedRefresh', 'mark-stale', 'clear', 'keep'],
  ['stored time lies in the future', 'futureCountsAs', 'stale', 'fresh', 'fresh'],
  ['CDN file on read', 'cdnFileOnRead', 'verify', 'trust', 'verify'],
  ['details fetched on demand are persisted', 'onDemandPersistence', 'setting', 'never', 'never'],
];

describe('the rule sets', () => {
  it('are these three, the recommended one first', () => {
    expect(ruleSets).toEqual(['recommended', 'android', 'ios']);
    expect(Object.keys(policies)).toEqual(ruleSets);
  });

  it.each(table)('say of "%s" (%s): %s, %s, %s', (_, policy, recommended, android, ios) => {
    expect(Object.fromEntries(ruleSets.map((rules) => [rules, policies[rules][policy]]))).toEqual({
      recommended,
      android,
      ios,
    });
  });

  it('differ in nothing that is not in the table', () => {
    const known = table.map(([, policy]) => policy).toSorted();
    expect(ruleSets.map((rules) => Object.keys(policies[rules]).toSorted())).toEqual([
      known,
      known,
      known,
    ]);
  });
});
