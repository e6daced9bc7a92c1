import type { NumberCheck } from './values.ts';

const units = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
] as const;

/** `5m`, `-90s`, `1500ms`: in the largest unit of which it is a whole number. */
export const durationText = (ms: number): string => {
  const [unit, msPerUnit] = units.find(([, size]) => ms !== 0 && ms % size === 0) ?? ['ms', 1];
  return `${String(ms / msPerUnit)}${unit}`;
};

const unitWords: Readonly<Record<string, string>> = { h: 'hour', m: 'minute', s: 'second' };

/** `5 minutes`, as people say it. */
export const spokenDuration = (ms: number): string => {
  const [, amount = '', unit = ''] = /^(.*\d)(\D+)$/.exec(durationText(ms)) ?? [];
  const word = unitWords[unit] ?? 'millisecond';
  return `${amount} ${word}${amount === '1' ? '' : 's'}`;
};

/** `64kB`, of bytes per second. */
export const rateText = (bytesPerSecond: number): string => {
  if (bytesPerSecond % 1_000_000 === 0) return `${String(bytesPerSecond / 1_000_000)}MB`;
  return bytesPerSecond % 1_000 === 0
    ? `${String(bytesPerSecond / 1_000)}kB`
    : `${String(bytesPerSecond)}B`;
};

/** `2`, or `">= 2"`. */
export const numberCheckValue = ({ compare, value }: NumberCheck): string | number =>
  compare === '=' ? value : `${compare} ${String(value)}`;
