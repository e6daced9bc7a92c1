import type { Outline, OutlineScreen, OutlineStep } from '../../shared/workflow/outline.ts';

/** A step that shows a screen of its own name; pressing what is called after a target leads to it. */
export const screenStep = (
  id: string,
  leadsTo: readonly string[] = [],
  more: Partial<OutlineStep> = {},
): OutlineStep => ({
  id,
  type: 'screen',
  screenId: id,
  triggers: leadsTo.map((target) => ({
    isOnPress: true,
    componentId: target,
    actionId: `to ${target}`,
  })),
  targets: Object.fromEntries(leadsTo.map((target) => [`to ${target}`, target])),
  experiment: null,
  ...more,
});

/** An experiment whose variants are called after the steps that they lead to. */
export const experimentStep = (
  id: string,
  variants: readonly string[],
  enrolledStepId: string | null = null,
): OutlineStep => ({
  ...screenStep(id),
  type: 'experiment',
  screenId: null,
  targets: Object.fromEntries(variants.map((variant) => [variant, variant])),
  experiment: {
    variants: variants.map((variant) => ({ id: variant, stepId: variant })),
    enrolledStepId,
    controlStepId: variants[0] ?? null,
  },
});

/** A screen that sells these packages; one that is selected by default has a star. */
export const sellingScreen = (
  id: string,
  packages: readonly string[] = [],
  more: Partial<OutlineScreen> = {},
): OutlineScreen => ({
  id,
  name: null,
  locales: ['en_US'],
  defaultLocale: 'en_US',
  offeringId: null,
  packages: packages.map((each) => ({
    id: each.replace('*', ''),
    isDefault: each.endsWith('*'),
  })),
  exitOfferingId: null,
  ...more,
});

/** A workflow of these steps that starts with the first; its screens sell nothing unless given. */
export const outlineWith = (
  steps: readonly OutlineStep[],
  more: Partial<Outline> = {},
): Outline => ({
  initialStepId: steps[0]?.id ?? '',
  singleStepFallbackId: null,
  steps,
  screens: steps.flatMap(({ screenId }) => (screenId === null ? [] : sellingScreen(screenId))),
  customVariables: [],
  ...more,
});
