import { describe, expect, it } from 'vitest';
import { prepareScreen } from '../../../shared/paywall/prepare-screen.ts';
import {
  type Wire,
  annual,
  black,
  circumstances,
  drawn,
  hex,
  override,
  packageOf,
  page,
  problemsOf,
  screenOf,
  stack,
  text,
  uiConfig,
} from './screens.ts';

const texts = { a: 'A', b: 'B', c: 'C', d: 'D' };

const overridden = (
  overrides: readonly unknown[],
  more: Parameters<typeof circumstances>[0] = {},
  inside: (component: Wire) => Wire = (component) => component,
) => {
  const prepared = prepareScreen(
    screenOf([inside(text('a', { overrides }))], texts, {
      state_declarations: { open: { type: 'boolean', default: false } },
    }),
    uiConfig(),
    circumstances(more),
  );
  return { prepared, component: drawn(prepared)[0] };
};

describe('an override', () => {
  const red = { light: hex('#ff0000') };
  it.each<[string, readonly unknown[], Wire]>([
    [
      'that holds changes what it names',
      [override(['compact'], { text_lid: 'b' })],
      { text_lid: 'text:b' },
    ],
    [
      'that does not hold changes nothing',
      [override(['expanded'], { text_lid: 'b' })],
      { text_lid: 'text:a' },
    ],
    ['without conditions holds', [override([], { text_lid: 'b' })], { text_lid: 'text:b' }],
    [
      'that comes later wins, field by field',
      [
        override(['compact'], { text_lid: 'b', color: red }),
        override([], { text_lid: 'c', color: null, font_size: {} }),
      ],
      { text_lid: 'text:c', color: red, font_size: 15 },
    ],
    [
      'needs all its conditions',
      [override(['compact', 'expanded'], { text_lid: 'b' })],
      { text_lid: 'text:a' },
    ],
    [
      'cannot change what a component is',
      [override([], { type: 'icon', id: 'x' })],
      { type: 'text', id: '' },
    ],
    ['may be broken', ['x', null, { conditions: 'x' }, { properties: 5 }], { text_lid: 'text:a' }],
    ['may be missing', {} as unknown as readonly unknown[], { text_lid: 'text:a' }],
  ])('%s', (_, overrides, expected) => {
    const { component } = overridden(overrides);
    expect(component).toMatchObject(expected);
    expect(component).not.toHaveProperty('overrides');
  });

  it('that hides takes the component away, and null does not', () => {
    const shown = [
      text('a', { visible: false }),
      text('b', { visible: null }),
      text('c', { overrides: [override(['compact'], { visible: false })] }),
      text('d', { visible: false, overrides: [override([], { visible: true })] }),
    ];
    const prepared = prepareScreen(screenOf(shown, texts), uiConfig(), circumstances());
    expect(drawn(prepared).map((each) => each['text_lid'])).toEqual(['text:b', 'text:d']);
  });
});

describe('what depends on selection', () => {
  const inPackage = (id: string) => (component: Wire) => packageOf(id, [component]);
  const selected = override(['selected'], { text_lid: 'b' });
  const selectedIntro = override(['selected', 'intro_offer'], { text_lid: 'c' });
  const intro = override(['intro_offer'], { text_lid: 'd', font_size: 20 });

  it.each<[string, string, readonly unknown[], Wire]>([
    [
      'is left to the renderer as all that is different then',
      'monthly',
      [override(['selected'], { text_lid: 'b' }), override(['selected'], { font_size: 30 })],
      {
        text_lid: 'text:a',
        overrides: [
          { conditions: [{ type: 'selected' }], properties: { text_lid: 'text:b', font_size: 30 } },
        ],
      },
    ],
    [
      'takes an offer of the package into account',
      'annual',
      [selected, selectedIntro],
      {
        text_lid: 'text:a',
        overrides: [{ conditions: [{ type: 'selected' }], properties: { text_lid: 'text:c' } }],
      },
    ],
    [
      'and leaves it out where the package has none',
      'monthly',
      [selected, selectedIntro, intro],
      {
        text_lid: 'text:a',
        overrides: [{ conditions: [{ type: 'selected' }], properties: { text_lid: 'text:b' } }],
      },
    ],
    [
      'keeps the order in which overrides win',
      'annual',
      [selected, intro],
      { text_lid: 'text:d', font_size: 20, overrides: undefined },
    ],
  ])('%s', (_, id, overrides, expected) => {
    const { component } = overridden(overrides, {}, inPackage(id));
    const [child] = component?.['stack']?.['components'] as unknown as readonly Wire[];
    expect({ ...child, overrides: child?.['overrides'] }).toMatchObject(expected);
  });

  it('is nothing where nothing can be selected', () => {
    expect(overridden([selected]).component).not.toHaveProperty('overrides');
  });

  it('hides and shows by another list of the stack around it', () => {
    const prepared = prepareScreen(
      screenOf(
        [
          packageOf('monthly', [
            text('a', { overrides: [override(['selected'], { visible: false })] }),
            text('b'),
            text('c', { visible: false, overrides: [override(['selected'], { visible: true })] }),
          ]),
        ],
        texts,
      ),
      uiConfig(),
      circumstances(),
    );
    const lids = (list: unknown) => (list as readonly Wire[]).map((each) => each['text_lid']);
    const inner = drawn(prepared)[0]?.['stack'];
    const [first] = inner?.['overrides'] as unknown as readonly {
      readonly properties: { readonly components: unknown };
    }[];
    expect([lids(inner?.['components']), lids(first?.properties.components)]).toEqual([
      ['text:a', 'text:b'],
      ['text:b', 'text:c'],
    ]);
  });

  it('reports two states together, which the renderer does not draw', () => {
    const both = override(['selected', 'hover'], { text_lid: 'b' });
    expect(problemsOf(overridden([both]).prepared)).toEqual([
      `not-in-preview ${page}.0.overrides.0`,
    ]);
  });
});

describe('what depends on the package outside of any', () => {
  const withPackages = (component: Wire, ...more: readonly Wire[]) =>
    prepareScreen(
      screenOf([component, ...more, packageOf('monthly'), packageOf('annual')], texts),
      uiConfig(),
      circumstances({ selectedPackageId: 'annual' }),
    );
  const intro = override(['intro_offer'], { text_lid: 'b', color: black });

  it('is switched by the renderer in a text', () => {
    const prepared = withPackages(text('a', { overrides: [intro] }));
    expect([drawn(prepared)[0], prepared.dependsOnSelection]).toMatchObject([
      {
        text_lid: 'text:a',
        overrides: [{ conditions: [{ type: 'intro_offer' }], properties: { text_lid: 'text:b' } }],
      },
      false,
    ]);
  });

  it('is decided by the selected package in anything else, and said to be', () => {
    const spaced = override(['intro_offer'], { spacing: 7 });
    const prepared = withPackages(stack([], { overrides: [spaced] }));
    expect([drawn(prepared)[0]?.['spacing'], prepared.dependsOnSelection]).toEqual([7, true]);
  });

  it('is decided by rules too', () => {
    const rule = { type: 'selected_package_condition', operator: 'in', packages: ['annual'] };
    const prepared = withPackages(text('a', { overrides: [override([rule], { text_lid: 'b' })] }));
    expect([drawn(prepared)[0]?.['text_lid'], prepared.dependsOnSelection]).toEqual([
      'text:b',
      true,
    ]);
  });

  it('knows several offers only of Google', () => {
    const offers = [...(annual.product.introOffers ?? []), ...(annual.product.introOffers ?? [])];
    const packages = [{ ...annual, product: { ...annual.product, introOffers: offers } }];
    const several = override(['multiple_intro_offers'], { text_lid: 'b' });
    const lid = (store: 'apple' | 'google') =>
      overridden([several], { packages, store, selectedPackageId: 'annual' }).component?.[
        'text_lid'
      ];
    expect([lid('apple'), lid('google')]).toEqual(['text:a', 'text:b']);
  });
});

describe('one condition that phones do not know', () => {
  const rule = { type: 'state_condition', operator: '=', name: 'open', value: false };
  const ruled = text('a', { overrides: [override([rule], { text_lid: 'b' })] });
  const based = text('a', { overrides: [override(['compact'], { text_lid: 'c' })] });
  const strange = text('d', {
    overrides: [override(['moon_phase'], { text_lid: 'b' }), override([], { font_size: 9 })],
  });
  const state = { state_declarations: { open: { type: 'boolean', default: false } } };
  const prepare = (...components: readonly unknown[]) =>
    prepareScreen(screenOf(components, texts, state), uiConfig(), circumstances());

  it('costs the paywall every override with a rule, and none of the others', () => {
    const prepared = prepare(ruled, based, stack([strange]));
    expect([
      drawn(prepared).map((each) => each['text_lid']),
      problemsOf(prepared),
      prepared.problems[1]?.message,
    ]).toEqual([
      ['text:a', 'text:c', undefined],
      [
        `unsupported-condition ${page}.2.components.0.overrides.0.conditions.0`,
        `rules-ignored ${page}.2.components.0.overrides.0.conditions.0`,
      ],
      'Because of this condition phones ignore every override of the paywall that has a rule: 1.',
    ]);
  });

  it('is the only thing that does', () => {
    const prepared = prepare(ruled, based);
    expect([drawn(prepared).map((each) => each['text_lid']), problemsOf(prepared)]).toEqual([
      ['text:b', 'text:c'],
      [],
    ]);
  });
});
