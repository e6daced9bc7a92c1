import type { Area } from '../../shared/paywall/preview-page.ts';

/** Plain numbers, rounded: findings are read by people. */
export const areaOf = ({ x, y, width, height }: Area): Area => {
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  return { x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height) };
};

/** What two areas have in common; its width or height is negative where that is nothing. */
export const intersection = (a: Area, b: Area): Area => {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.min(a.x + a.width, b.x + b.width) - x,
    height: Math.min(a.y + a.height, b.y + b.height) - y,
  };
};

export const isNothing = ({ width, height }: Area): boolean => width <= 0 || height <= 0;

/** How far an area reaches beyond a box, to the sides and up or down. */
export const excess = (inner: Area, box: Area) => ({
  sideways: Math.max(box.x - inner.x, inner.x + inner.width - (box.x + box.width), 0),
  upright: Math.max(box.y - inner.y, inner.y + inner.height - (box.y + box.height), 0),
});
