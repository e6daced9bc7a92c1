import type { Documents } from '../../shared/contract/documents.ts';
import type { ListedItem } from './selection.ts';
import { type BrokenThing, brokenOnPurpose } from './world-status.ts';

type World = Pick<Documents['world'], 'isOnline' | 'isDiskFull' | 'faults'>;

/** What is broken on purpose that an offering and its workflow meet: not what is aimed at others. */
export const meantBy = (
  world: World,
  { offering, workflow, id }: Pick<ListedItem, 'offering' | 'workflow' | 'id'>,
): readonly BrokenThing[] => {
  const ids = [id, offering?.workflowId, workflow?.id];
  return brokenOnPurpose({
    ...world,
    faults: world.faults.filter((fault) => fault.id === null || ids.includes(fault.id)),
  });
};
