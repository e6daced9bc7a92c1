import { type Freshness, freshnessOf, ttlMs } from '../../shared/freshness.ts';
import { type RuleSet, policies } from '../../shared/policies.ts';

/** What freshness depends on beside the copy itself. */
export interface Moment {
  readonly now: number;
  readonly isForeground: boolean;
  readonly rules: RuleSet;
}

export interface CopyFreshness {
  readonly freshness: Freshness;
  /** How long it stays fresh; null: it is stale. */
  readonly leftMs: number | null;
}

/** How fresh a copy is at this moment, by the same function that the engine asks. */
export const freshnessAt = (
  storedAt: number | null,
  { now, isForeground, rules }: Moment,
): CopyFreshness => {
  const lifeMs = ttlMs(isForeground);
  const future = policies[rules].futureCountsAs;
  const freshness = freshnessOf({ storedAt, now, ttlMs: lifeMs, future });
  if (freshness === 'stale' || storedAt === null) return { freshness: 'stale', leftMs: null };
  return { freshness, leftMs: storedAt + lifeMs - now };
};
