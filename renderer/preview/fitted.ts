import { frameLimits } from '../../shared/stage/frame-limits.ts';

const cut = (value: unknown): unknown => {
  if (typeof value === 'string') return value.slice(0, frameLimits.letters);
  if (Array.isArray(value)) return value.slice(0, frameLimits.entries).map(cut);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cut(member)]));
};

/** The same message within what the window accepts: a long paywall is not a hostile one. */
export const fitted = <T>(message: T): T => cut(message) as T;
