import type { JsonObject } from '../wire/json.ts';
import type { Part } from '../overrides.ts';
import { type Spot, at, entries, isNothing } from '../wire/places.ts';
import { booleanOf, choiceOf, numberOf } from '../wire/read.ts';
import { appear, identity } from './appear.ts';
import { reportStateUpdates } from './button.ts';
import { childrenOf, withChildren } from './children.ts';
import { type Pass, type Scope, isTooMuch } from './pass.ts';
import { around } from './plain-stack.ts';
import { frameOf, stack } from './stack.ts';
import { readable } from './text.ts';

const alignments = {
  known: ['top', 'center', 'bottom'],
  absent: 'center',
  unknown: 'top',
} as const;
const positions = { known: ['top', 'bottom'], absent: 'bottom', unknown: 'bottom' } as const;
const transitions = { known: ['slide', 'fade'], absent: 'slide', unknown: 'slide' } as const;

/** A carousel that moves on more often keeps the frame busy with nothing else. */
const leastPageMs = 200;

const indicator = (spot: Spot, pass: Pass): JsonObject => {
  const { geometry, colors } = pass;
  return {
    width: geometry.number(at(spot, 'width'), 8),
    height: geometry.number(at(spot, 'height'), 8),
    color: readable(at(spot, 'color'), pass),
    stroke_color: colors.scheme(at(spot, 'stroke_color')),
    stroke_width: isNothing(at(spot, 'stroke_width'))
      ? null
      : geometry.number(at(spot, 'stroke_width')),
  };
};

const pageControl = (spot: Spot, pass: Pass): JsonObject | null => {
  if (isNothing(spot)) return null;
  const { geometry, colors, problems } = pass;
  return {
    position: choiceOf(at(spot, 'position'), positions, problems),
    spacing: geometry.number(at(spot, 'spacing')),
    padding: geometry.spacing(at(spot, 'padding')),
    margin: geometry.spacing(at(spot, 'margin')),
    background_color: colors.scheme(at(spot, 'background_color')),
    shape: geometry.shape(at(spot, 'shape')),
    border: geometry.border(at(spot, 'border')),
    shadow: geometry.shadow(at(spot, 'shadow')),
    active: indicator(at(spot, 'active'), pass),
    default: indicator(at(spot, 'default'), pass),
  };
};

const autoAdvance = (spot: Spot, { problems }: Pass): JsonObject | null => {
  if (isNothing(spot)) return null;
  const transition = at(spot, 'transition_type');
  if (choiceOf(transition, transitions, problems) === 'fade')
    problems.report('not-in-preview', transition.place, 'The preview slides instead of fading.');
  return {
    ms_time_per_page: numberOf(at(spot, 'ms_time_per_page'), 3000, problems, leastPageMs),
    ms_transition_time: numberOf(at(spot, 'ms_transition_time'), 500, problems, 1),
    transition_type: 'slide',
  };
};

const lookOf = (part: Part, pass: Pass): JsonObject => {
  const { field } = part;
  return {
    ...frameOf(part, pass),
    page_alignment: choiceOf(field('page_alignment'), alignments, pass.problems),
    page_spacing: pass.geometry.number(field('page_spacing')),
    page_peek: pass.geometry.number(field('page_peek')),
    page_control: pageControl(field('page_control'), pass),
    initial_page_index: Math.floor(pass.geometry.number(field('initial_page_index'))),
    loop: booleanOf(field('loop')) ?? false,
    auto_advance: autoAdvance(field('auto_advance'), pass),
  };
};

/**
 * The renderer moves its pages to the left, whatever the direction: so they stand from left to right,
 * and each is laid out from right to left again. A stack's `style` is written into its CSS.
 */
const directed = (json: JsonObject, direction: 'ltr' | 'rtl'): JsonObject => ({
  ...json,
  style: { direction },
});

export const carousel = (spot: Spot, scope: Scope, pass: Pass): JsonObject | null => {
  reportStateUpdates(spot, pass);
  const isMirrored = pass.direction === 'rtl';
  const component = {
    ...identity(spot, 'carousel'),
    ...appear(spot, (part) => lookOf(part, pass), ['selected'], scope, pass),
  };
  const pages = childrenOf(
    entries(at(spot, 'pages')),
    (page, inside) => {
      if (isTooMuch(page, inside, pass)) return null;
      const drawn = stack(page, inside, pass);
      return isMirrored ? directed(drawn, 'rtl') : drawn;
    },
    scope,
    pass,
  );
  if (pages.list.length === 0 && (pages.whenSelected ?? []).length === 0) {
    pass.problems.report('unusable', spot.place, 'The carousel has no page.');
    return null;
  }
  const drawn = withChildren(component, 'pages', pages);
  return isMirrored ? directed(around([drawn]), 'ltr') : drawn;
};
