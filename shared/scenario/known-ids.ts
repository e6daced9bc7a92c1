import type { OfferingSpec, ProjectChange, ProjectSpec, WorkflowSpec } from './project-spec.ts';

/** Every id that a project has at any time of a scenario. */
export interface KnownIds {
  /** Entries of the list. */
  readonly listed: ReadonlySet<string>;
  /** These, the ids that bodies carry, and those of workflows that are made from an offering. */
  readonly workflows: ReadonlySet<string>;
  readonly offerings: ReadonlySet<string>;
}

const knownIds = (
  listed: readonly string[],
  answered: readonly string[],
  offerings: readonly string[],
): KnownIds => ({
  listed: new Set(listed),
  workflows: new Set([...listed, ...answered]),
  offerings: new Set(offerings),
});

const present = (id: string | null | undefined): readonly string[] => (id == null ? [] : [id]);

const ofWorkflow = ({ id, offering, answersAs }: WorkflowSpec): KnownIds =>
  knownIds([id], present(answersAs), present(offering));

/** The backend makes a workflow of an offering that has its own paywall. */
const ofOffering = ({ id, paywall, legacy }: OfferingSpec): KnownIds =>
  knownIds([], paywall && !legacy ? [`wf_${id}`] : [], [id]);

const union = (parts: readonly KnownIds[]): KnownIds => ({
  listed: new Set(parts.flatMap(({ listed }) => [...listed])),
  workflows: new Set(parts.flatMap(({ workflows }) => [...workflows])),
  offerings: new Set(parts.flatMap(({ offerings }) => [...offerings])),
});

/** The ids of a project that a scenario describes itself. */
export const idsOfSpec = ({ offerings, workflows }: ProjectSpec): KnownIds =>
  union([...offerings.map(ofOffering), ...workflows.map(ofWorkflow)]);

const ofChange = (change: ProjectChange): KnownIds => {
  if (change.kind === 'add') return ofWorkflow(change.workflow);
  if (change.kind === 'offerings') return union(change.offerings.map(ofOffering));
  if (change.kind === 'remove') return knownIds([], [], []);
  return knownIds([], present(change.to.answersAs), present(change.to.offering));
};

/** What a project has from the start, and what edits bring to it. */
export const withChanges = (known: KnownIds, changes: readonly ProjectChange[]): KnownIds =>
  union([known, ...changes.map(ofChange)]);
