import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Finds what takes the focus over; it may look around the element that goes. */
export type FindHeir = (going: HTMLElement) => HTMLElement | null | undefined;

/**
 * Gives the focus to somebody else when an element that holds it goes away: the browser would put
 * it on the page itself, and whoever works by keyboard would have to start from the beginning.
 */
export const useFocusHeir = <Going extends HTMLElement>(
  findHeir: FindHeir,
): RefObject<Going | null> => {
  const going = useRef<Going>(null);
  const find = useRef(findHeir);
  useLayoutEffect(() => {
    const element = going.current;
    return () => {
      if (element?.contains(document.activeElement) === true) find.current(element)?.focus();
    };
  }, []);
  return going;
};
