import { z } from 'zod';

/** So many parts a layout has at the most, and so long each may be. */
export const mostLayoutParts = 16;
const longestPart = 4_096;

/**
 * How windows are laid out, part by part. What is in a part is the window's own: the app keeps the
 * text and hands it out again.
 */
export const layoutSchema = z
  .record(z.string().regex(/^[a-z][a-z-]{0,39}$/), z.string().max(longestPart))
  .refine((parts) => Object.keys(parts).length <= mostLayoutParts);

export type Layout = Readonly<z.output<typeof layoutSchema>>;
