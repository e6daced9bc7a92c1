import { type Json, isJsonObject } from '../backend/json.ts';
import type { WorkflowEdit, WorkflowEntry } from '../backend/project-source.ts';
import { type AddressWriter, withAssetAddresses } from './asset-addresses.ts';

/** A workflow, and the CDN paths of the files that its screens use. */
export interface FolderWorkflow {
  readonly entry: WorkflowEntry;
  readonly assetPaths: ReadonlySet<string>;
}

export interface WorkflowParts {
  /** As it stands in the list. */
  readonly item: Json;
  readonly delivery: WorkflowEntry['delivery'];
  /** The compiled workflow. */
  readonly body: Json;
  readonly address: AddressWriter;
}

const edited = (body: Json, { revision, answersAs }: WorkflowEdit): Json => {
  const metadata = isJsonObject(body['metadata']) ? body['metadata'] : {};
  return {
    ...body,
    ...(answersAs === undefined ? {} : { id: answersAs }),
    ...(revision === undefined ? {} : { metadata: { ...metadata, revision } }),
  };
};

/** The list entry of a workflow that stands in a file. */
export const workflowEntry = ({ item, delivery, body, address }: WorkflowParts): WorkflowEntry =>
  Object.freeze({
    id: String(item['id']),
    offering: typeof item['offering_id'] === 'string' ? item['offering_id'] : null,
    prefetch: item['prefetch'] === true,
    delivery,
    hash: 'right' as const,
    edit: {},
    ownId: String(body['id']),
    generatedImages: 0,
    item: Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'delivery')),
    compile: (edit: WorkflowEdit, cdn: string) =>
      withAssetAddresses(edited(body, edit), cdn, address),
  });
