import type { Colors } from './colors.ts';
import type { JsonObject } from '../wire/json.ts';
import { type Spot, at, isNothing } from '../wire/places.ts';
import { type ProblemLog, quoted } from '../problems.ts';
import { choiceOf, numberOf } from '../wire/read.ts';

type Constraint = 'fit' | 'fill';

export interface Geometry {
  readonly size: (spot: Spot, width: Constraint, height: Constraint) => JsonObject;
  readonly spacing: (spot: Spot) => JsonObject;
  readonly shape: (spot: Spot) => JsonObject | null;
  readonly mask: (spot: Spot) => JsonObject | null;
  readonly border: (spot: Spot) => JsonObject | null;
  readonly shadow: (spot: Spot) => JsonObject | null;
  readonly dimension: (spot: Spot) => JsonObject;
  readonly number: (spot: Spot, fallback?: number) => number;
}

/** What stands on a leading side; the renderer draws it on the left, whatever the direction. */
const otherSide: Readonly<Record<string, string>> = {
  leading: 'trailing',
  trailing: 'leading',
  top_leading: 'top_trailing',
  top_trailing: 'top_leading',
  bottom_leading: 'bottom_trailing',
  bottom_trailing: 'bottom_leading',
};

/** The side to name so that the renderer, which knows only left and right, draws the right one. */
export const sideFor = (side: string, direction: 'ltr' | 'rtl'): string =>
  direction === 'rtl' ? (otherSide[side] ?? side) : side;

const distributions = {
  known: ['start', 'end', 'center', 'space_between', 'space_around', 'space_evenly'],
  absent: 'start',
  unknown: 'start',
} as const;

const alignments = {
  vertical: { known: ['leading', 'center', 'trailing'], absent: 'center', unknown: 'leading' },
  horizontal: { known: ['top', 'center', 'bottom'], absent: 'center', unknown: 'top' },
  zlayer: {
    known: [
      'center',
      'leading',
      'trailing',
      'top',
      'bottom',
      'top_leading',
      'top_trailing',
      'bottom_leading',
      'bottom_trailing',
    ],
    absent: 'center',
    unknown: 'top',
  },
} as const;

const directions = {
  known: ['vertical', 'horizontal', 'zlayer'],
  absent: 'vertical',
  unknown: 'vertical',
} as const;

/** Reads sizes, distances, shapes and what frames them. */
export const geometryReader = (
  colors: Colors,
  direction: 'ltr' | 'rtl',
  problems: ProblemLog,
): Geometry => {
  const number = (spot: Spot, fallback = 0): number => numberOf(spot, fallback, problems, 0);

  const sides = (spot: Spot, names: readonly string[]): JsonObject =>
    Object.fromEntries(
      names.map((name) => [name, numberOf(at(spot, sideFor(name, direction)), 0, problems)]),
    );

  const constraint = (spot: Spot, absent: Constraint): JsonObject => {
    const value = at(spot, 'value');
    switch (at(spot, 'type').value) {
      case 'fit':
      case 'fill':
        return { type: at(spot, 'type').value as Constraint };
      case 'fixed':
        if (!isNothing(value)) return { type: 'fixed', value: number(value) };
        break;
      case 'relative':
        if (!isNothing(value)) return { type: 'relative', value: number(value, 1) };
        break;
      case undefined:
      case null:
        return { type: absent };
    }
    problems.report('unknown-value', spot.place, `${quoted(spot.value)} is not a size.`);
    return { type: 'fit' };
  };

  const rectangle = (spot: Spot): JsonObject => ({
    type: 'rectangle',
    corners: sides(at(spot, 'corners'), [
      'top_leading',
      'top_trailing',
      'bottom_leading',
      'bottom_trailing',
    ]),
  });

  const oneOf = (spot: Spot, known: readonly string[]): JsonObject | null => {
    if (isNothing(spot)) return null;
    const type = choiceOf(
      at(spot, 'type'),
      { known: ['rectangle', ...known], absent: 'rectangle', unknown: 'rectangle' },
      problems,
    );
    return type === 'rectangle' ? rectangle(spot) : { type };
  };

  return Object.freeze<Geometry>({
    number,
    size: (spot, width, height) => ({
      width: constraint(at(spot, 'width'), width),
      height: constraint(at(spot, 'height'), height),
    }),
    spacing: (spot) => sides(spot, ['top', 'bottom', 'leading', 'trailing']),
    shape: (spot) => oneOf(spot, ['pill']),
    mask: (spot) => oneOf(spot, ['circle', 'concave', 'convex']),
    border: (spot) => {
      const color = colors.scheme(at(spot, 'color'));
      const width = number(at(spot, 'width'));
      return color === null || width === 0 ? null : { color, width };
    },
    shadow: (spot) => {
      const color = colors.flat(at(spot, 'color'));
      return color === null
        ? null
        : {
            color,
            radius: number(at(spot, 'radius')),
            x: numberOf(at(spot, 'x'), 0, problems),
            y: numberOf(at(spot, 'y'), 0, problems),
          };
    },
    dimension: (spot) => {
      const type = choiceOf(at(spot, 'type'), directions, problems);
      const alignment = choiceOf<string>(at(spot, 'alignment'), alignments[type], problems);
      return type === 'zlayer'
        ? { type, alignment }
        : {
            type,
            alignment,
            distribution: choiceOf(at(spot, 'distribution'), distributions, problems),
          };
    },
  });
};
