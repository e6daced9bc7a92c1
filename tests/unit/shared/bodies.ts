import type { Decoded } from '../../../shared/model/decode.ts';
import { type Step, type Workflow, decodeWorkflowValue } from '../../../shared/model/workflow.ts';

/** The value of a body that decodes; a test fails where it does not. */
export const valueOf = <T>(decoded: Decoded<T>): T => {
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.value;
};

/** Why a body does not decode, null where it does. */
export const problemOf = (decoded: Decoded<unknown>): string | null =>
  decoded.ok ? null : decoded.problem;

type Wire = Readonly<Record<string, unknown>>;

/** A compiled workflow with nothing but what is required. */
export const wireWorkflow = (fields: Wire = {}): Wire => ({
  id: 'wf_a',
  display_name: 'A',
  initial_step_id: 'st_a',
  steps: {},
  screens: {},
  ...fields,
});

export const wireStep = (fields: Wire = {}): Wire => ({ id: 'st_a', type: 'screen', ...fields });

export const wireScreen = (fields: Wire = {}): Wire => ({
  template_name: 'components',
  asset_base_url: 'https://assets.acme.test',
  components_config: {},
  components_localizations: {},
  default_locale: 'en_US',
  ...fields,
});

export const workflowOf = (fields: Wire = {}): Workflow =>
  valueOf(decodeWorkflowValue(wireWorkflow(fields)));

/** The one step of a workflow with one step. */
export const stepOf = (fields: Wire): Step => {
  const step = workflowOf({ steps: { st_a: wireStep(fields) } }).steps['st_a'];
  if (step === undefined) throw new Error('the step is gone');
  return step;
};

/** JSON text of so many arrays, each inside the next. */
export const deepJson = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

/** How a body may say that there is no value where an object could stand. */
export const absences: readonly (readonly [string, Wire])[] = [
  ['missing', {}],
  ['null', { field: null }],
  ['an empty object', { field: {} }],
];

/** The same absence for a field of another name. */
export const absent = (how: Wire, name: string): Wire =>
  'field' in how ? { [name]: how['field'] } : {};
