import type { JsonObject } from '../wire/json.ts';
import type { Part } from '../overrides.ts';
import { type Spot, at, isNothing } from '../wire/places.ts';
import { choiceOf, textOf } from '../wire/read.ts';
import { appear, hiddenAlone, identity } from './appear.ts';
import { type Pass, type Scope, deeper, textScope } from './pass.ts';
import { frameOf, stackAt } from './stack.ts';
import { fontSize, fontWeight, readable, textAlignment } from './text.ts';

const keyboards = {
  known: ['text', 'decimal', 'email', 'numeric', 'tel', 'url'],
  absent: 'text',
  unknown: 'text',
} as const;

const capitals = {
  known: ['none', 'sentences', 'words', 'characters'],
  absent: 'none',
  unknown: 'none',
} as const;

const fieldId = (spot: Spot): string => textOf(at(spot, 'field_id')) ?? '';

/** The words typed, or with a prefix the words that stand there before. */
const wording = ({ field }: Part, prefix: string, pass: Pass): JsonObject => {
  const { fonts, problems } = pass;
  const named = (name: string): Spot => field(`${prefix}${name}`);
  const weight = fontWeight(named('font_weight_int'), named('font_weight'), problems);
  return {
    [`${prefix}font_name`]: fonts.nameOf(named('font_name')),
    [`${prefix}font_weight_int`]: weight,
    [`${prefix}font_size`]: fontSize(named('font_size'), pass),
    [`${prefix}horizontal_alignment`]: textAlignment(named('horizontal_alignment'), problems),
    [`${prefix}color`]: readable(named('color'), pass),
  };
};

const lookOf = (part: Part, scope: Scope, pass: Pass): JsonObject => ({
  ...frameOf(part, pass),
  ...wording(part, '', pass),
  ...wording(part, 'placeholder_', pass),
  background_color: pass.colors.scheme(part.field('background_color')),
  placeholder_lid: pass.texts.plain(part.field('placeholder_lid'), textScope(scope, pass)),
  size: pass.geometry.size(part.field('size'), 'fill', 'fit'),
});

export const inputText = (spot: Spot, scope: Scope, pass: Pass): JsonObject => ({
  ...identity(spot, 'input_text'),
  ...appear(spot, (part) => lookOf(part, scope, pass), ['focus', 'error'], scope, pass),
  ...hiddenAlone(spot, scope, pass),
  field_id: fieldId(spot),
  required: at(spot, 'required').value === true,
  keyboard_type: choiceOf(at(spot, 'keyboard_type'), keyboards, pass.problems),
  capitalize: choiceOf(at(spot, 'capitalize'), capitals, pass.problems),
});

const rangeOf = (spot: Spot, { geometry }: Pass): JsonObject | null =>
  isNothing(spot)
    ? null
    : { min: geometry.number(at(spot, 'min')), max: geometry.number(at(spot, 'max'), 100) };

export const inputChoice =
  (type: 'input_single_choice' | 'input_multiple_choice') =>
  (spot: Spot, scope: Scope, pass: Pass): JsonObject => ({
    ...identity(spot, type),
    field_id: fieldId(spot),
    required: at(spot, 'required').value === true,
    selection_range: rangeOf(at(spot, 'selection_range'), pass),
    stack: stackAt(at(spot, 'stack'), deeper(scope), pass),
  });

export const inputOption = (spot: Spot, scope: Scope, pass: Pass): JsonObject => {
  const id = textOf(at(spot, 'id')) ?? textOf(at(at(spot, 'triggers'), 'on_press'));
  return {
    ...identity(spot, 'input_option'),
    option_id: textOf(at(spot, 'option_id')) ?? '',
    triggers: id === null ? {} : { on_press: id },
    stack: stackAt(
      at(spot, 'stack'),
      { ...deeper(scope), isSelectable: true, isHoverable: true },
      pass,
    ),
  };
};

const walletStacks = [
  'wallet_unknown_stack',
  'wallet_available_stack',
  'wallet_unavailable_stack',
] as const;

export const expressPurchaseButton = (spot: Spot, scope: Scope, pass: Pass): JsonObject => ({
  ...identity(spot, 'express_purchase_button'),
  ...appear(
    spot,
    (part) => ({
      ...frameOf(part, pass),
      size: pass.geometry.size(part.field('size'), 'fill', 'fit'),
    }),
    [],
    scope,
    pass,
  ),
  ...Object.fromEntries(
    walletStacks.map((name) => [name, stackAt(at(spot, name), deeper(scope), pass)]),
  ),
});

export const skeletonLoader = (spot: Spot, scope: Scope, pass: Pass): JsonObject => {
  const { geometry } = pass;
  return {
    ...identity(spot, 'skeleton_loader'),
    ...appear(
      spot,
      ({ field }) => ({
        size: geometry.size(field('size'), 'fill', 'fit'),
        dimension: geometry.dimension(field('dimension')),
        spacing: geometry.number(field('spacing')),
        margin: geometry.spacing(field('margin')),
        border: geometry.border(field('border')),
        shape: geometry.shape(field('shape')),
        shadow: geometry.shadow(field('shadow')),
      }),
      [],
      scope,
      pass,
    ),
  };
};
