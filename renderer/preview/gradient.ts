import { type Rgba, readColor } from './css-color.ts';

interface Stop {
  readonly color: Rgba;
  /** 0–1 along the gradient. */
  readonly at: number;
}

/** A gradient that a paywall can have: straight at an angle, or round from the middle. */
export interface Gradient {
  /** Clockwise from upwards; null: it is a round one. */
  readonly degrees: number | null;
  readonly stops: readonly Stop[];
}

const form = /^(linear|radial)-gradient\((.*)\)$/;
const stopForm = /((?:rgba?|color)\([^()]*\))\s+(-?[\d.]+)%/g;

const stopsIn = (text: string): readonly Stop[] => {
  let least = 0;
  return [...text.matchAll(stopForm)].map(([, color = '', percent = '']) => {
    // One that stands before the last one is where that is.
    least = Math.max(least, Number(percent) / 100);
    return { color: readColor(color), at: least };
  });
};

/** Reads a computed `background-image`; null where it is no gradient, or more than one. */
export const readGradient = (computed: string): Gradient | null => {
  const [, kind, inside = ''] = form.exec(computed) ?? [];
  if (kind === undefined || inside.includes('gradient(')) return null;
  const stops = stopsIn(inside);
  if (stops.length === 0) return null;
  const [, angle = '180'] = /^(-?[\d.]+(?:e[+-]?\d+)?)deg/.exec(inside) ?? [];
  return { degrees: kind === 'linear' ? Number(angle) : null, stops };
};

const mixed = (a: Rgba, b: Rgba, part: number): Rgba => {
  const opacity = a[3] * (1 - part) + b[3] * part;
  const channel = (index: 0 | 1 | 2): number =>
    opacity === 0 ? 0 : (a[index] * a[3] * (1 - part) + b[index] * b[3] * part) / opacity;
  return [channel(0), channel(1), channel(2), opacity];
};

const colorAlong = (stops: readonly Stop[], at: number): Rgba => {
  const next = stops.find((stop) => stop.at >= at) ?? stops.at(-1);
  const last = stops.findLast((stop) => stop.at < at) ?? next;
  if (next === undefined || last === undefined) return [0, 0, 0, 0];
  if (next.at <= last.at) return next.color;
  return mixed(last.color, next.color, Math.min(1, (at - last.at) / (next.at - last.at)));
};

/** How far along the gradient a point is, given from the middle of a box of this size. */
const partAt = (
  { degrees }: Gradient,
  [x, y]: readonly [number, number],
  [width, height]: readonly [number, number],
): number => {
  if (degrees === null) return Math.hypot(x, y) / (Math.hypot(width, height) / 2 || 1);
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const length = Math.abs(width * sin) + Math.abs(height * cos) || 1;
  return (x * sin - y * cos) / length + 0.5;
};

/** The colour of a gradient at a point, given from the middle of the box that it fills. */
export const colorAt = (
  gradient: Gradient,
  point: readonly [number, number],
  size: readonly [number, number],
): Rgba => colorAlong(gradient.stops, partAt(gradient, point, size));
