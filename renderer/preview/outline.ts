import type { Area } from '../../shared/paywall/preview-page.ts';

/** A line around a part of the screen. */
export interface Outline {
  /** Around what is wrong, or around what somebody looks for. */
  draw(area: Area, why?: 'wrong' | 'sought'): void;
  remove(): void;
}

/** It lies over everything, moves nothing and is in nobody's way; what scrolls takes it away. */
export const createOutline = (): Outline => {
  const line = document.createElement('div');
  line.className = 'outline';
  const remove = (): void => {
    line.remove();
  };
  addEventListener('scroll', remove, { capture: true, passive: true });
  return Object.freeze<Outline>({
    remove,
    draw: ({ x, y, width, height }, why = 'wrong') => {
      line.className = why === 'wrong' ? 'outline' : 'outline outline--sought';
      Object.assign(line.style, {
        left: `${x}px`,
        top: `${y}px`,
        width: `${width}px`,
        height: `${height}px`,
      });
      document.body.append(line);
    },
  });
};
