import type { JsonObject } from '../wire/json.ts';
import type { Part } from '../overrides.ts';
import { type Spot, isNothing } from '../wire/places.ts';
import { type ProblemLog, quoted } from '../problems.ts';
import { choiceOf, numberOf } from '../wire/read.ts';
import { appear, identity } from './appear.ts';
import { type Pass, type Scope, textScope } from './pass.ts';

/** As phones size them, which is larger than the renderer would. */
const namedSizes: Readonly<Record<string, number>> = {
  heading_xxl: 40,
  heading_xl: 34,
  heading_l: 28,
  heading_m: 24,
  heading_s: 20,
  heading_xs: 16,
  body_xl: 18,
  body_l: 17,
  body_m: 15,
  body_s: 13,
};

const usualSize = 15;
const largestSize = 1_000;

const declaredSize = (spot: Spot, problems: ProblemLog): number => {
  const { value } = spot;
  if (isNothing(spot)) return usualSize;
  if (typeof value === 'string' && Object.hasOwn(namedSizes, value))
    return namedSizes[value] ?? usualSize;
  const number = typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number) && number > 0)
    return Math.min(largestSize, number);
  problems.report('unknown-value', spot.place, `${quoted(value)} is not a size of text.`);
  return usualSize;
};

/** In whole points, as the renderer takes it, and as large as this person has texts. */
export const fontSize = (spot: Spot, { problems, circumstances }: Pass): number => {
  const scaled = declaredSize(spot, problems) * (circumstances.textScale ?? 1);
  return Math.min(largestSize, Math.round(scaled));
};

const weights: Readonly<Record<string, number>> = {
  thin: 100,
  extra_light: 200,
  light: 300,
  regular: 400,
  medium: 500,
  semibold: 600,
  bold: 700,
  extra_bold: 800,
  black: 900,
};

const weightNames = { known: Object.keys(weights), absent: 'regular', unknown: 'regular' };

export const fontWeight = (number: Spot, name: Spot, problems: ProblemLog): number => {
  if (!isNothing(number)) return Math.min(1000, numberOf(number, 400, problems, 1));
  return weights[choiceOf(name, weightNames, problems)] ?? 400;
};

const alignments = {
  known: ['leading', 'center', 'trailing'],
  absent: 'center',
  unknown: 'leading',
} as const;

export const textAlignment = (spot: Spot, problems: ProblemLog): string =>
  choiceOf(spot, alignments, problems);

/** A text that must be read, whatever happened to its color. */
export const readable = (spot: Spot, { colors }: Pass): JsonObject =>
  colors.scheme(spot, 'readable') ?? { light: { type: 'hex', value: '#000000ff' } };

const lookOf = ({ field }: Part, scope: Scope, pass: Pass): JsonObject => {
  const { problems, geometry, fonts, colors, texts } = pass;
  return {
    text_lid: texts.text(field('text_lid'), textScope(scope, pass)),
    color: readable(field('color'), pass),
    background_color: colors.scheme(field('background_color')),
    font_name: fonts.nameOf(field('font_name')),
    font_size: fontSize(field('font_size'), pass),
    font_weight_int: fontWeight(field('font_weight_int'), field('font_weight'), problems),
    horizontal_alignment: textAlignment(field('horizontal_alignment'), problems),
    size: geometry.size(field('size'), 'fill', 'fit'),
    padding: geometry.spacing(field('padding')),
    margin: geometry.spacing(field('margin')),
  };
};

export const text = (spot: Spot, scope: Scope, pass: Pass): JsonObject => ({
  ...identity(spot, 'text'),
  ...appear(
    spot,
    (part) => lookOf(part, scope, pass),
    ['selected', 'intro_offer', 'promo_offer'],
    scope,
    pass,
  ),
});
