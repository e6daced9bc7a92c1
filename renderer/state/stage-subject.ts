import type { Documents } from '../../shared/contract/documents.ts';
import type { OfferingRow, WorkflowRow } from '../../shared/contract/rows.ts';
import type { AppState } from '../../shared/contract/stream.ts';
import { type Presentation, presentationOf } from '../../shared/stage/presentation.ts';
import type { ListedItem } from './selection.ts';

/** Something with screens that can be read, or made here. */
export interface PaperName {
  readonly kind: 'workflow' | 'own-paywall' | 'default-paywall';
  /** Of the workflow, or of the offering. */
  readonly id: string;
  /** What it was opened for; null: a workflow by itself. */
  readonly offeringId: string | null;
  /** What is made here is made of the offerings, and has their hash. */
  readonly bodyHash: string | null;
}

/** What the stage is about, and what a customer would be shown of it. */
export interface StageSubject {
  readonly key: string;
  readonly offering: OfferingRow | null;
  readonly workflow: WorkflowRow | null;
  /** What its workflow is asked for by; null: there is nothing to ask for. */
  readonly askId: string | null;
  /** Whether an app that presents it would ask for a workflow. */
  readonly hasWorkflow: boolean;
  readonly presentation: Presentation;
  readonly wanted: PaperName | null;
}

type Caches = Documents['caches'];

const wantedOf = (
  shows: Presentation['shows'],
  { offering, workflow }: Pick<StageSubject, 'offering' | 'workflow'>,
  { offerings }: Caches,
): PaperName | null => {
  if (shows === 'workflow' && workflow?.copy != null)
    return {
      kind: shows,
      id: workflow.id,
      offeringId: offering?.id ?? null,
      bodyHash: workflow.copy.bodyHash,
    };
  if (offering === null) return null;
  const own = { id: offering.id, offeringId: offering.id };
  if (shows === 'own-paywall' && offerings.copy !== null)
    return { kind: shows, ...own, bodyHash: offerings.copy.bodyHash };
  return shows === 'default-paywall'
    ? { kind: shows, ...own, bodyHash: offerings.copy?.bodyHash ?? null }
    : null;
};

const itemOfExit = (
  { offerings, workflows }: AppState['rows'],
  offeringId: string,
): Pick<ListedItem, 'offering' | 'workflow' | 'kind' | 'id'> | null => {
  const offering = offerings.get(offeringId);
  if (offering === undefined) return null;
  const workflow = offering.workflowId === null ? undefined : workflows.get(offering.workflowId);
  return { kind: 'offering', id: offeringId, offering, workflow };
};

/** A workflow by itself is mapped to nothing, and is one all the same. */
const isMapped = (offering: OfferingRow | null): boolean =>
  offering === null || (offering.workflowId !== null && !offering.isLegacy);

/** What is on the stage: what is selected, or the offering that was offered to who left that. */
export const subjectOf = (
  rows: AppState['rows'],
  caches: Caches,
  selected: ListedItem | null,
  exitOfferingId: string | null,
): StageSubject => {
  const item = (exitOfferingId === null ? null : itemOfExit(rows, exitOfferingId)) ?? selected;
  const known = { offering: item?.offering ?? null, workflow: item?.workflow ?? null };
  const { offerings, list } = caches;
  const presentation = presentationOf({ ...known, offerings, list });
  return {
    key: item === null ? '' : `${item.kind} ${item.id}`,
    ...known,
    askId: item?.id ?? null,
    hasWorkflow: item !== null && isMapped(known.offering),
    presentation,
    wanted: wantedOf(presentation.shows, known, caches),
  };
};

/** Whether both are the same thing, in whatever revision. */
export const isSameThing = (one: PaperName | null, other: PaperName | null): boolean =>
  one?.kind === other?.kind && one?.id === other?.id && one?.offeringId === other?.offeringId;

export const isSamePaper = (one: PaperName | null, other: PaperName | null): boolean =>
  isSameThing(one, other) && one?.bodyHash === other?.bodyHash;
