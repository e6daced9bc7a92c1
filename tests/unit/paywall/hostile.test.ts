import { describe, expect, it } from 'vitest';
import { prepareScreen } from '../../../shared/paywall/prepare-screen.ts';
import { mostProblems } from '../../../shared/paywall/problems.ts';
import {
  type Wire,
  circumstances,
  drawn,
  offered,
  override,
  packageOf,
  problemsOf,
  screenOf,
  stack,
  text,
  textsOf,
  uiConfig,
} from './screens.ts';

const prepare = (screen: unknown, config: unknown = uiConfig(), more = {}) =>
  prepareScreen(screen as Wire, config, circumstances(more));

/** So many stacks, each in the one before. */
const nested = (levels: number): string =>
  '{"type":"stack","components":['.repeat(levels) + ']}'.repeat(levels);

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('a hostile screen', () => {
  it.each<[string, unknown, unknown]>([
    ['null', null, null],
    ['a list', [], []],
    ['a text', 'screen', 'config'],
    ['empty', {}, {}],
    ['of empty objects', { components_config: {}, components_localizations: {} }, { app: {} }],
    [
      'of wrong kinds',
      { components_config: { base: 5 }, default_locale: {} },
      { app: { fonts: [] } },
    ],
    [
      'of lists for objects',
      screenOf(
        [text('t', { color: [], size: [], padding: [], overrides: [[]] })],
        [] as unknown as Wire,
      ),
      {
        app: { colors: [], fonts: [] },
        localizations: [],
        variable_config: [],
        custom_variables: [],
      },
    ],
  ])('that is %s is prepared like any other', (_, screen, config) => {
    expect(() => JSON.stringify(prepare(screen, config))).not.toThrow();
  });

  it('may use names that every object has', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const screen = JSON.parse(
      JSON.stringify(
        screenOf(
          names.flatMap((name) => [
            text(name, {
              font_name: name,
              color: { light: { type: 'alias', value: name } },
              overrides: [override([name], { text_lid: name })],
            }),
            packageOf(name, [text(name)]),
            { type: name },
          ]),
          { constructor: '{{ constructor }} {{ custom.toString }} {{ product.price | valueOf }}' },
        ),
      ).replace('"constructor":', '"__proto__":"mine","constructor":'),
    ) as Wire;
    const packages = names.map((name) => offered(name));
    const { props } = prepare(screen, uiConfig(), { packages });
    expect(Object.keys(props.variablesPerPackage).toSorted()).toEqual(names.toSorted());
    expect(Object.getPrototypeOf(props.variablesPerPackage)).toBe(Object.prototype);
    expect(({} as Wire)['light']).toBeUndefined();
  });

  it('may be nested deeper than anything is drawn', () => {
    const prepared = prepare(screenOf([JSON.parse(nested(5_000))]));
    expect(prepared.problems.map(({ code }) => code)).toEqual(['too-deep']);
    expect(() => JSON.stringify(prepared)).not.toThrow();
  });

  it('may be nested deeply where nothing is read, or where a word should stand', () => {
    const value = deep(20_000);
    const screen = screenOf([
      {
        type: 'text',
        text_lid: value,
        color: { light: { type: value } },
        font_size: value,
        x: value,
      },
      { type: 'button', action: { type: value } },
      {
        type: 'icon',
        size: { width: { type: value } },
        overrides: [{ conditions: [{ type: value, operator: value }] }],
      },
      { type: value },
    ]);
    expect(problemsOf(prepare(screen)).length).toBeGreaterThan(4);
  });

  it.each<[string, unknown]>([
    [
      '10,000 components',
      screenOf(Array(10_000).fill(text('t')), { t: '**x** {{ product.price }}' }),
    ],
    [
      '100,000 overrides',
      screenOf([
        text('t', { overrides: Array(100_000).fill(override(['selected'], { visible: true })) }),
      ]),
    ],
    ['countdowns in countdowns', screenOf([countdowns(40)])],
    ['lists that exist twice, in each other', screenOf([packageOf('monthly', [doubled(40)])])],
    [
      'a gradient of 100,000 colors',
      screenOf([
        text('t', { color: { light: { type: 'linear', points: Array(100_000).fill({}) } } }),
      ]),
    ],
    ['a text of a megabyte', screenOf([text('t')], { t: '[{{ **~`'.repeat(125_000) })],
  ])('of %s is prepared in good time and size', (_, screen) => {
    const before = performance.now();
    const prepared = prepare(screen);
    expect(JSON.stringify(prepared).length).toBeLessThan(20_000_000);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it.each<[string, unknown, Wire, object]>([
    ['names 20,000 colors, each by another', screenOf([painted('0')]), chainOfColors(20_000), {}],
    [
      'writes a variable of a megabyte a thousand times',
      screenOf([text('t')], { t: '{{ custom.long }}'.repeat(1_000) }),
      uiConfig({}, { custom_variables: { long: { default_value: 'x'.repeat(1_000_000) } } }),
      {},
    ],
    [
      'writes a title of a megabyte into a field',
      screenOf([{ type: 'input_text', placeholder_lid: 't' }], {
        t: '{{ product.store_product_name }}'.repeat(600),
      }),
      uiConfig(),
      {
        packages: [offered('monthly', { title: 'x'.repeat(1_000_000) })],
        selectedPackageId: 'monthly',
      },
    ],
    [
      'is sold with 200,000 packages',
      screenOf([packageOf('0', [text('t')])]),
      uiConfig(),
      { packages: Array.from({ length: 200_000 }, (_, index) => offered(String(index))) },
    ],
    ['opens sheets in sheets that exist twice', screenOf([doubledSheets(18)]), uiConfig(), {}],
    ['opens sheets in countdowns in sheets', screenOf([countingSheets(15)]), uiConfig(), {}],
    [
      'shows one long text 20,000 times',
      screenOf(Array(20_000).fill(text('t')), { t: '{{ product.price }} '.repeat(1_000) }),
      uiConfig(),
      {},
    ],
    [
      'names 3,000 newer variables, each by another',
      screenOf([text('t')], { t: '{{ n0 }}'.repeat(2_400) }),
      uiConfig({}, { variable_config: { variable_compatibility_map: chainOfNames(3_000) } }),
      {},
    ],
    [
      'has 200,000 tabs',
      screenOf([{ type: 'tabs', tabs: Array(200_000).fill({}) }]),
      uiConfig(),
      {},
    ],
    [
      'has 200,000 pages',
      screenOf([{ type: 'carousel', pages: Array(200_000).fill({}) }]),
      uiConfig(),
      {},
    ],
    ['has 200,000 texts', screenOf(Array(200_000).fill({ type: 'text' })), uiConfig(), {}],
  ])('that %s is prepared in good time and size', (_, screen, config, more) => {
    const before = performance.now();
    const prepared = prepare(screen, config, more);
    expect(JSON.stringify(prepared).length).toBeLessThan(20_000_000);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('that has more text than is shown keeps what was read before', () => {
    const long = 'a long text '.repeat(1_000);
    const prepared = prepare(screenOf(Array(1_000).fill(text('t')), { t: long }));
    expect([textsOf(prepared), problemsOf(prepared)]).toEqual([{ 'text:t': long }, ['too-many ']]);
  });

  it('has no more problems than can be looked through', () => {
    const { problems } = prepare(screenOf(Array(5_000).fill(5)));
    expect([problems.length, problems.at(-1)?.code]).toEqual([mostProblems + 1, 'too-many']);
  });

  it('is neither changed nor prepared in two ways', () => {
    const freeze = (value: unknown): unknown => {
      if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
      return Object.freeze(value);
    };
    const screen = freeze(
      screenOf(
        [
          packageOf('annual', [
            text('t', { overrides: [override(['selected'], { text_lid: 'u' })] }),
          ]),
        ],
        {
          t: 'a',
          u: '[x](https://a.test/{{ product.price }})',
        },
      ),
    );
    expect(prepare(screen)).toStrictEqual(prepare(screen));
    expect(drawn(prepare(screen)).length).toBe(1);
  });
});

/** A countdown in a countdown, and so on, each counting hours beyond a day. */
function countdowns(levels: number): Wire {
  const style = { type: 'date', date: '2030-01-01T00:00:00Z' };
  const inner = levels === 0 ? text('t') : countdowns(levels - 1);
  return { type: 'countdown', style, count_from: 'hours', countdown_stack: stack([inner]) };
}

/** A stack in a stack, and so on, each hidden by selection and with a badge that changes with it. */
function doubled(levels: number): Wire {
  const inner = levels === 0 ? text('t') : doubled(levels - 1);
  const badge = { stack: stack([text('t')]) };
  return stack([inner], {
    badge,
    overrides: [override(['selected'], { visible: levels % 2 === 0, spacing: levels })],
  });
}

function aliasOf(name: string): Wire {
  return { light: { type: 'alias', value: name } };
}

function painted(color: string): Wire {
  return text('t', { color: aliasOf(color) });
}

/** Colors that each are the next one. */
function chainOfColors(length: number): Wire {
  const names = Array.from({ length }, (_, index) => String(index));
  return uiConfig({
    colors: Object.fromEntries(names.map((name, index) => [name, aliasOf(String(index + 1))])),
  });
}

function chainOfNames(length: number): Wire {
  return Object.fromEntries(Array.from({ length }, (_, index) => [`n${index}`, `n${index + 1}`]));
}

function sheetButton(inner: Wire): Wire {
  const action = { type: 'navigate_to', destination: 'sheet', sheet: { stack: inner } };
  return { type: 'button', action };
}

/** In a package a list that exists twice, in it a sheet, and so on. */
function doubledSheets(levels: number): Wire {
  const inner = levels === 0 ? text('t') : sheetButton(stack([doubledSheets(levels - 1)]));
  const hidden = text('t', { overrides: [override(['selected'], { visible: false })] });
  return packageOf('monthly', [hidden, inner]);
}

/** A countdown of hours, in it a sheet, and so on. */
function countingSheets(levels: number): Wire {
  const style = { type: 'date', date: '2030-01-01T00:00:00Z' };
  const inner = levels === 0 ? text('t') : sheetButton(stack([countingSheets(levels - 1)]));
  return { type: 'countdown', style, count_from: 'hours', countdown_stack: stack([inner]) };
}
