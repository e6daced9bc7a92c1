import type { WorkflowSpec } from '../../shared/scenario/project-spec.ts';
import type { ServedFile } from './backend.ts';
import type { Json } from './json.ts';

/** What was changed about a workflow's body since it was published first. */
export interface WorkflowEdit {
  readonly revision?: number;
  readonly answersAs?: string;
}

/** One entry of the workflows list, and how its detail is answered. Never changed, only replaced. */
export interface WorkflowEntry {
  readonly id: string;
  readonly offering: string | null;
  readonly prefetch: boolean;
  readonly delivery: WorkflowSpec['delivery'];
  readonly hash: WorkflowSpec['hash'];
  readonly edit: WorkflowEdit;
  /** The id in the body, before any edit. */
  readonly ownId: string;
  /** How many generated images its screens use. */
  readonly generatedImages: number;
  /** The list's item, but for what stands above. */
  readonly item: Json;
  /** The compiled workflow, with the CDN's origin in its addresses. */
  compile(edit: WorkflowEdit, cdn: string): Json;
}

/** Where the offerings response comes from. */
export interface OfferingsSource {
  readonly ids: readonly string[];
  response(cdn: string): Json;
  /** The workflow that the backend makes of an offering with a components paywall (#3598). */
  convert(offering: string, cdn: string): Json | null;
}

/** What a served project starts from. */
export interface ProjectSource {
  readonly name: string;
  readonly entries: readonly WorkflowEntry[];
  readonly offerings: OfferingsSource;
  /** What the list response has beside `workflows`. */
  readonly list: Json;
  asset(path: string): ServedFile | null;
}

/** The id of the workflow that an offering is converted to. */
export const convertedId = (offering: string): string => `wf_${offering}`;

/** The ids by which an entry's files can be named: the listed one first. */
export const idsOf = (entry: WorkflowEntry): readonly string[] => {
  const own = entry.edit.answersAs ?? entry.ownId;
  return own === '' || own === entry.id ? [entry.id] : [entry.id, own];
};
