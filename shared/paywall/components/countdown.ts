import type { JsonObject } from '../wire/json.ts';
import { type Spot, along, at, isNothing } from '../wire/places.ts';
import { quoted } from '../problems.ts';
import { choiceOf, textOf } from '../wire/read.ts';
import { identity } from './appear.ts';
import { type Pass, type Scope, deeper } from './pass.ts';
import { around } from './plain-stack.ts';
import { stackAt } from './stack.ts';

type Unit = 'days' | 'hours' | 'minutes';

const countFrom = {
  known: ['days', 'hours', 'minutes'],
  absent: 'days',
  unknown: 'days',
} as const;

/** The largest unit that the renderer's own number for it is right for, and how long one is. */
const limits: Readonly<Record<Unit, { readonly most: number; readonly ms: number }>> = {
  days: { most: Infinity, ms: 86_400_000 },
  hours: { most: 24, ms: 3_600_000 },
  minutes: { most: 60, ms: 60_000 },
};

/** The units above the first one that is counted stay at nothing. */
const above: Readonly<Record<Unit, readonly Unit[]>> = {
  days: [],
  hours: ['days'],
  minutes: ['days', 'hours'],
};

const both = (unit: Unit, value: number): readonly (readonly [string, string])[] => [
  [`count_${unit}_with_zero`, String(value).padStart(2, '0')],
  [`count_${unit}_without_zero`, String(value)],
];

/** The most units ahead that are counted down, and the most components and stacks that this may copy. */
const mostStages = 30;
const mostCopies = 3_000;

interface Counting {
  readonly spot: Spot;
  readonly scope: Scope;
  readonly pass: Pass;
  readonly unit: Unit;
  readonly target: number;
}

/** The countdown's stack, with the given number for the first unit; null: the renderer's own. */
const stackWith = ({ spot, scope, pass, unit }: Counting, first: number | null): JsonObject => {
  const values = new Map([
    ...above[unit].flatMap((each) => both(each, 0)),
    ...(first === null ? [] : both(unit, first)),
  ]);
  const countdown = {
    id: values.size === 0 && first === null ? 'count' : `count-${unit}-${first ?? ''}`,
    values,
  };
  const inside = { ...deeper(scope), countdown, isStaged: true };
  return stackAt(at(spot, 'countdown_stack'), inside, pass);
};

const part = (date: string, stack: JsonObject, end: JsonObject | null): JsonObject => ({
  type: 'countdown',
  style: { type: 'date', date },
  countdown_stack: stack,
  end_stack: end,
});

/**
 * The renderer counts no more than 24 hours and 60 minutes. So each hour beyond gets a countdown of
 * its own, with the hour written out, that ends with the one of the next hour.
 */
const staged = (counting: Counting, last: JsonObject): JsonObject => {
  const { pass, scope, spot, unit, target } = counting;
  const { most, ms } = limits[unit];
  const total = Math.floor((target - pass.circumstances.nowMs) / ms);
  if (Number.isNaN(total) || total < most) return last;
  const from = at(spot, 'count_from').place;
  // A countdown in a countdown would be copied once more for each level.
  if (scope.isStaged) {
    pass.problems.report(
      'not-in-preview',
      from,
      `The preview counts no ${unit} beyond ${most} here.`,
    );
    return last;
  }
  const before = pass.partCount();
  const first = stackWith(counting, total);
  const size = pass.partCount() - before;
  const wanted = total - most + 1;
  const stages = Math.min(wanted, mostStages, Math.floor(mostCopies / size));
  if (stages < wanted)
    pass.problems.report(
      'not-in-preview',
      from,
      `The preview counts ${unit} rightly for ${stages} ${unit}, and then only those below ${most}.`,
    );
  let staged = last;
  for (let stage = stages - 1; stage >= 0; stage -= 1) {
    const value = total - stage;
    const date = new Date(target - value * ms).toISOString();
    const stack = stage === 0 ? first : stackWith(counting, value);
    staged = part(date, stack, around([staged]));
  }
  return staged;
};

const ended = '1970-01-01T00:00:00.000Z';

export const countdown = (spot: Spot, scope: Scope, pass: Pass): JsonObject | null => {
  const style = along(spot, 'style', 'type');
  const fallback = at(spot, 'fallback');
  if (!isNothing(style) && style.value !== 'date') {
    pass.problems.report(
      'unknown-value',
      style.place,
      `The countdown style ${quoted(style.value)} is unknown.`,
    );
    if (!isNothing(fallback)) return pass.component(fallback, deeper(scope));
  }
  const dateSpot = along(spot, 'style', 'date');
  const declared = textOf(dateSpot) ?? '';
  const target = Date.parse(declared);
  if (Number.isNaN(target))
    pass.problems.report(
      'unknown-value',
      dateSpot.place,
      `${quoted(dateSpot.value)} is not a date, so the countdown is over.`,
    );
  const unit = choiceOf(at(spot, 'count_from'), countFrom, pass.problems);
  const counting = { spot, scope, pass, unit, target };
  const end = at(spot, 'end_stack');
  const last = part(
    Number.isNaN(target) ? ended : declared,
    stackWith(counting, null),
    isNothing(end) ? null : stackAt(end, deeper(scope), pass),
  );
  return { ...identity(spot, 'countdown'), ...staged(counting, last) };
};
