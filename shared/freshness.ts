export type Freshness = 'fresh' | 'stale';

export const foregroundTtlMs = 5 * 60_000;
export const backgroundTtlMs = 25 * 60 * 60_000;

/** How long what was stored counts as fresh. */
export const ttlMs = (isForeground: boolean): number =>
  isForeground ? foregroundTtlMs : backgroundTtlMs;

export interface FreshnessQuestion {
  /** When it was stored; null: it was marked stale, or nothing was ever stored. */
  readonly storedAt: number | null;
  readonly now: number;
  readonly ttlMs: number;
  /** What a stored time in the future counts as: the rule sets differ. */
  readonly future: Freshness;
}

/** The one answer to "is it still fresh", for the engine and for every countdown on the screen. */
export const freshnessOf = ({ storedAt, now, ttlMs, future }: FreshnessQuestion): Freshness => {
  if (storedAt === null) return 'stale';
  if (storedAt > now) return future;
  return now - storedAt >= ttlMs ? 'stale' : 'fresh';
};
