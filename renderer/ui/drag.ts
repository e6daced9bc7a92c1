import type { PointerEvent } from 'react';

/** Follows a press until it is let go, and says how far the pointer has moved since, in pixels. */
export const drag = (
  down: PointerEvent<HTMLElement>,
  along: 'x' | 'y',
  onMove: (by: number) => void,
): void => {
  const target: HTMLElement = down.currentTarget;
  const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }): number =>
    along === 'x' ? clientX : clientY;
  const start = placeOf(down);
  const dragging = new AbortController();
  const { signal } = dragging;
  target.setPointerCapture(down.pointerId);
  target.addEventListener('pointermove', (move) => onMove(placeOf(move) - start), { signal });
  target.addEventListener('lostpointercapture', () => dragging.abort(), { signal });
};
