import type { OfferingRow, WorkflowRow } from '../../shared/contract/rows.ts';
import type { AppState } from '../../shared/contract/stream.ts';
import type { Selection } from './ui-store.ts';

/** One line of the list: an offering with what it maps to, or a workflow that nothing maps to. */
export interface ListedItem {
  readonly kind: Selection['kind'];
  readonly id: string;
  readonly offering: OfferingRow | null;
  readonly workflow: WorkflowRow | undefined;
}

const byPosition = (one: OfferingRow, other: OfferingRow): number => one.position - other.position;

const itemsOf = (rows: AppState['rows']): readonly ListedItem[] => {
  const offerings = [...rows.offerings.values()].sort(byPosition);
  const mapped = new Set(offerings.map(({ workflowId }) => workflowId));
  const orphans = [...rows.workflows.values()].filter(({ id }) => !mapped.has(id));
  return [
    ...offerings.map((offering) => ({
      kind: 'offering' as const,
      id: offering.id,
      offering,
      workflow: offering.workflowId === null ? undefined : rows.workflows.get(offering.workflowId),
    })),
    ...orphans.map((workflow) => ({
      kind: 'workflow' as const,
      id: workflow.id,
      offering: null,
      workflow,
    })),
  ];
};

/** Many ask for them with every message; rows are never changed in place. */
const itemsOfRows = new WeakMap<AppState['rows'], readonly ListedItem[]>();

/** Every offering in the order of the response, then the workflows without an offering. */
export const listedItems = ({ rows }: Pick<AppState, 'rows'>): readonly ListedItem[] => {
  const items = itemsOfRows.get(rows) ?? itemsOf(rows);
  itemsOfRows.set(rows, items);
  return items;
};

/** What is selected, or what comes nearest: the current offering, else the first. */
export const selectedItem = (
  items: readonly ListedItem[],
  selection: Selection | null,
): ListedItem | null =>
  items.find(({ kind, id }) => kind === selection?.kind && id === selection.id) ??
  items.find(({ offering }) => offering?.isCurrent === true) ??
  items[0] ??
  null;
