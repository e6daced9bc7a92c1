import { useEffect, useState } from 'react';
import type { DiskState } from '../../../shared/contract/disk.ts';
import { useActions, useApp } from '../../app/window-context.ts';
import type { ListedItem } from '../../state/selection.ts';

/** What comes in quick succession is looked at once. */
const restMs = 200;

/** What is on disk, looked at again whenever something may have changed there; null: not yet. */
export const useDisk = (item: ListedItem | null): DiskState | null => {
  const { readDisk } = useActions();
  const [disk, setDisk] = useState<DiskState | null>(null);
  const caches = useApp(({ documents }) => documents.caches);
  const row = item?.workflow;
  const workflow = row?.id ?? item?.offering?.workflowId ?? null;

  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => {
      void readDisk(workflow).then((found) => {
        if (!isOver && found !== null) setDisk(found);
      });
    }, restMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [readDisk, workflow, caches, row]);

  return disk;
};
