import type { ProjectChange } from '../../shared/scenario/project-spec.ts';
import { generatedEntry } from './generated-entry.ts';
import type { WorkflowEdit, WorkflowEntry } from './project-source.ts';

type WorkflowChange = Extract<ProjectChange, { kind: 'workflow' }>['to'];

const edited = (edit: WorkflowEdit, { revision, answersAs }: WorkflowChange): WorkflowEdit => ({
  ...edit,
  ...(revision === undefined ? {} : { revision }),
  ...(answersAs === undefined ? {} : { answersAs }),
});

const changed = (entry: WorkflowEntry, to: WorkflowChange): WorkflowEntry =>
  Object.freeze({
    ...entry,
    offering: to.offering === undefined ? entry.offering : to.offering,
    prefetch: to.prefetch ?? entry.prefetch,
    delivery: to.delivery ?? entry.delivery,
    hash: to.hash ?? entry.hash,
    edit: edited(entry.edit, to),
  });

/** The list's entries after a change; one of a workflow applies to all entries with its id. */
export const changeEntries = (
  entries: readonly WorkflowEntry[],
  change: Exclude<ProjectChange, { kind: 'offerings' }>,
): readonly WorkflowEntry[] => {
  switch (change.kind) {
    case 'workflow':
      return entries.map((entry) => (entry.id === change.id ? changed(entry, change.to) : entry));
    case 'remove':
      return entries.filter((entry) => entry.id !== change.id);
    case 'add':
      return [...entries, generatedEntry(change.workflow)];
  }
};
