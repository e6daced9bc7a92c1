import { z } from 'zod';

/** A hundred years either way. */
const farthestMoveMs = 100 * 366 * 24 * 3_600_000;
/** The end of the year 9999, the last that a date field can name. */
const latestMoment = Date.UTC(9_999, 11, 31, 23, 59, 59);

export const clockMoveSchema = z.union([
  z.strictObject({ byMs: z.int().min(-farthestMoveMs).max(farthestMoveMs) }),
  z.strictObject({ to: z.int().min(0).max(latestMoment) }),
]);
