import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { messages } from '../../messages.ts';
import type { Severity } from '../../state/stage-problems.ts';
import { useVirtualRows } from '../../ui/use-virtual-rows.ts';
import { JsonRow } from './json-row.tsx';
import type { TreeClient } from './tree-link.ts';
import type { TreeRow } from './tree-model.ts';
import type { OpenTree } from './use-tree.ts';

const rowHeight = 24;
const pageRows = 10;

interface Page {
  readonly first: number;
  readonly rows: readonly TreeRow[];
}

interface JsonTreeProps {
  readonly client: TreeClient | null;
  readonly tree: OpenTree;
  /** How bad something is at a place, or below it. */
  readonly marks: ReadonlyMap<string, Severity>;
}

/** The rows that are in sight, as the worker has them. */
const usePage = (client: TreeClient | null, version: number, first: number, end: number): Page => {
  const [page, setPage] = useState<Page>({ first: 0, rows: [] });
  useEffect(() => {
    let isOver = false;
    void client?.rows(first, end).then((rows) => {
      if (!isOver) setPage({ first, rows });
    });
    return () => {
      isOver = true;
    };
  }, [client, version, first, end]);
  return page;
};

/** Right opens, or goes in; Left closes, or goes out, as in every tree. */
const moveIn = (tree: OpenTree, isInward: boolean): void => {
  if (tree.active === null) return;
  const { index, row } = tree.active;
  const isBranch = row.children > 0;
  if (isInward && isBranch && !row.isOpen) tree.setOpen(row, true);
  else if (isInward && isBranch) tree.go(index + 1);
  else if (!isInward && row.isOpen) tree.setOpen(row, false);
  else if (!isInward) tree.goToParent(row);
};

const keyDeeds = (tree: OpenTree): Readonly<Record<string, () => void>> => {
  const index = tree.active?.index ?? -1;
  const toggle = (): void => {
    if (tree.active !== null) tree.setOpen(tree.active.row, !tree.active.row.isOpen);
  };
  return {
    ArrowDown: () => tree.go(index + 1),
    ArrowUp: () => tree.go(index - 1),
    PageDown: () => tree.go(index + pageRows),
    PageUp: () => tree.go(index - pageRows),
    Home: () => tree.go(0),
    End: () => tree.go(tree.count - 1),
    ArrowRight: () => moveIn(tree, true),
    ArrowLeft: () => moveIn(tree, false),
    Enter: toggle,
    ' ': toggle,
  };
};

/** JSON as a tree: only the rows in sight are drawn, whatever its size. */
export const JsonTree = ({ client, tree, marks }: JsonTreeProps) => {
  const id = useId();
  const { count, version, active, wanted } = tree;
  const rows = useVirtualRows({ count, rowHeight });
  const { indexes, totalHeight, scroller, onScroll, reveal } = rows;
  const first = indexes[0] ?? 0;
  const page = usePage(client, version, first, first + indexes.length);
  const index = active?.index ?? null;

  useEffect(() => {
    if (wanted > 0 && index !== null) reveal(index);
  }, [wanted, index, reveal]);

  const press = (event: KeyboardEvent): void => {
    const deed = keyDeeds(tree)[event.key];
    if (deed === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    deed();
  };

  return (
    <div
      ref={scroller}
      role="tree"
      aria-label={messages.inspector.json.tree}
      aria-activedescendant={active === null ? undefined : `${id}-${active.row.id}`}
      tabIndex={0}
      className="json-tree"
      onScroll={onScroll}
      onKeyDown={press}
      onFocus={() => {
        if (active === null) tree.go(0);
      }}
    >
      <div className="json-tree__rows" style={{ height: totalHeight }} role="presentation">
        {page.rows.map((each, place) => (
          <JsonRow
            key={each.id}
            id={`${id}-${each.id}`}
            row={each}
            top={(page.first + place) * rowHeight}
            isActive={each.id === active?.row.id}
            severity={marks.get(each.place) ?? null}
            onPress={() => tree.go(page.first + place)}
            onToggle={() => tree.setOpen(each, !each.isOpen)}
          />
        ))}
      </div>
    </div>
  );
};
