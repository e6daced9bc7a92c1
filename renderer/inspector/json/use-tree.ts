import { useCallback, useEffect, useRef, useState } from 'react';
import type { TreeClient } from './tree-link.ts';
import type { Found, TreeRow } from './tree-model.ts';
import type { Stand, TreeWish } from './tree-shelf.ts';

export interface TreeSource {
  readonly json: string;
  readonly head: string | null;
}

/** The row that the keyboard is at. */
export interface ActiveRow {
  readonly index: number;
  readonly row: TreeRow;
}

export interface OpenTree {
  readonly isReady: boolean;
  readonly count: number;
  /** Another number whenever the rows are others. */
  readonly version: number;
  readonly active: ActiveRow | null;
  /** Another number whenever it is to be brought into sight. */
  readonly wanted: number;
  readonly go: (index: number) => void;
  readonly setOpen: (row: TreeRow, isOpen: boolean) => void;
  readonly goToParent: (row: TreeRow) => void;
  readonly reveal: (place: string) => void;
  readonly search: (text: string) => Promise<Found>;
  readonly goTo: (found: number) => void;
}

interface Shape {
  readonly isReady: boolean;
  readonly count: number;
  readonly version: number;
}

const nothing: Shape = { isReady: false, count: 0, version: 0 };

/** One tree of the shelf, and where somebody is in it. */
export const useTree = (
  client: TreeClient | null,
  source: TreeSource,
  { root, screenId }: TreeWish,
): OpenTree => {
  const [shape, setShape] = useState(nothing);
  const [active, setActive] = useState<ActiveRow | null>(null);
  const [wanted, setWanted] = useState(0);
  /** Keys that are held down are faster than answers. */
  const target = useRef(0);

  const follow = useCallback(
    async (stand: Stand): Promise<void> => {
      setShape(({ version }) => ({ isReady: true, count: stand.count, version: version + 1 }));
      const index = stand.index ?? -1;
      if (client === null || index < 0) return;
      target.current = index;
      const [row] = await client.rows(index, index + 1);
      if (row !== undefined && target.current === index) setActive({ index, row });
    },
    [client],
  );

  const { json, head } = source;
  useEffect(() => {
    void client?.load(json, head);
  }, [client, json, head]);

  useEffect(() => {
    if (client === null) return;
    setShape(nothing);
    setActive(null);
    target.current = 0;
    void client.show({ root, screenId }).then(follow);
  }, [client, json, head, root, screenId, follow]);

  const bring = (stand: Promise<Stand> | undefined): void =>
    void stand?.then(follow).then(() => setWanted((number) => number + 1));

  return {
    ...shape,
    active,
    wanted,
    go: (index) => {
      if (client === null || shape.count === 0) return;
      const next = Math.max(0, Math.min(shape.count - 1, index));
      target.current = next;
      void client.rows(next, next + 1).then(([row]) => {
        if (row === undefined || target.current !== next) return;
        setActive({ index: next, row });
        setWanted((number) => number + 1);
      });
    },
    setOpen: (row, isOpen) => void client?.setOpen(row.id, isOpen).then(follow),
    goToParent: (row) =>
      void client?.parentOf(row.id).then((index) => {
        if (index !== null) bring(Promise.resolve({ count: shape.count, index }));
      }),
    reveal: (place) => bring(client?.reveal(place)),
    search: (text) => client?.search(text) ?? Promise.resolve({ count: 0, isCut: false }),
    goTo: (found) => bring(client?.goTo(found)),
  };
};
