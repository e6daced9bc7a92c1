import fc from 'fast-check';
import { describe, it } from 'vitest';
import { type Workflow, decodeWorkflowValue } from '../../shared/model/workflow.ts';
import {
  type Walk,
  back,
  preferenceOf,
  press,
  routesOf,
  select,
  start,
} from '../../shared/workflow/navigator.ts';
import { outlineOf } from '../../shared/workflow/outline-of.ts';
import { type Outline, outlineSchema } from '../../shared/workflow/outline.ts';
import { packageContextOf } from '../../shared/workflow/package-context.ts';
import { exitOfferFrom } from '../../shared/workflow/exit-offer.ts';
import { workflowProblems } from '../../shared/workflow/workflow-problems.ts';

/** The same each time; a failure prints it, with the path that repeats it. */
const seed = 20_260_615;

/** Few, so that what is generated refers to itself. */
const id = fc.constantFrom('a', 'b', 'control', '__proto__');

const mapOf = <T>(value: fc.Arbitrary<T>) => fc.dictionary(id, value, { minKeys: 2, maxKeys: 4 });
const orAnything = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary: value }, { weight: 1, arbitrary: fc.jsonValue() });

const { component } = fc.letrec((tie) => {
  const nested = fc.array(tie('component'), { maxLength: 3 });
  return {
    component: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.record({ type: fc.constant('text') }),
      fc.record({
        type: fc.constant('package'),
        package_id: orAnything(id),
        is_selected_by_default: orAnything(fc.boolean()),
        stack: tie('component'),
      }),
      fc.record({ type: fc.constant('stack'), components: orAnything(nested) }),
      fc.record({ type: fc.constant('carousel'), pages: nested }),
      fc.record({ type: fc.constant('button'), action: fc.record({ sheet: tie('component') }) }),
    ),
  };
});

const action = orAnything(fc.record({ type: fc.constant('step'), step_id: id }));

const step = fc.record({
  id,
  type: fc.constantFrom('screen', 'screen', 'new', 'experiment'),
  screen_id: id,
  param_values: orAnything(fc.record({ experiment_id: id })),
  triggers: orAnything(
    fc.array(fc.record({ type: fc.constant('on_press'), action_id: id, component_id: id }), {
      minLength: 2,
      maxLength: 8,
    }),
  ),
  trigger_actions: orAnything(mapOf(action)),
});

const screen = fc.record({
  template_name: fc.string(),
  asset_base_url: fc.string(),
  default_locale: fc.constant('en_US'),
  components_localizations: fc.constant({ en_US: {} }),
  components_config: fc.record({ base: orAnything(fc.record({ stack: component })) }),
  offering_identifier: fc.option(id),
  exit_offers: orAnything(fc.record({ dismiss: fc.record({ offering_id: id }) })),
});

const workflow = fc.record({
  id,
  display_name: fc.string(),
  initial_step_id: id,
  single_step_fallback_id: fc.option(id),
  steps: mapOf(step),
  screens: mapOf(screen),
  ui_config: orAnything(fc.record({ custom_variables: fc.jsonValue() })),
});

const decoded = (wire: unknown): Workflow | null => {
  const read = decodeWorkflowValue(JSON.parse(JSON.stringify(wire)));
  return read.ok ? read.value : null;
};

const offered = new Set(['a', 'b', '__proto__']);

const lookAround = (outline: Outline, walk: Walk): void => {
  packageContextOf(outline, walk.stepId, preferenceOf(walk), () => offered);
  exitOfferFrom(outline, walk.stepId, {
    currentOfferingId: 'a',
    isKnown: (each) => offered.has(each),
  });
};

describe('whatever a workflow is', () => {
  it('it has an outline that crosses to a window, or none because it does not decode', () => {
    fc.assert(
      fc.property(fc.oneof(workflow, fc.jsonValue()), (wire) => {
        const read = decoded(wire);
        if (read === null) return true;
        const outline = outlineOf(read, { a: 'b' });
        return outlineSchema.safeParse(JSON.parse(JSON.stringify(outline))).success;
      }),
      { seed, numRuns: 500 },
    );
  });

  it('a walk through it stays on steps that are no experiments, and back leads where it came from', () => {
    fc.assert(
      fc.property(workflow, fc.array(id, { maxLength: 20 }), (wire, pressed) => {
        const read = decoded(wire);
        if (read === null) return true;
        const outline = outlineOf(read, { a: 'b', constructor: 'a' });
        workflowProblems(outline, offered);
        const routes = routesOf(outline);
        let walk = start(routes);
        for (const componentId of pressed) {
          if (walk === null) return true;
          lookAround(outline, walk);
          const chosen: Walk = select(walk, walk.stepId, componentId);
          const next = press(routes, chosen, { stepId: walk.stepId, componentId });
          if (next !== null && back(next)?.stepId !== walk.stepId) return false;
          walk = next ?? chosen;
          if (routes.steps.get(walk.stepId)?.experiment !== null) return false;
        }
        return true;
      }),
      { seed, numRuns: 500 },
    );
  });
});
