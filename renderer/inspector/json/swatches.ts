type Fields = Readonly<Record<string, unknown>>;

/** Colours by the names that a project has for them. */
export type NamedColors = Fields;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** It comes from outside, and is written into a style: nothing but these gets there. */
const safeColor = /^(?:#[0-9a-f]{3,8}|rgba?\([0-9.,%/ ]{3,40}\))$/i;

const isColor = (value: unknown): value is string =>
  typeof value === 'string' && safeColor.test(value);

/** An alias may name another one, or itself. */
const mostSteps = 8;

const stopOf = (point: unknown): string | null => {
  if (!isFields(point) || !isColor(point['color'])) return null;
  const percent = point['percent'];
  return typeof percent === 'number' ? `${point['color']} ${percent}%` : point['color'];
};

const gradientOf = (points: unknown): readonly string[] => {
  const stops = Array.isArray(points) ? points.slice(0, 20).map(stopOf) : [];
  const safe = stops.filter((stop) => stop !== null);
  return safe.length < 2 ? [] : [`linear-gradient(90deg, ${safe.join(', ')})`];
};

/** What a value looks like where it is a colour: one, or one for light and one for dark. */
export const swatchesOf = (
  value: unknown,
  colors: NamedColors,
  steps = mostSteps,
): readonly string[] => {
  if (isColor(value)) return [value];
  if (!isFields(value) || steps === 0) return [];
  const { type, value: inner, points, light, dark } = value as Fields & Record<string, unknown>;
  if (type === 'alias')
    return typeof inner === 'string' && Object.hasOwn(colors, inner)
      ? swatchesOf(colors[inner], colors, steps - 1)
      : [];
  if (type === 'linear' || type === 'radial') return gradientOf(points);
  if (isColor(inner)) return [inner];
  return [light, dark].flatMap((side) =>
    isFields(side) ? swatchesOf(side, colors, steps - 1).slice(0, 1) : [],
  );
};
