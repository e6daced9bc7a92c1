import type { Assets } from './assets.ts';
import type { Colors } from './colors.ts';
import type { JsonObject } from '../wire/json.ts';
import { type Spot, at, isNothing } from '../wire/places.ts';
import { type ProblemLog, quoted } from '../problems.ts';
import { choiceOf } from '../wire/read.ts';

/** How a picture fills its frame; each use has its own word for none. */
export const fitModes = <T extends 'fit' | 'fill'>(absent: T) =>
  ({ known: ['fit', 'fill'], absent, unknown: 'fit' }) as const;

export type Backgrounds = (background: Spot, olderColor?: Spot) => JsonObject | null;

/**
 * Reads a background. The older `background_color` counts only where there is no `background`,
 * while the renderer would prefer it: so it is given one of the two.
 */
export const backgroundReader = (
  colors: Colors,
  assets: Assets,
  problems: ProblemLog,
): Backgrounds => {
  const image = (spot: Spot, source: Spot): JsonObject | null => {
    const value = assets.image(source);
    return value === null
      ? null
      : {
          type: 'image',
          value,
          fit_mode: choiceOf(at(spot, 'fit_mode'), fitModes('fill'), problems),
          color_overlay: colors.scheme(at(spot, 'color_overlay')),
        };
  };

  const video = (spot: Spot): JsonObject | null => {
    problems.report(
      'not-in-preview',
      spot.place,
      'The preview shows the fallback image of a background video.',
    );
    return image(spot, at(spot, 'fallback_image'));
  };

  const fromColor = (spot: Spot): JsonObject | null => {
    const value = colors.scheme(spot);
    return value === null ? null : { type: 'color', value };
  };

  const known = (spot: Spot): JsonObject | null => {
    const type = at(spot, 'type');
    if (type.value === 'color') return fromColor(at(spot, 'value'));
    if (type.value === 'image') return image(spot, at(spot, 'value'));
    if (type.value === 'video') return video(spot);
    problems.report(
      'unknown-value',
      type.place,
      `The background type ${quoted(type.value)} is unknown, so there is none.`,
    );
    return null;
  };

  return (background, olderColor) => {
    if (!isNothing(background)) return known(background);
    return olderColor === undefined ? null : fromColor(olderColor);
  };
};
