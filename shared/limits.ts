import type { RequestScope } from './faults.ts';

const megabyte = 1_000_000;

/** The most bytes that an answer may have, after decompression; more is `too-large`. */
export const bodyLimits: Readonly<Record<RequestScope, number>> = {
  offerings: 5 * megabyte,
  list: 2 * megabyte,
  detail: 5 * megabyte,
  cdn: 5 * megabyte,
  asset: 25 * megabyte,
};

/** How much is kept, where a setting says nothing else. */
export interface Sizes {
  /** Bodies, images and fonts on disk; what persisted envelopes need stays above it, too. */
  readonly fileCacheBytes: number;
  /** Envelopes that were asked for on demand and kept on disk, and their bytes. */
  readonly onDemandEntries: number;
  readonly onDemandBytes: number;
  /** Events of the timeline. */
  readonly timelineEvents: number;
}

export const defaultSizes: Sizes = {
  fileCacheBytes: 500 * megabyte,
  onDemandEntries: 200,
  onDemandBytes: 50 * megabyte,
  timelineEvents: 100_000,
};
