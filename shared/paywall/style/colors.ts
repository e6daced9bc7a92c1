import type { Json, JsonObject } from '../wire/json.ts';
import { type Spot, along, at, entries, isNothing } from '../wire/places.ts';
import { type ProblemLog, quoted } from '../problems.ts';
import { textOf } from '../wire/read.ts';

/** What to draw where a colour cannot be had: text must stay readable, the rest must not disturb. */
export type Missing = 'transparent' | 'readable';

const hexOf: Readonly<Record<Missing, string>> = {
  transparent: '#00000000',
  readable: '#000000ff',
};

type Mode = 'light' | 'dark';

export interface Colors {
  /** A ColorScheme with nothing in it that the renderer does not know; null where there is none. */
  readonly scheme: (spot: Spot, missing?: Missing) => JsonObject | null;
  /** As `scheme`, where the renderer can draw no gradient: its first colour stands for it. */
  readonly flat: (spot: Spot, missing?: Missing) => JsonObject | null;
}

/** One colour, as the renderer is given it. */
export const hex = (value: string): JsonObject => ({ type: 'hex', value });

/** Colours go into CSS as they are, so only those of these few letters do. */
const isHex = (text: unknown): text is string =>
  typeof text === 'string' && /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text);

const percentOf = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0;

/** The most aliases in a row that are followed. */
const mostAliases = 20;

/** The most points of a gradient that are drawn. */
const mostPoints = 100;

/** Reads colours; aliases are looked up in `ui_config.app.colors`. */
export const colorReader = (uiConfig: Spot, problems: ProblemLog): Colors => {
  const aliases = along(uiConfig, 'app', 'colors');

  const unusable = (spot: Spot, missing: Missing): JsonObject => {
    problems.report('unknown-value', spot.place, `${quoted(spot.value)} is not a color.`);
    return hex(hexOf[missing]);
  };

  const pointsOf = (spot: Spot): readonly { color: string; percent: number }[] =>
    entries(spot)
      .slice(0, mostPoints)
      .flatMap((point) => {
        const color = at(point, 'color');
        const value = isHex(color.value) ? color.value : textOf(at(color, 'value'));
        if (isHex(value)) return [{ color: value, percent: percentOf(at(point, 'percent').value) }];
        unusable(color, 'transparent');
        return [];
      });

  const gradient = (spot: Spot, missing: Missing): JsonObject => {
    const points = pointsOf(at(spot, 'points'));
    const [first] = points;
    if (first === undefined) return unusable(spot, missing);
    // CSS has no gradient of one point.
    if (points.length === 1) return hex(first.color);
    return at(spot, 'type').value === 'linear'
      ? { type: 'linear', degrees: percentOf(at(spot, 'degrees').value), points }
      : { type: 'radial', points };
  };

  const alias = (spot: Spot, mode: Mode, missing: Missing, passed: ReadonlySet<string>) => {
    const name = textOf(at(spot, 'value'));
    const scheme = name === null ? null : at(aliases, name);
    const isLost = name === null || passed.has(name) || passed.size >= mostAliases;
    if (isLost || scheme === null || isNothing(scheme)) {
      problems.report(
        'unknown-color',
        spot.place,
        `There is no color named ${quoted(name)} in the project's colors.`,
      );
      return hex(hexOf[missing]);
    }
    return inMode(scheme, mode, missing, new Set([...passed, name]));
  };

  const color = (
    spot: Spot,
    mode: Mode,
    missing: Missing,
    passed: ReadonlySet<string>,
  ): JsonObject => {
    const type = at(spot, 'type').value;
    const value = at(spot, 'value');
    if (type === 'hex' && isHex(value.value)) return hex(value.value);
    if (type === 'linear' || type === 'radial') return gradient(spot, missing);
    if (type === 'alias') return alias(spot, mode, missing, passed);
    return unusable(spot, missing);
  };

  /** A scheme without a dark color has its light one in both modes. */
  const inMode = (
    scheme: Spot,
    mode: Mode,
    missing: Missing,
    passed: ReadonlySet<string>,
  ): JsonObject => {
    const dark = at(scheme, 'dark');
    return mode === 'dark' && !isNothing(dark)
      ? color(dark, mode, missing, passed)
      : color(at(scheme, 'light'), mode, missing, passed);
  };

  const scheme = (spot: Spot, missing: Missing = 'transparent'): JsonObject | null => {
    if (isNothing(spot)) return null;
    const light = inMode(spot, 'light', missing, new Set());
    return isNothing(at(spot, 'dark'))
      ? { light }
      : { light, dark: inMode(spot, 'dark', missing, new Set()) };
  };

  const flatten = (spot: Spot, info: Json | undefined, missing: Missing): JsonObject => {
    const points = (info as JsonObject)['points'];
    if (!Array.isArray(points)) return info as JsonObject;
    problems.report(
      'not-in-preview',
      spot.place,
      'The preview draws the first color of a gradient here.',
    );
    const [first] = points as readonly { readonly color: string }[];
    return hex(first?.color ?? hexOf[missing]);
  };

  const flat = (spot: Spot, missing: Missing = 'transparent'): JsonObject | null => {
    const read = scheme(spot, missing);
    if (read === null) return null;
    const light = flatten(spot, read['light'], missing);
    return 'dark' in read ? { light, dark: flatten(spot, read['dark'], missing) } : { light };
  };

  return Object.freeze({ scheme, flat });
};
