import { isAbsent } from '../model/decode.ts';
import type { EnrolledVariants } from '../model/envelope.ts';
import type { Screen, Step, Workflow } from '../model/workflow.ts';
import { isObject, isPlain, objectOf, own } from '../paywall/wire/json.ts';
import { experimentOf } from './experiments.ts';
import type { Outline, OutlineScreen, OutlineStep } from './outline.ts';
import { packagesIn } from './packages-in.ts';

type Variable = Outline['customVariables'][number];

const targetsOf = ({ triggerActions }: Step): OutlineStep['targets'] =>
  objectOf(
    Object.entries(triggerActions).flatMap(([actionId, action]) =>
      action.type === 'step' ? [[actionId, action.stepId] as const] : [],
    ),
  );

// What finds a step is its key, whatever it calls itself.
const outlineStep = (id: string, step: Step, enrolled: EnrolledVariants | null): OutlineStep => ({
  id,
  type: step.type,
  screenId: step.screenId,
  triggers: step.triggers.map(({ type, componentId, actionId }) => ({
    isOnPress: type === 'on_press',
    componentId,
    actionId,
  })),
  targets: targetsOf(step),
  experiment: experimentOf(step, enrolled),
});

const outlineScreen = (id: string, screen: Screen): OutlineScreen => ({
  id,
  name: screen.name,
  locales: Object.keys(screen.components_localizations),
  defaultLocale: screen.default_locale,
  offeringId: screen.offering_identifier ?? screen.offering_id,
  packages: packagesIn(screen.components_config),
  exitOfferingId: screen.exitOffers.dismissOfferingId,
});

const types = ['string', 'number', 'boolean'] as const;

const outlineVariable = (name: string, declaration: unknown): Variable => {
  const value = own(declaration, 'default_value');
  const declared = own(declaration, 'type');
  return {
    name,
    type: types.find((type) => type === declared || type === typeof value) ?? 'string',
    defaultValue: isPlain(value) ? value : null,
  };
};

const variablesOf = (uiConfig: unknown): readonly Variable[] => {
  const declared = own(uiConfig, 'custom_variables');
  return isObject(declared)
    ? Object.entries(declared)
        .filter(([, declaration]) => !isAbsent(declaration))
        .map(([name, declaration]) => outlineVariable(name, declaration))
    : [];
};

/** What a window must know of a workflow to walk through it. */
export const outlineOf = (
  workflow: Workflow,
  enrolled: EnrolledVariants | null = null,
): Outline => ({
  initialStepId: workflow.initialStepId,
  singleStepFallbackId: workflow.singleStepFallbackId,
  steps: Object.entries(workflow.steps).map(([id, step]) => outlineStep(id, step, enrolled)),
  screens: Object.entries(workflow.screens).map(([id, screen]) => outlineScreen(id, screen)),
  customVariables: variablesOf(workflow.uiConfig),
});
