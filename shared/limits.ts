import type { RequestScope } from './faults.ts';

const megabyte = 1024 * 1024;

/** The most bytes that an answer may have, after decompression; more is `too-large`. */
export const bodyLimits: Readonly<Record<RequestScope, number>> = {
  offerings: 5 * megabyte,
  list: 2 * megabyte,
  detail: 5 * megabyte,
  cdn: 5 * megabyte,
  asset: 25 * megabyte,
};
