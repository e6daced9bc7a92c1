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
