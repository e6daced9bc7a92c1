import { describe, expect, it } from 'vitest';
import {
  cacheKey,
  decodeWorkflow,
  decodeWorkflowValue,
  publishedRevision,
} from '../../../shared/model/workflow.ts';
import {
  absences,
  absent,
  deepJson,
  problemOf,
  stepOf,
  wireScreen,
  wireStep,
  wireWorkflow,
  workflowOf,
} from './bodies.ts';

const emptyUiConfig = {
  app: { colors: {}, fonts: {} },
  localizations: {},
  variable_config: { variable_compatibility_map: {}, function_compatibility_map: {} },
  custom_variables: {},
};

const uiConfig = {
  app: { colors: { brand: { light: { type: 'hex', value: '#e8590cff' } } }, fonts: {} },
  localizations: { en_US: { monthly: 'monthly' } },
  variable_config: { variable_compatibility_map: { a: 'b' }, function_compatibility_map: {} },
  custom_variables: { name: { type: 'string', default_value: 'you' } },
};

const componentsConfig = {
  base: {
    background: { type: 'color', value: { light: { type: 'hex', value: '#ffffffff' } } },
    stack: { type: 'stack', components: [{ type: 'text', id: 'x', opacity: 0.5 }] },
    sticky_footer: null,
  },
};

const full = wireWorkflow({
  id: 'wf_demo',
  display_name: 'Two-step demo',
  initial_step_id: 'st_intro',
  single_step_fallback_id: 'st_pay',
  content_max_width: 480,
  metadata: { revision: 3, owner: { team: 'growth' } },
  hash: 'abc',
  ui_config: uiConfig,
  steps: {
    st_intro: wireStep({
      id: 'st_intro',
      screen_id: 'sc_intro',
      param_values: { experiment_id: 'exp_1', is_last_variant_step: false },
      outputs: { result: 1 },
      metadata: { screen_type: [] },
      triggers: [
        { name: 'Next', type: 'on_press', action_id: 'ac_next', component_id: 'btn_next' },
        { name: 'Hold', type: 'on_long_press', action_id: 'ac_hold', component_id: 'btn_hold' },
      ],
      trigger_actions: {
        ac_next: { type: 'step', step_id: 'st_pay' },
        ac_hold: { type: 'condition', step_id: 'st_pay' },
      },
    }),
    st_pay: wireStep({
      id: 'st_pay',
      screen_id: 'sc_pay',
      metadata: { screen_type: ['paywall'] },
    }),
  },
  screens: {
    sc_intro: wireScreen({
      name: 'Intro',
      revision: 3,
      config: {},
      offering_identifier: 'default',
      exit_offers: {},
      components_config: componentsConfig,
      components_localizations: { en_US: { t1: '**Welcome**' } },
    }),
    sc_pay: wireScreen({
      offering_id: 'ofrng1',
      exit_offers: { dismiss: { offering_id: 'sale' } },
      zero_decimal_place_countries: { apple: ['TWN'], google: [] },
    }),
  },
});

describe('a compiled workflow', () => {
  it('W-07 keeps every field and every map entry', () => {
    const screen = {
      template_name: 'components',
      asset_base_url: 'https://assets.acme.test',
      default_locale: 'en_US',
    };
    expect(decodeWorkflow(JSON.stringify(full))).toStrictEqual({
      ok: true,
      value: {
        id: 'wf_demo',
        displayName: 'Two-step demo',
        initialStepId: 'st_intro',
        singleStepFallbackId: 'st_pay',
        contentMaxWidth: 480,
        metadata: { revision: 3, owner: { team: 'growth' } },
        hash: 'abc',
        uiConfig,
        steps: {
          st_intro: {
            id: 'st_intro',
            type: 'screen',
            screenId: 'sc_intro',
            paramValues: { experiment_id: 'exp_1', is_last_variant_step: false },
            outputs: { result: 1 },
            metadata: { screen_type: [] },
            screenTypes: [],
            triggers: [
              { name: 'Next', type: 'on_press', actionId: 'ac_next', componentId: 'btn_next' },
              { name: 'Hold', type: 'unknown', actionId: 'ac_hold', componentId: 'btn_hold' },
            ],
            triggerActions: {
              ac_next: { type: 'step', stepId: 'st_pay' },
              ac_hold: { type: 'unknown' },
            },
          },
          st_pay: {
            id: 'st_pay',
            type: 'screen',
            screenId: 'sc_pay',
            paramValues: {},
            outputs: {},
            metadata: { screen_type: ['paywall'] },
            screenTypes: ['paywall'],
            triggers: [],
            triggerActions: {},
          },
        },
        screens: {
          sc_intro: {
            ...screen,
            name: 'Intro',
            revision: 3,
            config: {},
            offering_identifier: 'default',
            offering_id: null,
            exitOffers: { dismissOfferingId: null },
            components_config: componentsConfig,
            components_localizations: { en_US: { t1: '**Welcome**' } },
          },
          sc_pay: {
            ...screen,
            name: null,
            revision: 0,
            offering_identifier: null,
            offering_id: 'ofrng1',
            exitOffers: { dismissOfferingId: 'sale' },
            zero_decimal_place_countries: { apple: ['TWN'], google: [] },
            components_config: {},
            components_localizations: {},
          },
        },
      },
    });
  });

  it('W-06 comes back equal from JSON text', () => {
    const text = JSON.stringify(full);
    const decoded = decodeWorkflow(text);
    expect(decodeWorkflow(JSON.stringify(JSON.parse(text)))).toStrictEqual(decoded);
    expect(JSON.parse(JSON.stringify(decoded))).toStrictEqual(decoded);
  });

  it('W-08 is read without its optional fields', () => {
    const wire = wireWorkflow({ steps: { st_a: wireStep() }, screens: { sc_a: wireScreen() } });
    expect(decodeWorkflowValue(wire)).toStrictEqual({
      ok: true,
      value: {
        id: 'wf_a',
        displayName: 'A',
        initialStepId: 'st_a',
        singleStepFallbackId: null,
        contentMaxWidth: null,
        metadata: {},
        hash: null,
        uiConfig: emptyUiConfig,
        steps: {
          st_a: {
            id: 'st_a',
            type: 'screen',
            screenId: null,
            paramValues: {},
            outputs: {},
            metadata: null,
            screenTypes: null,
            triggers: [],
            triggerActions: {},
          },
        },
        screens: {
          sc_a: {
            ...wireScreen(),
            name: null,
            revision: 0,
            offering_identifier: null,
            offering_id: null,
            exitOffers: { dismissOfferingId: null },
          },
        },
      },
    });
  });

  it.each([
    [{ single_step_fallback_id: 'st_pay' }, 'st_pay'],
    [{ single_step_fallback_id: '' }, ''],
    [{ single_step_fallback_id: null }, null],
    [{}, null],
  ])('W-09 reads its fallback step from %j as %j', (fields, expected) => {
    expect(workflowOf(fields).singleStepFallbackId).toBe(expected);
  });

  it.each(absences)('W-10 has an empty ui_config where it is %s', (_, how) => {
    expect(workflowOf(absent(how, 'ui_config')).uiConfig).toStrictEqual(emptyUiConfig);
  });

  it('W-10 keeps its ui_config and its metadata', () => {
    const { uiConfig: kept, metadata } = workflowOf({
      ui_config: uiConfig,
      metadata: { a: [1, { b: null }] },
    });
    expect({ kept, metadata }).toStrictEqual({ kept: uiConfig, metadata: { a: [1, { b: null }] } });
  });

  it.each(['step_1', 'stepTwo', 'bdMPgNB', 'STEP', 'a-b.c', '7', 'constructor', 'ünï'])(
    'W-11 keeps the key %s of steps and actions as it is',
    (key) => {
      const workflow = workflowOf({
        initial_step_id: key,
        steps: {
          [key]: wireStep({ id: key, trigger_actions: { [key]: { type: 'step', step_id: key } } }),
        },
      });
      const step = workflow.steps[workflow.initialStepId];
      expect(Object.keys(workflow.steps)).toEqual([key]);
      expect(step?.triggerActions[key]).toEqual({ type: 'step', stepId: key });
    },
  );

  it.each([
    ['param_values', 'paramValues', {}],
    ['outputs', 'outputs', {}],
    ['triggers', 'triggers', []],
    ['trigger_actions', 'triggerActions', {}],
    ['metadata', 'screenTypes', null],
  ] as const)(
    'reads %s of a step alike where it is missing, null or empty',
    (field, read, none) => {
      const seen = absences.map(([, how]) => stepOf(absent(how, field))[read]);
      expect(seen).toStrictEqual([none, none, none]);
    },
  );

  it.each(absences)('reads its metadata where it is %s', (_, how) => {
    expect(workflowOf(absent(how, 'metadata')).metadata).toStrictEqual({});
  });

  it('may be nested deeper than functions can call', () => {
    const screen = JSON.stringify(wireScreen()).replace('{}', `{"base":${deepJson(10_000)}}`);
    const text = JSON.stringify(wireWorkflow()).replace(
      '"screens":{}',
      `"screens":{"s":${screen}}`,
    );
    expect(problemOf(decodeWorkflow(text))).toBeNull();
  });

  it.each([
    ['[]', /object/],
    ['"wf_a"', /object/],
    ['', /JSON/],
    ['{"id":"wf_a",', /JSON/],
  ])('is none at all: %j', (text, problem) => {
    expect(problemOf(decodeWorkflow(text))).toMatch(problem);
  });

  it.each([
    ['id', { id: null }],
    ['display_name', { display_name: 5 }],
    ['initial_step_id', { initial_step_id: undefined }],
    ['steps', { steps: null }],
    ['steps', { steps: [] }],
    ['screens', { screens: 'none' }],
    ['content_max_width', { content_max_width: 'wide' }],
    ['single_step_fallback_id', { single_step_fallback_id: 7 }],
    ['steps.st_a', { steps: { st_a: null } }],
    ['steps.st_a.id', { steps: { st_a: { type: 'screen' } } }],
    ['steps.st_a.type', { steps: { st_a: { id: 'st_a' } } }],
    ['steps.st_a.screen_id', { steps: { st_a: wireStep({ screen_id: 7 }) } }],
    ['screens.s.template_name', { screens: { s: wireScreen({ template_name: null }) } }],
    ['screens.s.asset_base_url', { screens: { s: wireScreen({ asset_base_url: 1 }) } }],
    ['screens.s.components_config', { screens: { s: wireScreen({ components_config: null }) } }],
    [
      'screens.s.components_localizations.en',
      { screens: { s: wireScreen({ components_localizations: { en: 'x' } }) } },
    ],
    ['screens.s.default_locale', { screens: { s: wireScreen({ default_locale: undefined }) } }],
    ['screens.s.revision', { screens: { s: wireScreen({ revision: '3' }) } }],
  ])('is malformed at %s: %j', (place, fields) => {
    const problem = problemOf(decodeWorkflowValue(wireWorkflow(fields)));
    expect(problem?.split(': ')[0]).toBe(place);
  });
});

describe('what is read from a decoded workflow', () => {
  it('is cached under its own id, and not at all where that is empty', () => {
    expect([cacheKey(workflowOf()), cacheKey(workflowOf({ id: '' }))]).toEqual(['wf_a', null]);
  });

  it.each([
    [{ revision: 7 }, 7],
    [{ revision: '7' }, null],
    [{}, null],
    [null, null],
  ])('is published with metadata %j as revision %j', (metadata, expected) => {
    expect(publishedRevision(workflowOf({ metadata }))).toBe(expected);
  });
});
