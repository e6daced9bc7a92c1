import { describe, expect, it } from 'vitest';
import { reservedActions } from '../../../shared/paywall/actions.ts';
import { prepareScreen } from '../../../shared/paywall/prepare-screen.ts';
import {
  type Node,
  type Wire,
  base,
  black,
  circumstances,
  drawn,
  drawnAlone,
  hex,
  packageOf,
  page,
  problemsOf,
  screenOf,
  stack,
  text,
  textsOf,
  uiConfig,
} from './screens.ts';

const prepare = (components: readonly unknown[], more: Wire = {}) =>
  prepareScreen(
    screenOf(components, { t: 'text', url: 'https://a.test/?a=1&b="2"' }, more),
    uiConfig(),
    circumstances(),
  );

const none = { top: 0, bottom: 0, leading: 0, trailing: 0 };

describe('a component with nothing in it', () => {
  const emptyStack: Wire = {
    type: 'stack',
    id: '',
    name: '',
    padding: none,
    margin: none,
    background: null,
    background_color: null,
    shape: null,
    border: null,
    shadow: null,
    size: { width: { type: 'fill' }, height: { type: 'fit' } },
    dimension: { type: 'vertical', alignment: 'center', distribution: 'start' },
    spacing: 0,
    badge: null,
    components: [],
  };
  const nothings: Wire = Object.fromEntries(
    'size dimension spacing padding margin background background_color border shape shadow badge overrides visible'
      .split(' ')
      .map((name) => [name, null]),
  );
  const objects = Object.fromEntries(Object.keys(nothings).map((name) => [name, {}]));
  it.each<[string, Wire]>([
    ['missing', {}],
    ['null', nothings],
    ['{}', objects],
  ])('is a stack that can be drawn, whether things are %s', (_, fields) => {
    expect(drawnAlone({ type: 'stack', ...fields })).toEqual(emptyStack);
  });

  it('is a text as phones write it', () => {
    expect(drawnAlone({ type: 'text', text_lid: 't' })).toEqual({
      type: 'text',
      id: '',
      name: '',
      text_lid: 'text:t',
      color: { light: hex('#000000ff') },
      background_color: null,
      font_name: null,
      font_size: 15,
      font_weight_int: 400,
      horizontal_alignment: 'center',
      size: { width: { type: 'fill' }, height: { type: 'fit' } },
      padding: none,
      margin: none,
    });
  });

  it('of any type neither throws nor lacks what the renderer reads', () => {
    const types =
      'button carousel countdown express_purchase_button fallback_header footer header icon image ' +
      'input_multiple_choice input_option input_single_choice input_text package purchase_button ' +
      'skeleton_loader stack sticky_footer tab_control tab_control_button tab_control_toggle tabs text ' +
      'timeline video web_view wallet_button redemption_button constructor __proto__';
    const prepared = prepare(types.split(' ').map((type) => ({ type })));
    expect(drawn(prepared).length).toBeGreaterThan(20);
    expect(JSON.stringify(prepared)).not.toContain('undefined');
  });
});

describe('the size and weight of a text', () => {
  it.each<[Wire, number, number]>([
    [{ font_size: 'heading_xxl', font_weight: 'bold' }, 40, 700],
    [{ font_size: 'body_s', font_weight: 'thin' }, 13, 100],
    [{ font_size: 17.6, font_weight: 'extra_light' }, 18, 200],
    [{ font_size: '22', font_weight: 'bold', font_weight_int: 450 }, 22, 450],
    [{ font_size: 'huge', font_weight: 'heavy' }, 15, 400],
    [{ font_size: 0 }, 15, 400],
    [{ font_size: 'constructor', font_weight: 'constructor' }, 15, 400],
  ])('%j', (fields, size, weight) => {
    const { font_size, font_weight_int } = drawnAlone(text('t', fields));
    expect([font_size, font_weight_int]).toEqual([size, weight]);
  });
});

describe('a background', () => {
  const color = { type: 'color', value: black };
  const files = { width: 4, height: 3, original: 'https://a.test/o.png', webp: 'https://a.test/w' };
  const image = {
    light: { width: 4, height: 3, original: 'https://a.test/w', webp: 'https://a.test/w' },
  };
  it.each<[string, Wire, unknown, readonly string[]]>([
    ['is a color', { background: color }, color, []],
    ['is the older color', { background_color: black }, color, []],
    [
      'stands before the older color',
      { background: color, background_color: { light: hex('#ffffff') } },
      color,
      [],
    ],
    [
      'is an image that fills',
      { background: { type: 'image', value: { light: files } } },
      { type: 'image', value: image, fit_mode: 'fill', color_overlay: null },
      [],
    ],
    [
      'is the fallback image of a video',
      {
        background: { type: 'video', value: {}, fallback_image: { light: files }, fit_mode: 'fit' },
      },
      { type: 'image', value: image, fit_mode: 'fit', color_overlay: null },
      [`not-in-preview ${page}.0.background`],
    ],
    [
      'of an unknown type is none',
      { background: { type: 'hologram' } },
      null,
      [`unknown-value ${page}.0.background.type`],
    ],
  ])('%s', (_, fields, expected, problems) => {
    const prepared = prepare([stack([], fields)]);
    expect([drawn(prepared)[0]?.['background'], problemsOf(prepared)]).toEqual([
      expected,
      problems,
    ]);
  });
});

describe('a badge', () => {
  it('stands on the other side from right to left, and in a style that the renderer draws', () => {
    const badge = { style: 'edge_to_edge', alignment: 'top_leading', stack: stack([text('t')]) };
    const prepared = prepareScreen(
      { ...screenOf([stack([], { badge })]), components_localizations: { ar: { t: 'x' } } },
      uiConfig(),
      circumstances({ locales: ['ar'] }),
    );
    expect([prepared.direction, drawn(prepared)[0]?.['badge']]).toMatchObject([
      'rtl',
      {
        style: 'nested',
        alignment: 'top_trailing',
        stack: { components: [{ text_lid: 'text:t' }] },
      },
    ]);
  });
});

describe('a component that cannot be drawn', () => {
  it.each<[string, Wire, unknown, string]>([
    ['has its fallback', { type: 'hologram', fallback: text('t') }, 'text:t', 'unknown-component'],
    [
      'has the fallback of its fallback',
      { type: 'a', fallback: { type: 'b', fallback: text('t') } },
      'text:t',
      'unknown-component',
    ],
    [
      'has its fallback in the preview',
      { type: 'web_view', fallback: text('t') },
      'text:t',
      'not-in-preview',
    ],
  ])('%s', (_, component, lid, code) => {
    const prepared = prepare([component]);
    expect([drawn(prepared)[0]?.['text_lid'], prepared.problems[0]?.code]).toEqual([lid, code]);
  });

  it.each([
    ['hologram', 'unknown-component'],
    ['web_view', 'not-in-preview'],
    ['<script>', 'unknown-component'],
  ])('is shown as a place that says %s', (type, code) => {
    const prepared = prepare([{ type, fallback: {} }]);
    const [label] = drawn(prepared)[0]?.['components'] as unknown as readonly Node[];
    expect([
      textsOf(prepared)[label?.['text_lid'] as unknown as string],
      problemsOf(prepared),
    ]).toEqual([type.replace('<', '&lt;').replace('>', '&gt;'), [`${code} ${page}.0`]]);
  });

  it('is left out where it is no component at all, or one that shows nothing', () => {
    const prepared = prepare([null, 5, 'x', [], {}, { type: 'fallback_header' }, text('t')]);
    expect([drawn(prepared).length, problemsOf(prepared)]).toEqual([
      1,
      [0, 1, 2, 3, 4].map((index) => `unusable ${page}.${index}`),
    ]);
  });
});

describe('a button', () => {
  const press = (button: Wire) => {
    const prepared = prepare([{ type: 'button', stack: stack([]), ...button }]);
    const { action, triggers } = drawn(prepared)[0] ?? {};
    return { action, triggers, problems: problemsOf(prepared) };
  };
  const heard = (id: string) => ({ action: { type: 'workflow' }, triggers: { on_press: id } });
  const to = (destination: string, more: Wire = {}) => ({
    action: { type: 'navigate_to', destination, ...more },
  });

  it.each<[string, Wire, ReturnType<typeof heard>, readonly string[]]>([
    ['workflow', { id: 'go', action: { type: 'workflow' } }, heard('go'), []],
    [
      'workflow without an id',
      { action: { type: 'workflow' } },
      heard(reservedActions.nothing),
      [`button-without-id ${page}.0`],
    ],
    [
      'restore',
      { action: { type: 'restore_purchases' } },
      heard(reservedActions.restorePurchases),
      [],
    ],
    ['close', { action: { type: 'close_workflow' } }, heard(reservedActions.closeWorkflow), []],
    ['offer code', to('offer_code'), heard(reservedActions.offerCode), []],
    ['web paywall', to('web_paywall_link'), heard(reservedActions.webPaywallLink), []],
    [
      'unknown action',
      { action: { type: 'dance' } },
      heard(reservedActions.nothing),
      [`unknown-action ${page}.0.action.type`],
    ],
    ['no action', {}, heard(reservedActions.nothing), [`unknown-action ${page}.0.action.type`]],
    [
      'unknown destination',
      to('moon'),
      heard(reservedActions.nothing),
      [`unknown-action ${page}.0.action.destination`],
    ],
    [
      'missing sheet',
      to('sheet', { sheet: {} }),
      heard(reservedActions.nothing),
      [`unknown-action ${page}.0.action.sheet`],
    ],
    [
      'missing url',
      to('terms'),
      heard(reservedActions.nothing),
      [`missing-text ${page}.0.action.url.url_lid`],
    ],
  ])(
    'that the renderer would not tell of is heard by the host: %s',
    (_, button, expected, problems) => {
      expect(press(button)).toEqual({ ...expected, problems });
    },
  );

  it('opens an address as it stands, not as text', () => {
    const prepared = prepare([
      { type: 'button', ...to('url', { url: { url_lid: 'url', method: 'external_browser' } }) },
    ]);
    expect([drawn(prepared)[0]?.['action'], textsOf(prepared)['url:url']]).toEqual([
      {
        type: 'navigate_to',
        destination: 'url',
        url: { url_lid: 'url:url', method: 'external_browser' },
      },
      'https://a.test/?a=1&b="2"',
    ]);
  });

  it('opens a sheet, which is about the selected package whatever is around the button', () => {
    const sheet = { id: 's', stack: stack([text('t')]) };
    const prepared = prepare([
      packageOf('monthly', [{ type: 'button', ...to('sheet', { sheet }) }]),
    ]);
    const [button] = drawn(prepared)[0]?.['stack']?.['components'] as unknown as readonly Node[];
    expect(button?.['action']?.['sheet']).toMatchObject({
      type: 'sheet',
      id: 's',
      size: { width: { type: 'fill' }, height: { type: 'fit' } },
      background: null,
      background_blur: false,
      stack: { components: [{ text_lid: 'text:t' }] },
    });
  });

  it('to buy is heard by the host where there is nothing to select', () => {
    const button = { type: 'purchase_button', id: 'buy', stack: stack([]) };
    const seen = (...more: readonly unknown[]) => {
      const { type, triggers } = drawn(prepare([button, ...more]))[0] ?? {};
      return { type, triggers };
    };
    expect([seen(), seen(packageOf('monthly'))]).toEqual([
      { type: 'button', triggers: { on_press: reservedActions.purchase } },
      { type: 'purchase_button', triggers: { on_purchase_press: 'buy' } },
    ]);
  });

  it('that sets a state says that the preview does not', () => {
    const state_updates = [{ set: 'open', to: true }, { to: 1 }, null];
    const button = { id: 'go', action: { type: 'workflow' }, state_updates };
    expect(press(button).problems).toEqual([`not-in-preview ${page}.0.state_updates.0`]);
  });
});

describe('what is pinned', () => {
  const inner = { components: [{ text_lid: 'text:t' }] };
  it.each<[string, Wire]>([
    ['footer', { sticky_footer: { type: 'footer', stack: stack([text('t')]) } }],
    ['sticky_footer', { sticky_footer: { type: 'sticky_footer', stack: stack([text('t')]) } }],
    ['no type', { sticky_footer: { stack: stack([text('t')]) } }],
    ['its stack alone', { sticky_footer: stack([text('t')]) }],
    ['another slot', { footer: { stack: stack([text('t')]) } }],
  ])('at the bottom may be written as %s', (_, slots) => {
    const prepared = prepareScreen(
      screenOf([], { t: 'x' }, {}, slots),
      uiConfig(),
      circumstances(),
    );
    expect(base(prepared)['sticky_footer']).toMatchObject({ type: 'footer', stack: inner });
  });

  it('at the top is a header; null and {} are none', () => {
    const pinned = (header: unknown) =>
      base(prepareScreen(screenOf([], { t: 'x' }, {}, { header }), uiConfig(), circumstances()))[
        'header'
      ];
    expect([
      pinned({ type: 'header', stack: stack([text('t')]) }),
      pinned(null),
      pinned({}),
    ]).toMatchObject([{ type: 'header', stack: inner }, null, null]);
  });
});

describe('lists whose members the renderer tells apart', () => {
  it('have an id for each item of a timeline', () => {
    const item = { id: 'same', title: text('t'), icon: {} };
    const timeline = drawnAlone({
      type: 'timeline',
      items: [item, item, { ...item, visible: false }],
    });
    const ids = (timeline['items'] as unknown as readonly Wire[]).map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
  });

  it('have an id for each picture, which its mask is found by', () => {
    const image = {
      type: 'image',
      id: 'same',
      source: { light: { original: 'https://a.test/x' } },
    };
    const ids = drawn(prepare([image, image])).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  it('have an id for each tab, and buttons that find it', () => {
    const control = stack([
      { type: 'tab_control_button', tab_index: 1, stack: stack([]) },
      { type: 'tab_control_button', tab_id: 'a', tab_index: 5, stack: stack([]) },
      { type: 'tab_control_button', tab_id: 'gone', stack: stack([]) },
    ]);
    const prepared = prepare([
      { type: 'tabs', control: { stack: control }, tabs: [{ id: 'a' }, { id: 'a' }] },
    ]);
    const tabs = drawn(prepared)[0];
    const buttons = tabs?.['control']?.['stack']?.['components'] as unknown as readonly Wire[];
    expect([
      (tabs?.['tabs'] as unknown as readonly Wire[]).map(({ id, type }) => ({ id, type })),
      buttons.map(({ tab_id, tab_index }) => [tab_id, tab_index]),
      tabs?.['default_tab_id'],
    ]).toEqual([
      [
        { id: 'a', type: 'tab' },
        { id: 'tab 1', type: 'tab' },
      ],
      [
        ['tab 1', 1],
        ['a', 0],
        ['', -1],
      ],
      'a',
    ]);
  });
});

describe('tabs', () => {
  const control = (...components: readonly unknown[]) => ({
    type: 'toggle',
    stack: stack(components),
  });
  const two = [
    { id: 'a', stack: stack([]) },
    { id: 'b', stack: stack([]) },
  ];
  it.each<[string, Wire, string]>([
    ['the first', {}, 'a'],
    ['the one that is said', { default_tab_id: 'b' }, 'b'],
    [
      'the second, where a toggle is on',
      { control: control({ type: 'tab_control_toggle', default_value: true }) },
      'b',
    ],
    [
      'the one that is said, whatever the toggle is',
      {
        default_tab_id: 'a',
        control: control({ type: 'tab_control_toggle', default_value: true }),
      },
      'a',
    ],
  ])('open with %s', (_, fields, id) => {
    expect(
      drawnAlone({ type: 'tabs', control: control(), tabs: two, ...fields })['default_tab_id'],
    ).toBe(id);
  });

  it('have a control that neither holds itself nor stands alone', () => {
    const inside = { type: 'tab_control' };
    const prepared = prepare([inside, { type: 'tabs', control: control(inside), tabs: two }]);
    expect(problemsOf(prepared)).toEqual([
      `unusable ${page}.0`,
      `unusable ${page}.1.control.stack.components.0`,
    ]);
  });
});

describe('a carousel', () => {
  const carousel = {
    type: 'carousel',
    pages: [stack([text('t')])],
    auto_advance: { ms_time_per_page: 0 },
  };
  it('has all that the renderer reads, and does not race', () => {
    const indicator = {
      width: 8,
      height: 8,
      color: { light: hex('#000000ff') },
      stroke_color: null,
      stroke_width: null,
    };
    expect(drawnAlone({ ...carousel, page_control: { active: { width: 8 } } })).toMatchObject({
      page_alignment: 'center',
      page_spacing: 0,
      page_peek: 0,
      initial_page_index: 0,
      loop: false,
      auto_advance: { ms_time_per_page: 200, ms_transition_time: 500, transition_type: 'slide' },
      page_control: { position: 'bottom', spacing: 0, active: indicator, default: indicator },
    });
  });

  it('is laid out from left to right around pages from right to left', () => {
    const prepared = prepareScreen(
      { ...screenOf([carousel]), components_localizations: { he: { t: 'x' } } },
      uiConfig(),
      circumstances({ locales: ['he'] }),
    );
    expect(drawn(prepared)[0]).toMatchObject({
      style: { direction: 'ltr' },
      components: [{ type: 'carousel', pages: [{ style: { direction: 'rtl' } }] }],
    });
  });

  it('without pages is left out', () => {
    const prepared = prepare([{ type: 'carousel', pages: [] }]);
    expect([drawn(prepared), problemsOf(prepared)]).toEqual([[], [`unusable ${page}.0`]]);
  });
});

describe('an input', () => {
  it('has a placeholder with nothing escaped, as it becomes an attribute', () => {
    const prepared = prepareScreen(
      screenOf(
        [{ type: 'input_text', placeholder_lid: 'p', field_id: 'f' }, packageOf('monthly')],
        {
          p: 'Pay "{{ product.price }}" & go',
        },
      ),
      uiConfig(),
      circumstances(),
    );
    const lid = drawn(prepared)[0]?.['placeholder_lid'] as unknown as string;
    expect(textsOf(prepared)[lid]).toBe('Pay "$4.99" & go');
  });
});

describe('texts of another language', () => {
  const localized = {
    components_localizations: {
      en_US: { t: 'text', only: 'only in English', i: { light: { webp: 'https://a.test/en' } } },
      de_DE: { t: 'Text', i: { light: { webp: 'https://a.test/de', width: 2, height: 1 } } },
    },
  };
  const german = (component: Wire) =>
    prepareScreen(
      { ...screenOf([component]), ...localized },
      uiConfig(),
      circumstances({ locales: ['de-AT'] }),
    );

  it('are not mixed: what is missing is empty, as on phones', () => {
    const prepared = german(stack([text('t'), text('only'), text('i')]));
    expect([prepared.locale, textsOf(prepared), problemsOf(prepared)]).toEqual([
      'de_DE',
      { 'text:t': 'Text', 'text:only': '', 'text:i': '' },
      [1, 2].map((index) => `missing-text ${page}.0.components.${index}.text_lid`),
    ]);
  });

  it('may bring images of their own', () => {
    const source = { light: { webp: 'https://a.test/any' } };
    const shown = (lid: string) => {
      const prepared = german({ type: 'image', source, override_source_lid: lid });
      return [drawn(prepared)[0]?.['source'], problemsOf(prepared)];
    };
    const file = (url: string, width: number, height: number) => ({
      light: { width, height, original: url, webp: url },
    });
    expect([shown('i'), shown('t')]).toEqual([
      [file('https://a.test/de', 2, 1), []],
      [file('https://a.test/any', 0, 0), [`missing-image ${page}.0.override_source_lid`]],
    ]);
  });
});
