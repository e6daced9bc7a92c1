import { type RefObject, useEffect, useState } from 'react';
import { aliveFilms } from './alive-films.ts';

/** Which of the films in a strip, known by `data-step`, are to be drawn. */
export const useAlive = (
  strip: RefObject<HTMLElement | null>,
  stepIds: readonly string[],
): readonly string[] => {
  const [alive, setAlive] = useState<readonly string[]>([]);
  useEffect(() => {
    const root = strip.current;
    if (root === null) return;
    const inSight = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const id = (target as HTMLElement).dataset['step'] ?? '';
          if (isIntersecting) inSight.add(id);
          else inSight.delete(id);
        }
        const ordered = stepIds.filter((id) => inSight.has(id));
        setAlive((before) => aliveFilms(ordered, before));
      },
      { root, rootMargin: '80px' },
    );
    for (const film of root.querySelectorAll('[data-step]')) observer.observe(film);
    return () => observer.disconnect();
  }, [strip, stepIds]);
  return alive;
};
