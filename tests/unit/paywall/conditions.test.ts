import { describe, expect, it } from 'vitest';
import {
  type Facts,
  customVariable,
  declaredState,
  holds,
  kindOf,
} from '../../../shared/paywall/conditions.ts';
import type { Wire } from './screens.ts';

const facts = (more: Partial<Facts> = {}): Facts => ({
  states: new Set(['selected']),
  widthClass: 'medium',
  hasSeveralOffers: false,
  hasIntroOffer: true,
  hasPromoOffer: false,
  selectedPackageId: 'annual',
  variables: (name) => ({ level: 3, name: 'Ann', isNew: false })[name],
  state: (name) => ({ tab: 'a' })[name],
  ...more,
});

const spot = (value: unknown) => ({ value, place: 'condition' });

const rule = (type: string, operator: string, more: Wire): Wire => ({ type, operator, ...more });

const variable = (operator: string, name: string, value: unknown): Wire =>
  rule('variable_condition', operator, { variable: name, value });

const state = (operator: string, name: string, value: unknown): Wire =>
  rule('state_condition', operator, { name, value });

const packages = (operator: string, ...ids: readonly string[]): Wire =>
  rule('selected_package_condition', operator, { packages: ids });

describe('a condition', () => {
  it.each<[boolean, Wire, Partial<Facts>?]>([
    [true, { type: 'compact' }],
    [true, { type: 'medium' }],
    [false, { type: 'expanded' }],
    [false, { type: 'medium' }, { widthClass: 'compact' }],
    [true, { type: 'selected' }],
    [false, { type: 'hover' }],
    [false, { type: 'intro_offer' }],
    [true, { type: 'intro_offer' }, { states: new Set(['intro_offer']) }],
    [false, { type: 'multiple_intro_offers' }],
    [true, { type: 'multiple_intro_offers' }, { hasSeveralOffers: true }],
    [true, rule('intro_offer_condition', '=', { value: true })],
    [false, rule('intro_offer_condition', '!=', { value: true })],
    [true, rule('promo_offer_condition', '=', { value: false })],
    [true, packages('in', 'monthly', 'annual')],
    [false, packages('not in', 'annual')],
    [true, packages('not in', 'monthly')],
    [false, packages('in', 'annual'), { selectedPackageId: null }],
    [false, packages('not in', 'monthly'), { selectedPackageId: null }],
    [true, variable('=', 'name', 'Ann')],
    [true, variable('=', 'custom.name', { type: 'string', value: 'Ann' })],
    [true, variable('=', '$custom.level', 3)],
    [false, variable('=', 'level', '3')],
    [true, variable('!=', 'level', '3')],
    [false, variable('=', 'missing', 'x')],
    [true, variable('!=', 'missing', 'x')],
    [true, variable('=', 'isNew', false)],
    [true, state('=', 'tab', 'a')],
    [true, state('!=', 'tab', 'b')],
    [false, state('=', 'undeclared', 'a')],
    [false, state('!=', 'undeclared', 'a')],
    [false, { type: 'moon_phase' }],
    [false, { type: 'constructor' }],
    [false, { type: ['compact'] }],
    [false, rule('intro_offer_condition', '>', { value: true })],
    [false, rule('selected_package_condition', 'in', { packages: 'annual' })],
    [false, {}],
  ])('gives %s for %j', (expected, condition, more) => {
    expect(holds(spot(condition), facts(more))).toBe(expected);
  });

  it.each([
    ['base', { type: 'selected' }],
    ['base', { type: 'multiple_intro_offers' }],
    ['rule', packages('in', 'annual')],
    ['rule', state('=', 'tab', 1)],
    ['unsupported', { type: 'moon_phase' }],
    ['unsupported', variable('~', 'name', 'x')],
    ['unsupported', variable('=', 'name', { type: 'string' })],
    ['unsupported', null],
  ])('is of the kind %s: %j', (kind, condition) => {
    expect(kindOf(spot(condition))).toBe(kind);
  });
});

describe('a custom variable', () => {
  const value = customVariable(
    spot({
      custom_variables: {
        name: { type: 'string', default_value: 'you' },
        level: { type: 'number', default_value: 1 },
        broken: { type: 'string', default_value: { a: 1 } },
      },
    }),
    { level: 7 },
  );
  it('has the value of the app, else the default of the project, else none', () => {
    expect(['level', 'name', 'broken', 'nope', 'toString'].map(value)).toEqual([
      7,
      'you',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a declared state', () => {
  const value = declaredState(
    spot({
      tab: { type: 'string', default: 'a' },
      count: { type: 'integer', default: 1 },
      rate: { type: 'double', default: 1.5 },
      broken: { type: 'integer', default: 1.5 },
      untyped: { default: 1 },
    }),
    { count: 2, rate: 'fast', undeclared: true },
  );
  it('has the value that is chosen, if it is of its type, else its default; undeclared has none', () => {
    expect(['tab', 'count', 'rate', 'broken', 'untyped', 'undeclared'].map(value)).toEqual([
      'a',
      2,
      1.5,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
