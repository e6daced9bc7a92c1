import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What only those who were told can know: 256 random bits that fit into an address. */
export const makeSecret = (): string => randomBytes(32).toString('base64url');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Takes as long for a near miss as for any other text, of whatever length. */
export const isSameSecret = (given: string, secret: string): boolean =>
  timingSafeEqual(digest(given), digest(secret));
