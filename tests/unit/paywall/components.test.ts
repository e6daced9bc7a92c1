import { describe, expect, it } from 'vitest';
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
  page,
  prepareComponents,
  problemsOf,
  screenOf,
  stack,
  text,
  textsOf,
  uiConfig,
} from './screens.ts';

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
    const prepared = prepareComponents(types.split(' ').map((type) => ({ type })));
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
    const prepared = prepareComponents([stack([], fields)]);
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
    const prepared = prepareComponents([component]);
    expect([drawn(prepared)[0]?.['text_lid'], prepared.problems[0]?.code]).toEqual([lid, code]);
  });

  it.each([
    ['hologram', 'unknown-component'],
    ['web_view', 'not-in-preview'],
    ['<script>', 'unknown-component'],
  ])('is shown as a place that says %s', (type, code) => {
    const prepared = prepareComponents([{ type, fallback: {} }]);
    const [label] = drawn(prepared)[0]?.['components'] as unknown as readonly Node[];
    expect([
      textsOf(prepared)[label?.['text_lid'] as unknown as string],
      problemsOf(prepared),
    ]).toEqual([type.replace('<', '&lt;').replace('>', '&gt;'), [`${code} ${page}.0`]]);
  });

  it('is left out where it is no component at all, or one that shows nothing', () => {
    const prepared = prepareComponents([
      null,
      5,
      'x',
      [],
      {},
      { type: 'fallback_header' },
      text('t'),
    ]);
    expect([drawn(prepared).length, problemsOf(prepared)]).toEqual([
      1,
      [0, 1, 2, 3, 4].map((index) => `unusable ${page}.${index}`),
    ]);
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
