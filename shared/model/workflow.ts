import { z } from 'zod';
import {
  type Decoded,
  anyMap,
  compiled,
  decodeText,
  decodeValue,
  isAbsent,
  mapOf,
} from './decode.ts';
import { type WorkflowId, workflowId } from './ids.ts';

/** Where text is optional and costs nothing else, whatever is no text counts as none. */
const looseText = z.string().nullish().catch(null);

const triggerSchema = z
  .looseObject({
    name: looseText,
    type: looseText,
    action_id: looseText,
    component_id: looseText,
  })
  .transform((trigger) => ({
    name: trigger.name ?? null,
    type: trigger.type === 'on_press' ? ('on_press' as const) : ('unknown' as const),
    actionId: trigger.action_id ?? null,
    componentId: trigger.component_id ?? null,
  }));

/** A member of what may be anything: a schema that refuses costs more than the rest of a screen. */
const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

// Whatever an action is, the workflow decodes; only a step with a string id can be followed.
const actionSchema = z
  .unknown()
  .optional()
  .transform((action) => {
    const stepId = memberOf(action, 'step_id');
    return memberOf(action, 'type') === 'step' && typeof stepId === 'string'
      ? { type: 'step' as const, stepId }
      : { type: 'unknown' as const };
  });

// The web's fixtures write `{}` for "no triggers".
const triggersSchema = z
  .unknown()
  .optional()
  .transform((value) => (Array.isArray(value) ? (value as unknown[]) : []))
  .pipe(z.array(triggerSchema.nullable().catch(null)))
  .transform((triggers) => triggers.filter((trigger) => trigger !== null));

/** Where a map is optional, whatever is no map counts as none. */
const looseMap = z
  .unknown()
  .optional()
  .transform((value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : {},
  );

/** Which screens a step says it shows; null: it does not say (untagged). */
const screenTypes = (metadata: unknown): readonly string[] | null => {
  if (typeof metadata !== 'object' || metadata === null) return null;
  const tagged = (metadata as { screen_type?: unknown }).screen_type;
  return Array.isArray(tagged) ? tagged.filter((member) => typeof member === 'string') : null;
};

const stepSchema = z
  .looseObject({
    id: z.string(),
    type: z.string(),
    screen_id: z.string().nullish(),
    param_values: looseMap,
    triggers: triggersSchema,
    outputs: looseMap,
    trigger_actions: looseMap.pipe(mapOf(actionSchema)),
    metadata: z.unknown().optional(),
  })
  .transform((step) => ({
    id: step.id,
    type: step.type,
    screenId: step.screen_id ?? null,
    paramValues: step.param_values,
    triggers: step.triggers,
    outputs: step.outputs,
    triggerActions: step.trigger_actions,
    metadata: step.metadata ?? null,
    screenTypes: screenTypes(step.metadata),
  }));

const exitOffersSchema = z
  .unknown()
  .optional()
  .transform((value) => {
    const offeringId = memberOf(memberOf(value, 'dismiss'), 'offering_id');
    return { dismissOfferingId: typeof offeringId === 'string' ? offeringId : null };
  });

const screenSchema = z
  .looseObject({
    name: z.string().nullish(),
    template_name: z.string(),
    revision: z.number().nullish(),
    asset_base_url: z.string(),
    components_config: anyMap,
    components_localizations: mapOf(anyMap),
    default_locale: z.string(),
    offering_identifier: z.string().nullish(),
    offering_id: z.string().nullish(),
    exit_offers: exitOffersSchema,
  })
  .transform(({ exit_offers, ...screen }) => ({
    ...screen,
    name: screen.name ?? null,
    revision: screen.revision ?? 0,
    offering_identifier: screen.offering_identifier ?? null,
    offering_id: screen.offering_id ?? null,
    exitOffers: exit_offers,
  }));

const emptyUiConfig = {
  app: { colors: {}, fonts: {} },
  localizations: {},
  variable_config: { variable_compatibility_map: {}, function_compatibility_map: {} },
  custom_variables: {},
};

const workflowSchema = compiled(
  z
    .looseObject({
      id: z.string(),
      display_name: z.string(),
      initial_step_id: z.string(),
      single_step_fallback_id: z.string().nullish(),
      steps: mapOf(stepSchema),
      screens: mapOf(screenSchema),
      ui_config: looseMap,
      content_max_width: z.number().nullish(),
      metadata: looseMap,
      hash: z.string().nullish(),
    })
    .transform((body) => ({
      id: workflowId(body.id),
      displayName: body.display_name,
      initialStepId: body.initial_step_id,
      singleStepFallbackId: body.single_step_fallback_id ?? null,
      steps: body.steps,
      screens: body.screens,
      uiConfig: isAbsent(body.ui_config) ? emptyUiConfig : body.ui_config,
      contentMaxWidth: body.content_max_width ?? null,
      metadata: body.metadata,
      hash: body.hash ?? null,
    })),
);

export type Workflow = Readonly<z.infer<typeof workflowSchema>>;
export type Step = Readonly<z.infer<typeof stepSchema>>;
export type Screen = Readonly<z.infer<typeof screenSchema>>;

/** Decodes a compiled workflow, which has the same shape inline and on the CDN. */
export const decodeWorkflow = (text: string): Decoded<Workflow> => decodeText(workflowSchema, text);

export const decodeWorkflowValue = (value: unknown): Decoded<Workflow> =>
  decodeValue(workflowSchema, value);

/** The id under which an answer is cached; null where the answer has an empty one (#3604). */
export const cacheKey = (workflow: Workflow): WorkflowId | null =>
  workflow.id === '' ? null : workflow.id;

/** The revision that the workflow's publisher wrote into it, if any. */
export const publishedRevision = (workflow: Workflow): number | null => {
  const revision = workflow.metadata['revision'];
  return typeof revision === 'number' ? revision : null;
};
