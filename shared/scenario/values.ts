import type { Decoded } from '../model/decode.ts';
import { parsedBy } from './schema.ts';
import { shown } from './say.ts';

/** A count that must be met exactly, or that is a limit. */
export interface NumberCheck {
  readonly compare: '=' | '>=' | '<=';
  readonly value: number;
}

const good = <T>(value: T): Decoded<T> => ({ ok: true, value });
const bad = (problem: string): Decoded<never> => ({ ok: false, problem });

const msPerUnit: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
const longestMs = 100 * 365 * 24 * 3_600_000;

/** Reads `5m`, `-1.5h`, `1500ms` or a bare 0 as milliseconds. */
export const parseDuration = (value: unknown): Decoded<number> => {
  if (value === 0) return good(0);
  const match = typeof value === 'string' ? /^(-?)(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(value) : null;
  const [, sign, amount, unit] = match ?? [];
  if (amount === undefined || unit === undefined)
    return bad(`must be a duration such as 200ms, 30s, 5m or 25h, not ${shown(value)}`);
  const ms = Math.round(Number(amount) * (msPerUnit[unit] ?? 1));
  if (ms > longestMs) return bad(`must be at most 100 years, not ${shown(value)}`);
  // Not -0: it would not be the same as 0 to those who compare.
  return good(sign === '-' && ms > 0 ? -ms : ms);
};

const parseDelay = (value: unknown): Decoded<number> => {
  const parsed = parseDuration(value);
  return parsed.ok && parsed.value < 0 ? bad('must not be negative') : parsed;
};

const bytesPerUnit: Readonly<Record<string, number>> = { B: 1, kB: 1_000, MB: 1_000_000 };

/** Reads `64kB` as bytes per second. */
export const parseRate = (value: unknown): Decoded<number> => {
  const match = typeof value === 'string' ? /^(\d+(?:\.\d+)?)(B|kB|MB)$/.exec(value) : null;
  const [, amount, unit] = match ?? [];
  if (amount === undefined || unit === undefined)
    return bad(`must be so much per second, such as 500B, 64kB or 2MB, not ${shown(value)}`);
  const bytes = Math.round(Number(amount) * (bytesPerUnit[unit] ?? 1));
  return bytes >= 1 ? good(bytes) : bad('must be at least 1B');
};

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** Reads `2`, `">= 2"` or `"<= 4"`. */
export const parseNumberCheck = (value: unknown): Decoded<NumberCheck> => {
  if (typeof value === 'number' && isCount(value)) return good({ compare: '=', value });
  const match = typeof value === 'string' ? /^(>=|<=)\s*(\d+)$/.exec(value) : null;
  const limit = Number(match?.[2]);
  if (match === null || !isCount(limit))
    return bad(`must be a whole number, ">= 2" or "<= 4", not ${shown(value)}`);
  return good({ compare: match[1] === '>=' ? '>=' : '<=', value: limit });
};

/** Whether what was counted is what was asked for. */
export const meets = (check: NumberCheck, seen: number): boolean => {
  if (check.compare === '=') return seen === check.value;
  return check.compare === '>=' ? seen >= check.value : seen <= check.value;
};

/** `2`, `at least 2`, `at most 2`. */
export const describeNumberCheck = ({ compare, value }: NumberCheck): string => {
  if (compare === '=') return String(value);
  return `${compare === '>=' ? 'at least' : 'at most'} ${String(value)}`;
};

/** Time to move or to wait, in milliseconds; it may be negative. */
export const durationSchema = parsedBy(parseDuration);
/** Time to wait, in milliseconds. */
export const delaySchema = parsedBy(parseDelay);
export const rateSchema = parsedBy(parseRate);
export const numberCheckSchema = parsedBy(parseNumberCheck);
