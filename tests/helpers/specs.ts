import type {
  OfferingSpec,
  ProjectSpec,
  WorkflowSpec,
} from '../../shared/scenario/project-spec.ts';

/** An offering as a scenario means it where it says nothing. */
export const offering = (spec: Partial<OfferingSpec> & { readonly id: string }): OfferingSpec => ({
  current: false,
  legacy: false,
  packages: ['$rc_monthly', '$rc_annual'],
  paywall: true,
  ...spec,
});

/** A workflow as a scenario means it where it says nothing. */
export const workflow = (spec: Partial<WorkflowSpec> & { readonly id: string }): WorkflowSpec => ({
  offering: null,
  prefetch: false,
  delivery: 'inline',
  hash: 'right',
  revision: 1,
  steps: 1,
  assets: 0,
  bytes: 0,
  ...spec,
});

export const projectSpec: ProjectSpec = {
  offerings: [
    offering({ id: 'default' }),
    offering({ id: 'sale' }),
    offering({ id: 'old', legacy: true }),
    offering({ id: 'bare', paywall: false }),
  ],
  workflows: [
    workflow({ id: 'wf_a', offering: 'default', prefetch: true, assets: 2 }),
    workflow({ id: 'wf_b', delivery: 'cdn', prefetch: true, assets: 1 }),
  ],
};
