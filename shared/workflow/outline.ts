import { z } from 'zod';
import type { DeepReadonly } from '../contract/deep-readonly.ts';
import { mapOf } from '../model/decode.ts';

const triggerSchema = z.strictObject({
  /** Whether a press fires it; anything else fires nothing. */
  isOnPress: z.boolean(),
  componentId: z.string().nullable(),
  actionId: z.string().nullable(),
});

const stepSchema = z.strictObject({
  id: z.string(),
  /** `screen`, `experiment` or whatever is newer than we are. */
  type: z.string(),
  screenId: z.string().nullable(),
  triggers: z.array(triggerSchema),
  /** The step that each action leads to; those that lead to no step are left out. */
  targets: mapOf(z.string()),
  /** The variants of an experiment, and which of them this user is in; null: it is none. */
  experiment: z
    .strictObject({
      variants: z.array(z.strictObject({ id: z.string(), stepId: z.string() })),
      enrolledStepId: z.string().nullable(),
      controlStepId: z.string().nullable(),
    })
    .nullable(),
});

const screenSchema = z.strictObject({
  id: z.string(),
  name: z.string().nullable(),
  locales: z.array(z.string()),
  defaultLocale: z.string(),
  /** Whose packages it sells; null: those of the offering that the workflow was opened for. */
  offeringId: z.string().nullable(),
  packages: z.array(z.strictObject({ id: z.string(), isDefault: z.boolean() })),
  exitOfferingId: z.string().nullable(),
});

const variableSchema = z.strictObject({
  name: z.string(),
  type: z.enum(['string', 'number', 'boolean']),
  defaultValue: z.union([z.string(), z.number(), z.boolean()]).nullable(),
});

/** What a window must know of a workflow to walk through it, without its components. */
export const outlineSchema = z.strictObject({
  initialStepId: z.string(),
  singleStepFallbackId: z.string().nullable(),
  steps: z.array(stepSchema),
  screens: z.array(screenSchema),
  customVariables: z.array(variableSchema),
});

export type Outline = DeepReadonly<z.output<typeof outlineSchema>>;
export type OutlineStep = Outline['steps'][number];
export type OutlineScreen = Outline['screens'][number];
