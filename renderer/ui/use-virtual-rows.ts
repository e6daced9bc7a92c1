import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type RowWindow, rowWindow } from './row-window.ts';

interface VirtualRowsOptions {
  readonly count: number;
  readonly rowHeight: number;
  /** Stays at the end while rows are added there, until somebody scrolls away. */
  readonly followsEnd?: boolean;
  /**
   * How many rows left the beginning so far, less those that came before it: what is being read stays
   * where it is.
   */
  readonly dropped?: number;
}

interface VirtualRows extends RowWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Whether the end is in sight. */
  readonly isAtEnd: boolean;
  readonly onScroll: () => void;
  readonly reveal: (index: number) => void;
  readonly toEnd: () => void;
}

interface View {
  readonly top: number;
  readonly height: number;
  readonly isAtEnd: boolean;
}

/** Which rows of a long list are in sight: all rows have one height, and only these are drawn. */
export const useVirtualRows = (options: VirtualRowsOptions): VirtualRows => {
  const { count, rowHeight, followsEnd = false, dropped = 0 } = options;
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>({ top: 0, height: 0, isAtEnd: true });

  const look = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const { scrollTop: top, clientHeight: height, scrollHeight } = element;
    setView({ top, height, isAtEnd: top + height >= scrollHeight - rowHeight });
  }, [rowHeight]);

  const toEnd = useCallback(() => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    look();
  }, [look]);

  const mustFollow = followsEnd && view.isAtEnd;

  // The height is only known once it is laid out, and changes with the window. A list that becomes
  // lower has not been scrolled away from its end.
  useEffect(() => {
    if (scroller.current === null) return;
    const observer = new ResizeObserver(mustFollow ? toEnd : look);
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [look, toEnd, mustFollow]);

  const droppedBefore = useRef(dropped);
  useLayoutEffect(() => {
    const above = dropped - droppedBefore.current;
    droppedBefore.current = dropped;
    if (above === 0 || mustFollow) return;
    scroller.current?.scrollBy({ top: -above * rowHeight });
    look();
  }, [dropped, mustFollow, rowHeight, look]);

  useLayoutEffect(() => {
    if (mustFollow) toEnd();
  }, [count, mustFollow, view.height, toEnd]);

  const reveal = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (element === null) return;
      const [top, end] = [index * rowHeight, (index + 1) * rowHeight];
      if (top < element.scrollTop) element.scrollTo({ top });
      else if (end > element.scrollTop + element.clientHeight)
        element.scrollTo({ top: end - element.clientHeight });
    },
    [rowHeight],
  );

  const { top, height, isAtEnd } = view;
  return {
    ...rowWindow({ count, rowHeight, top, height }),
    scroller,
    isAtEnd,
    onScroll: look,
    reveal,
    toEnd,
  };
};
