import { useEffect, useState } from 'react';
import type { Found } from './tree-model.ts';
import type { OpenTree } from './use-tree.ts';

export interface TreeSearch {
  readonly text: string;
  readonly found: Found | null;
  /** Which of them somebody is at, counted from 0. */
  readonly at: number;
  readonly setText: (text: string) => void;
  readonly step: (by: 1 | -1) => void;
}

/** Whoever types goes on typing. */
const restMs = 150;

/** Looks through all of the tree, opened or not. */
export const useSearch = (tree: OpenTree, subject: string): TreeSearch => {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [at, setAt] = useState(0);
  const { isReady, search, goTo } = tree;

  useEffect(() => {
    if (!isReady) return;
    let isOver = false;
    const timer = setTimeout(() => {
      void search(text).then((next) => {
        if (isOver) return;
        setFound(text.trim() === '' ? null : next);
        setAt(0);
        if (next.count > 0) goTo(0);
      });
    }, restMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
    // The functions are made anew each time, and do the same.
  }, [text, isReady, subject]);

  return {
    text,
    found,
    at,
    setText,
    step: (by) => {
      const count = found?.count ?? 0;
      if (count === 0) return;
      const next = (at + by + count) % count;
      setAt(next);
      goTo(next);
    },
  };
};
