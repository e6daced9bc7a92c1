import type { Axis } from '../layout/axis.ts';
import type { Range } from './view.ts';

export interface Tick {
  readonly place: number;
  readonly at: number;
  /** Whether its label needs milliseconds. */
  readonly isFine: boolean;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

const steps: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12, 24, 48, 168].map((count) => count * hour),
];

/** Room for a label, in pixels. */
const coarseLabel = 76;
const fineLabel = 100;

/** The smallest step whose labels do not touch. */
export const stepFor = (perPixel: number): number =>
  steps.find((step) => step / perPixel >= (step < second ? fineLabel : coarseLabel)) ??
  7 * 24 * hour;

/** Times as a clock has them, from a place to a place between which it does not jump. */
const ticksBetween = (axis: Axis, from: number, to: number, step: number): readonly Tick[] => {
  const offset = from - axis.timeAt(from);
  const first = Math.ceil((from - offset) / step) * step;
  const count = Math.max(0, Math.floor((to - offset - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => {
    const at = first + index * step;
    return { place: at + offset, at, isFine: step < second };
  });
};

/** Where times are written along the axis. */
export const ticksFor = (axis: Axis, { from, to }: Range, width: number): readonly Tick[] => {
  if (width <= 0 || to <= from) return [];
  const perPixel = (to - from) / width;
  const step = stepFor(perPixel);
  const jumps = axis.breaksIn(from, to).map(({ place }) => place);
  const edges = [from, ...jumps, to];
  const all = edges
    .slice(1)
    .flatMap((end, index) => ticksBetween(axis, edges[index] ?? from, end, step));
  const room = step < second ? fineLabel : coarseLabel;
  let free = -Infinity;
  return all.filter(({ place }) => {
    const x = (place - from) / perPixel;
    if (x < free) return false;
    free = x + room;
    return true;
  });
};
