import type { ServedProject } from '../../../backend/backend.ts';
import { createGeneratedProject } from '../../../backend/generated-project.ts';
import type { OfferingSpec, WorkflowSpec } from '../../../../shared/scenario/project-spec.ts';

/** What the backend of a bench serves, in a form that can be told to another process. */
export interface ProjectPlan {
  readonly workflows: readonly (Partial<WorkflowSpec> & { readonly id: string })[];
}

/** The size of an envelope's workflow: what a paywall of a few screens has. */
export const envelopeBytes = 20_000;
/** So many screens of text and buttons have nearly that size by themselves; little is padding. */
const envelopeSteps = 9;

const offeringOf = (id: string): OfferingSpec => ({
  id,
  current: false,
  legacy: false,
  packages: ['$rc_monthly', '$rc_annual'],
  paywall: true,
});

const workflowOf = (plan: ProjectPlan['workflows'][number]): WorkflowSpec => ({
  offering: null,
  prefetch: false,
  delivery: 'inline',
  hash: 'right',
  revision: 1,
  steps: envelopeSteps,
  assets: 0,
  bytes: envelopeBytes,
  ...plan,
});

/** The id of the n-th workflow. */
export const workflowName = (number: number): string => `wf_${number}`;

/** So many workflows for prefetching, each with an offering. */
export const prefetched = (count: number): ProjectPlan['workflows'] =>
  Array.from({ length: count }, (_, number) => ({
    id: workflowName(number),
    offering: `offering_${number}`,
    prefetch: true,
  }));

/** Makes the project of a plan. */
export const projectOf = ({ workflows }: ProjectPlan): ServedProject => {
  const specs = workflows.map(workflowOf);
  const offerings = specs.flatMap(({ offering }) =>
    offering === null ? [] : offeringOf(offering),
  );
  return createGeneratedProject({ offerings, workflows: specs });
};
