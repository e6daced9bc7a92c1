import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { firstFitting, nextFitting } from './fitting.ts';

interface FittingRow {
  /** As wide as there is room. */
  readonly room: RefObject<HTMLDivElement | null>;
  /** As wide as what is in it. */
  readonly row: RefObject<HTMLDivElement | null>;
  /** How many have to go elsewhere. */
  readonly moved: number;
}

/** Finds out how many things of a row have no room in it, whatever their words and the window are. */
export const useFitting = (most: number): FittingRow => {
  const room = useRef<HTMLDivElement>(null);
  const row = useRef<HTMLDivElement>(null);
  const [fitting, setFitting] = useState(firstFitting);

  // Without dependencies: step by step until it fits, before anything is painted.
  useLayoutEffect(() => {
    const [outer, inner] = [room.current, row.current];
    if (outer === null || inner === null) return;
    const look = (): void => {
      const [needed, available] = [inner.offsetWidth, outer.clientWidth];
      if (available > 0) setFitting((now) => nextFitting(now, { needed, available, most }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  });

  return { room, row, moved: fitting.moved };
};
