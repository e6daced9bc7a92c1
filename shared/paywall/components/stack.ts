import { sideFor } from '../style/geometry.ts';
import type { JsonObject } from '../wire/json.ts';
import type { Part } from '../overrides.ts';
import { type Spot, at, entries, isNothing } from '../wire/places.ts';
import { choiceOf } from '../wire/read.ts';
import { appear, hiddenAlone, identity } from './appear.ts';
import { childrenOf, withChildren } from './children.ts';
import { type Pass, type Scope, deeper, isTooMuch } from './pass.ts';

const badgeStyles = {
  known: ['overlay', 'nested', 'edge_to_edge'],
  absent: 'overlay',
  unknown: 'overlay',
} as const;

const badgeAlignments = {
  known: [
    'top',
    'top_leading',
    'top_trailing',
    'bottom',
    'bottom_leading',
    'bottom_trailing',
    'center',
    'leading',
    'trailing',
  ],
  absent: 'top',
  unknown: 'top',
} as const;

const overflows = { known: ['none', 'scroll'], absent: 'none', unknown: 'none' } as const;

const drawnBadgeStyle = (spot: Spot, { problems }: Pass): string => {
  const style = choiceOf(spot, badgeStyles, problems);
  if (style !== 'edge_to_edge') return style;
  problems.report(
    'not-in-preview',
    spot.place,
    'The preview draws an edge-to-edge badge as a nested one.',
  );
  return 'nested';
};

type BadgeStack = (spot: Spot) => JsonObject;

const badgeOf = (spot: Spot, pass: Pass, badgeStack: BadgeStack): JsonObject | null => {
  if (isNothing(spot)) return null;
  const alignment = choiceOf<string>(at(spot, 'alignment'), badgeAlignments, pass.problems);
  return {
    style: drawnBadgeStyle(at(spot, 'style'), pass),
    alignment: sideFor(alignment, pass.direction),
    stack: badgeStack(at(spot, 'stack')),
  };
};

/** What stacks, tabs and carousels are framed by. */
export const frameOf = ({ field }: Part, { geometry, backgrounds }: Pass): JsonObject => ({
  padding: geometry.spacing(field('padding')),
  margin: geometry.spacing(field('margin')),
  background: backgrounds(field('background'), field('background_color')),
  background_color: null,
  shape: geometry.shape(field('shape')),
  border: geometry.border(field('border')),
  shadow: geometry.shadow(field('shadow')),
});

const lookOf = (part: Part, pass: Pass, badgeStack: BadgeStack): JsonObject => {
  const { field } = part;
  if (choiceOf(field('overflow'), overflows, pass.problems) === 'scroll')
    pass.problems.report(
      'not-in-preview',
      field('overflow').place,
      'The preview does not scroll inside a stack.',
    );
  return {
    ...frameOf(part, pass),
    size: pass.geometry.size(field('size'), 'fill', 'fit'),
    dimension: pass.geometry.dimension(field('dimension')),
    spacing: pass.geometry.number(field('spacing')),
    badge: badgeOf(field('badge'), pass, badgeStack),
  };
};

export const stack = (spot: Spot, scope: Scope, pass: Pass): JsonObject => {
  // A badge is read for each state, but its stack only once.
  const badges = new Map<string, JsonObject>();
  const badgeStack = (inner: Spot): JsonObject => {
    const known = badges.get(inner.place) ?? stackAt(inner, deeper(scope), pass);
    badges.set(inner.place, known);
    return known;
  };
  const component = {
    ...identity(spot, 'stack'),
    ...appear(spot, (part) => lookOf(part, pass, badgeStack), ['selected', 'hover'], scope, pass),
  };
  const children = childrenOf(entries(at(spot, 'components')), pass.component, scope, pass);
  return withChildren(component, 'components', children);
};

/** A slot that must hold a stack; an empty one where there is none. */
export const stackAt = (spot: Spot, scope: Scope, pass: Pass): JsonObject => {
  const isLeftOut = isTooMuch(spot, scope, pass);
  if (isNothing(spot) || typeof spot.value !== 'object')
    pass.problems.report('unusable', spot.place, 'A stack is missing here.');
  const usable = isLeftOut ? { value: {}, place: spot.place } : spot;
  return { ...stack(usable, scope, pass), ...hiddenAlone(usable, scope, pass) };
};

/** A header or a footer; in its own slot it may be written as its stack alone. */
export const pinned =
  (type: 'header' | 'footer') =>
  (spot: Spot, scope: Scope, pass: Pass): JsonObject => {
    const isBare = isNothing(at(spot, 'stack')) && Array.isArray(at(spot, 'components').value);
    return {
      ...identity(spot, type),
      stack: stackAt(isBare ? spot : at(spot, 'stack'), deeper(scope), pass),
    };
  };
