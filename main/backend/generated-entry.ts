import type { WorkflowSpec } from '../../shared/scenario/project-spec.ts';
import { compileWorkflow } from './generated-workflow.ts';
import type { WorkflowEdit, WorkflowEntry } from './project-source.ts';

const editOf = ({ revision, answersAs }: WorkflowSpec): WorkflowEdit =>
  answersAs === undefined ? { revision } : { revision, answersAs };

/** The list entry of a workflow that is made from its description. */
export const generatedEntry = (spec: WorkflowSpec): WorkflowEntry =>
  Object.freeze({
    id: spec.id,
    offering: spec.offering,
    prefetch: spec.prefetch,
    delivery: spec.delivery,
    hash: spec.hash,
    edit: editOf(spec),
    ownId: spec.id,
    generatedImages: spec.assets,
    item: { display_name: `Workflow ${spec.id}` },
    // Who it is shown to is the list's business: moving it must not change the body's url.
    compile: (edit: WorkflowEdit, cdn: string) => compileWorkflow({ ...spec, ...edit }, cdn),
  });
