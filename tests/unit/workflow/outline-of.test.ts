import { describe, expect, it } from 'vitest';
import { prepareScreen } from '../../../shared/paywall/prepare-screen.ts';
import { outlineOf } from '../../../shared/workflow/outline-of.ts';
import { type Outline, outlineSchema } from '../../../shared/workflow/outline.ts';
import { ownPaywallWorkflow } from '../../../shared/workflow/own-paywall.ts';
import { paperOf } from '../../../shared/workflow/paper.ts';
import { circumstances, packageOf, screenOf, stack, text, uiConfig } from '../paywall/screens.ts';
import { wireScreen, wireStep, workflowOf } from '../shared/bodies.ts';

const packagesOf = (base: unknown): Outline['screens'][number]['packages'] => {
  const screens = { sc: wireScreen({ components_config: { base } }) };
  return outlineOf(workflowOf({ screens })).screens[0]?.packages ?? [];
};

/** Each id, with a star where it is selected by default. */
const sold = (base: unknown): readonly string[] =>
  packagesOf(base).map(({ id, isDefault }) => (isDefault ? `${id}*` : id));

const isDefault = { is_selected_by_default: true };
const page = (...components: readonly unknown[]) => ({ stack: stack(components) });
const sheetWith = (...components: readonly unknown[]) => ({
  type: 'button',
  action: { type: 'navigate_to', destination: 'sheet', sheet: { stack: stack(components) } },
});

describe('the outline of a workflow', () => {
  it('has what a window must know to walk through it', () => {
    const workflow = workflowOf({
      initial_step_id: 'st_a',
      single_step_fallback_id: 'st_b',
      steps: {
        st_a: wireStep({
          id: 'another id',
          screen_id: 'sc',
          triggers: [
            { name: 'Next', type: 'on_press', action_id: 'ac', component_id: 'bt' },
            { type: 'on_load' },
          ],
          trigger_actions: { ac: { type: 'step', step_id: 'st_b' }, odd: { type: 'condition' } },
        }),
      },
      screens: {
        sc: wireScreen({
          name: 'Intro',
          components_localizations: { en_US: {}, de_DE: {} },
          offering_identifier: 'sale',
          offering_id: 'other',
          exit_offers: { dismiss: { offering_id: 'last' } },
          components_config: { base: page(packageOf('monthly')) },
        }),
      },
      ui_config: {
        custom_variables: {
          name: { type: 'string', default_value: 'you' },
          level: { type: 'number' },
          odd: { type: 'date', default_value: true },
          absent: {},
        },
      },
    });
    expect(outlineOf(workflow)).toEqual({
      initialStepId: 'st_a',
      singleStepFallbackId: 'st_b',
      steps: [
        {
          id: 'st_a',
          type: 'screen',
          screenId: 'sc',
          triggers: [
            { isOnPress: true, componentId: 'bt', actionId: 'ac' },
            { isOnPress: false, componentId: null, actionId: null },
          ],
          targets: { ac: 'st_b' },
          experiment: null,
        },
      ],
      screens: [
        {
          id: 'sc',
          name: 'Intro',
          locales: ['en_US', 'de_DE'],
          defaultLocale: 'en_US',
          offeringId: 'sale',
          packages: [{ id: 'monthly', isDefault: false }],
          exitOfferingId: 'last',
        },
      ],
      customVariables: [
        { name: 'name', type: 'string', defaultValue: 'you' },
        { name: 'level', type: 'number', defaultValue: null },
        { name: 'odd', type: 'boolean', defaultValue: true },
      ],
    });
  });

  it.each<[string, object | null, string | null, string | null]>([
    ['in a variant', { exp: 'b' }, 'st_b', 'st_control'],
    ['in no variant', null, null, 'st_control'],
    ['in a variant that is not there', { exp: 'z' }, null, 'st_control'],
    ['in a variant of another experiment', { other: 'b' }, null, 'st_control'],
  ])('N-13: has the step of a user who is %s', (_, enrolled, enrolledStepId, controlStepId) => {
    const step = wireStep({
      type: 'experiment',
      param_values: { experiment_id: 'exp' },
      trigger_actions: {
        b: { type: 'step', step_id: 'st_b' },
        a: { type: 'step', step_id: 'st_a' },
        control: { type: 'step', step_id: 'st_control' },
        odd: { type: 'other' },
      },
    });
    const outline = outlineOf(
      workflowOf({ steps: { test: step } }),
      enrolled as Readonly<Record<string, string>> | null,
    );
    expect(outline.steps[0]?.experiment).toEqual({
      variants: [
        { id: 'b', stepId: 'st_b' },
        { id: 'a', stepId: 'st_a' },
        { id: 'control', stepId: 'st_control' },
      ],
      enrolledStepId,
      controlStepId,
    });
  });

  it('N-13: has the first variant by name for control where none is called so', () => {
    const trigger_actions = {
      b: { type: 'step', step_id: 'st_b' },
      a: { type: 'step', step_id: 'st_a' },
    };
    const outline = outlineOf(
      workflowOf({ steps: { test: wireStep({ type: 'experiment', trigger_actions }) } }),
    );
    expect(outline.steps[0]?.experiment).toMatchObject({ controlStepId: 'st_a' });
  });

  it('takes ids that every object has for ordinary ones, also across a boundary', () => {
    const wire = `{"id":"w","display_name":"","initial_step_id":"__proto__",
      "steps":{"__proto__":{"id":"x","type":"screen","screen_id":"constructor",
        "triggers":[{"type":"on_press","component_id":"toString","action_id":"__proto__"}],
        "trigger_actions":{"__proto__":{"type":"step","step_id":"constructor"}}},
        "constructor":{"id":"y","type":"experiment","param_values":{"experiment_id":"__proto__"}}},
      "screens":{"__proto__":${JSON.stringify(wireScreen())}}}`;
    const outline = outlineOf(workflowOf(JSON.parse(wire) as Record<string, unknown>), {});
    const crossed = outlineSchema.parse(JSON.parse(JSON.stringify(outline)));
    expect(crossed).toEqual(outline);
    expect(crossed.steps.map(({ id, targets }) => [id, Object.entries(targets)])).toEqual([
      ['__proto__', [['__proto__', 'constructor']]],
      ['constructor', []],
    ]);
    expect(crossed.screens.map(({ id }) => id)).toEqual(['__proto__']);
  });
});

describe('the packages of a screen', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['none where there is nothing', undefined, []],
    ['in their order', page(packageOf('b'), packageOf('a', [], isDefault)), ['b', 'a*']],
    [
      'through stacks, tabs, carousels and packages',
      page(
        stack([packageOf('a')]),
        {
          type: 'tabs',
          tabs: [{ stack: stack([packageOf('b')]) }, { stack: stack([packageOf('c')]) }],
        },
        { type: 'carousel', pages: [stack([packageOf('d', [packageOf('e')])])] },
      ),
      ['a', 'b', 'c', 'd', 'e'],
    ],
    [
      'the page before the footer and the header',
      {
        header: page(packageOf('c')),
        sticky_footer: page(packageOf('b')),
        ...page(packageOf('a')),
      },
      ['a', 'b', 'c'],
    ],
    ['once each', page(packageOf('a'), packageOf('b'), packageOf('a', [], isDefault)), ['a*', 'b']],
    [
      'those in sheets last, and never selected before what the page has',
      page(sheetWith(packageOf('s', [], isDefault), sheetWith(packageOf('t'))), packageOf('a')),
      ['a', 's', 't'],
    ],
    [
      'those in sheets where the page has none',
      page(sheetWith(packageOf('s', [], isDefault))),
      ['s*'],
    ],
    [
      'not what overrides or texts say',
      page(text('t', { overrides: [{ properties: packageOf('a') }] }), { type: 'package' }),
      [],
    ],
  ])('are listed %s', (_, base, expected) => {
    expect(sold(base)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    [
      '10,000 of them',
      page(...Array.from({ length: 10_000 }, (_, index) => packageOf(`${index}`))),
    ],
    [
      'them in 10,000 stacks, one in the other',
      JSON.parse(
        '{"stack":'.repeat(10_000) + '{"type":"package","package_id":"a"}' + '}'.repeat(10_000),
      ),
    ],
    [
      'sheets in 5,000 sheets',
      JSON.parse('{"stack":' + '{"sheet":'.repeat(5_000) + '1' + '}'.repeat(5_001)),
    ],
  ])('are found in good time where a screen has %s', (_, base) => {
    const before = performance.now();
    expect(packagesOf(base).length).toBeLessThanOrEqual(1_000);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe('a screen on its way to the preview', () => {
  const wire = screenOf(
    [text('t'), packageOf('monthly', [text('t')])],
    { t: 'Only {{ product.price }}' },
    {
      revision: 7,
      zero_decimal_place_countries: { apple: ['TW'], google: [] },
      automatically_scale_font_size: false,
      state_declarations: { open: { type: 'boolean', default: true } },
      play_store_product_change_mode: { upgrade_replacement_mode: 'x' },
      exit_offers: { dismiss: { offering_id: 'sale' } },
      something_new: { kept: [1, null, 'x'] },
    },
    { background: { type: 'color', value: { light: { type: 'hex', value: '#ffffff' } } } },
  );

  it('N-06: keeps every field of a paywall, with the given ui_config', () => {
    const config = uiConfig({ colors: { brand: { light: { type: 'hex', value: '#123456' } } } });
    const workflow = workflowOf({ screens: { sc: wire }, ui_config: config });
    const { screens, uiConfig: kept } = JSON.parse(paperOf(workflow).json) as {
      readonly screens: Readonly<Record<string, unknown>>;
      readonly uiConfig: unknown;
    };
    const { exit_offers, ...rest } = wire;
    expect(exit_offers).toEqual({ dismiss: { offering_id: 'sale' } });
    expect([screens['sc'], kept]).toEqual([
      expect.objectContaining({ ...rest, exitOffers: { dismissOfferingId: 'sale' } }),
      config,
    ]);
  });

  it('N-06: is drawn as the same JSON is in an offering of its own', () => {
    const inWorkflow = workflowOf({ screens: { sc: wire }, ui_config: uiConfig() });
    const alone = ownPaywallWorkflow(
      { identifier: 'default', paywall_components: wire },
      uiConfig(),
    );
    const prepare = (screen: unknown, config: unknown) =>
      prepareScreen(screen as Record<string, unknown>, config, circumstances());
    expect(prepare(alone?.screens['own'], alone?.uiConfig)).toEqual(
      prepare(inWorkflow.screens['sc'], inWorkflow.uiConfig),
    );
    expect(prepare(inWorkflow.screens['sc'], inWorkflow.uiConfig)).toEqual(
      prepare(wire, uiConfig()),
    );
  });
});

describe("an offering's own paywall", () => {
  it('is a workflow of one step and one screen', () => {
    const paywall_components = wireScreen({ exit_offers: { dismiss: { offering_id: 'sale' } } });
    const workflow = ownPaywallWorkflow({ identifier: 'default', paywall_components }, null);
    expect(workflow && outlineOf(workflow)).toMatchObject({
      initialStepId: 'own',
      singleStepFallbackId: 'own',
      steps: [{ id: 'own', screenId: 'own' }],
      screens: [{ id: 'own', exitOfferingId: 'sale', offeringId: null }],
    });
  });

  it.each([undefined, null, {}, [], 'text', { template_name: 5 }])('is none that is %j', (each) => {
    expect(ownPaywallWorkflow({ identifier: 'default', paywall_components: each }, {})).toBeNull();
  });
});
