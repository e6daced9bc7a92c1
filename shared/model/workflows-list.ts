import { z } from 'zod';
import { type Decoded, decodeText, decodeValue, listOf } from './decode.ts';
import { type OfferingId, type WorkflowId, offeringId, workflowId } from './ids.ts';

const itemSchema = z
  .object({
    id: z.string(),
    display_name: z.string(),
    offering_id: z.string().nullish(),
    prefetch: z.boolean().nullish(),
  })
  .transform((item) => ({
    id: workflowId(item.id),
    displayName: item.display_name,
    offeringId: typeof item.offering_id === 'string' ? offeringId(item.offering_id) : null,
    prefetch: item.prefetch ?? false,
  }));

// One bad item makes the whole list malformed, as in the SDKs.
const listSchema = z.object({ workflows: listOf(itemSchema) });

export type ListItem = Readonly<z.infer<typeof itemSchema>>;
export type WorkflowsList = Readonly<{ workflows: readonly ListItem[] }>;

export const decodeWorkflowsList = (text: string): Decoded<WorkflowsList> =>
  decodeText(listSchema, text);

export const decodeWorkflowsListValue = (value: unknown): Decoded<WorkflowsList> =>
  decodeValue(listSchema, value);

/** Which workflow each offering shows, and the offerings that were named more than once. */
export interface OfferingMap {
  readonly workflowByOffering: ReadonlyMap<OfferingId, WorkflowId>;
  readonly duplicates: readonly OfferingId[];
}

/** The last entry of an offering wins; entries without an offering map nothing. */
export const mapOfferings = (list: WorkflowsList): OfferingMap => {
  const workflowByOffering = new Map<OfferingId, WorkflowId>();
  const duplicates = new Set<OfferingId>();
  for (const item of list.workflows) {
    if (item.offeringId === null) continue;
    if (workflowByOffering.has(item.offeringId)) duplicates.add(item.offeringId);
    workflowByOffering.set(item.offeringId, item.id);
  }
  return { workflowByOffering, duplicates: [...duplicates] };
};

/** The details to prefetch, in the list's order and each once; never one without an offering. */
export const prefetchedIds = (list: WorkflowsList): readonly WorkflowId[] => [
  ...new Set(
    list.workflows
      .filter((item) => item.prefetch && item.offeringId !== null)
      .map((item) => item.id),
  ),
];

/** The ids that the list marks for prefetching, whether they belong to an offering or not. */
export const markedForPrefetch = (list: WorkflowsList): ReadonlySet<WorkflowId> =>
  new Set(list.workflows.filter(({ prefetch }) => prefetch).map(({ id }) => id));

export const listedIds = (list: WorkflowsList): ReadonlySet<WorkflowId> =>
  new Set(list.workflows.map((item) => item.id));
