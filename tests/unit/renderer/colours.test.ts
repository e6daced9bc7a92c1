import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const file = path.join(import.meta.dirname, '../../../renderer/tokens.css');
const css = readFileSync(file, 'utf8');

type Theme = 'light' | 'dark';

const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

const colour = (name: string, theme: Theme): string => {
  const found = colours.get(name);
  if (found === undefined) throw new Error(`there is no colour --${name}`);
  return found[theme];
};

const channel = (hex: string, start: number): number => {
  const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const luminance = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

const surfaces = [
  'surface-frame',
  'surface-content',
  'surface-raised',
  'surface-hover',
  'surface-selected',
];

const statuses = ['fresh', 'stale', 'active', 'restored', 'problem', 'quiet'].map(
  (tone) => `status-${tone}`,
);

/** What is written on what. */
const texts: readonly (readonly [string, string])[] = [
  ...['text', 'text-secondary', 'text-tertiary', 'accent', ...statuses].flatMap((text) =>
    surfaces.map((surface) => [text, surface] as const),
  ),
  ['on-accent', 'accent-fill'],
  ['on-accent', 'accent-fill-hover'],
  ['on-problem', 'problem-fill'],
  ['on-amber', 'amber-fill'],
  ['on-amber', 'amber-fill-hover'],
  ['amber', 'amber-surface'],
  ...surfaces.map((surface) => ['amber', surface] as const),
  ['text', 'amber-surface'],
  ['guest', 'guest-surface'],
  ['guest', 'surface-frame'],
  ['guest', 'surface-content'],
  ['text', 'guest-surface'],
  ['text-secondary', 'guest-surface'],
  ['on-guest', 'guest-fill'],
  ['on-guest', 'guest-fill-hover'],
  ['text', 'surface-chosen'],
  ['text-secondary', 'surface-sunken'],
  ['text', 'problem-surface'],
  ['status-problem', 'problem-surface'],
];

/** What must be seen to be used. */
const parts: readonly (readonly [string, string])[] = [
  ...surfaces.slice(0, 3).map((surface) => ['line-field', surface] as const),
  ...surfaces.slice(0, 3).map((surface) => ['track-off', surface] as const),
  ...surfaces.map((surface) => ['accent', surface] as const),
  ['accent-fill', 'surface-frame'],
  ['thumb', 'track-off'],
  ['thumb', 'accent-fill'],
  ['on-amber', 'amber-fill'],
];

const tooFaint = (pairs: typeof texts, theme: Theme, least: number): readonly string[] =>
  pairs
    .map(([front, back]) => ({
      pair: `${front} on ${back}`,
      ratio: contrast(colour(front, theme), colour(back, theme)),
    }))
    .filter(({ ratio }) => ratio < least)
    .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`);

describe.each(['light', 'dark'] as const)('the colours of the %s theme', (theme) => {
  it('let every text be read (WCAG AA)', () => {
    expect(tooFaint(texts, theme, 4.5)).toEqual([]);
  });

  it('let what is pressed and typed into be seen', () => {
    expect(tooFaint(parts, theme, 3)).toEqual([]);
  });

  it('never show what is broken on purpose as they show a real problem', () => {
    expect(colour('amber', theme)).not.toBe(colour('status-problem', theme));
  });
});
