import { missingPicture } from '../style/assets.ts';
import { fitModes } from '../style/backgrounds.ts';
import type { JsonObject } from '../wire/json.ts';
import type { Part } from '../overrides.ts';
import { type Spot, at, isNothing } from '../wire/places.ts';
import { booleanOf, choiceOf } from '../wire/read.ts';
import { appear, identity } from './appear.ts';
import type { Pass, Scope } from './pass.ts';

const placeholderImage: JsonObject = {
  light: { width: 100, height: 100, original: missingPicture, webp: missingPicture },
};

/** A file of the locale's own stands before the one for all. */
const sourceOf = ({ field }: Part, { texts }: Pass): Spot => {
  const lid = field('override_source_lid');
  return (isNothing(lid) ? null : texts.media(lid)) ?? field('source');
};

/** The renderer draws masks by id, so that two of the same would be one. */
const unique = (spot: Spot, type: string, pass: Pass): JsonObject => ({
  ...identity(spot, type),
  id: `${type}-${pass.serial()}`,
});

const frameOf = (
  { field }: Part,
  { geometry, colors, problems }: Pass,
  absentFit: 'fit' | 'fill',
): JsonObject => ({
  size: geometry.size(field('size'), 'fill', 'fit'),
  fit_mode: choiceOf(field('fit_mode'), fitModes(absentFit), problems),
  mask_shape: geometry.mask(field('mask_shape')),
  color_overlay: colors.scheme(field('color_overlay')),
  padding: geometry.spacing(field('padding')),
  margin: geometry.spacing(field('margin')),
  border: geometry.border(field('border')),
  shadow: geometry.shadow(field('shadow')),
});

const imageSource = (source: Spot, { assets, problems }: Pass): JsonObject => {
  if (isNothing(source))
    problems.report('missing-image', source.place, 'The image has no file that could be shown.');
  return assets.image(source) ?? placeholderImage;
};

export const image = (spot: Spot, scope: Scope, pass: Pass): JsonObject => ({
  ...unique(spot, 'image', pass),
  ...appear(
    spot,
    (part) => ({
      ...frameOf(part, pass, 'fit'),
      source: imageSource(sourceOf(part, pass), pass),
    }),
    ['selected'],
    scope,
    pass,
  ),
});

const videoLook = (part: Part, pass: Pass): JsonObject => {
  const { field } = part;
  const source = pass.assets.video(sourceOf(part, pass));
  const fallback = pass.assets.image(field('fallback_source'));
  return {
    ...frameOf(part, pass, 'fit'),
    source,
    fallback_source: fallback ?? (source === null ? placeholderImage : null),
    show_controls: booleanOf(field('show_controls')) ?? false,
    auto_play: booleanOf(field('auto_play')) ?? false,
    loop: booleanOf(field('loop')) ?? false,
    mute_audio: booleanOf(field('mute_audio')) ?? false,
  };
};

export const video = (spot: Spot, scope: Scope, pass: Pass): JsonObject => ({
  ...unique(spot, 'video', pass),
  ...appear(spot, (part) => videoLook(part, pass), ['selected'], scope, pass),
});

const usualIconSize = 24;

/** An icon is a drawing without a size of its own: what should fit it would be nothing. */
const iconSize = (spot: Spot, { geometry }: Pass): JsonObject => {
  const { width, height } = geometry.size(spot, 'fit', 'fit') as Readonly<
    Record<string, JsonObject>
  >;
  const fixed = (constraint: JsonObject | undefined): JsonObject =>
    constraint === undefined || constraint['type'] === 'fit'
      ? { type: 'fixed', value: usualIconSize }
      : constraint;
  return { width: fixed(width), height: fixed(height) };
};

const iconBackground = (spot: Spot, { colors, geometry }: Pass): JsonObject | null =>
  isNothing(spot)
    ? null
    : {
        color: colors.flat(at(spot, 'color')),
        shape: geometry.mask(at(spot, 'shape')),
        border: geometry.border(at(spot, 'border')),
        shadow: geometry.shadow(at(spot, 'shadow')),
      };

const iconColor = (spot: Spot, { colors, problems }: Pass): JsonObject => {
  const color = colors.flat(spot, 'readable');
  if (color === null)
    problems.report(
      'not-in-preview',
      spot.place,
      'The preview draws an icon that has no color in black.',
    );
  return color ?? { light: { type: 'hex', value: '#000000ff' } };
};

const iconLook = ({ field }: Part, pass: Pass): JsonObject => ({
  ...pass.assets.icon(field('base_url'), field('formats')),
  color: iconColor(field('color'), pass),
  size: iconSize(field('size'), pass),
  padding: pass.geometry.spacing(field('padding')),
  margin: pass.geometry.spacing(field('margin')),
  icon_background: iconBackground(field('icon_background'), pass),
});

export const icon = (spot: Spot, scope: Scope, pass: Pass): JsonObject => ({
  ...identity(spot, 'icon'),
  ...appear(spot, (part) => iconLook(part, pass), ['selected'], scope, pass),
});
