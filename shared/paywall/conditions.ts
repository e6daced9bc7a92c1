import type { Circumstances, PackageOnOffer, Values, WidthClass } from './circumstances.ts';
import { isPlain, own } from './wire/json.ts';
import { type Spot, at, entries } from './wire/places.ts';
import { textOf } from './wire/read.ts';

/** What a component may be in, while it is shown. */
export type State = 'selected' | 'hover' | 'focus' | 'error' | 'intro_offer' | 'promo_offer';

/** What the conditions of one component are held against. */
export interface Facts {
  readonly states: ReadonlySet<State>;
  readonly widthClass: WidthClass;
  /** Several phases of an introductory offer, which only Google's store has. */
  readonly hasSeveralOffers: boolean;
  readonly hasIntroOffer: boolean;
  readonly hasPromoOffer: boolean;
  readonly selectedPackageId: string | null;
  readonly variables: (name: string) => unknown;
  readonly state: (name: string) => unknown;
}

type Holds = (condition: Spot, facts: Facts) => boolean;

const inState =
  (state: State): Holds =>
  (_, { states }) =>
    states.has(state);

/** A window class, or a larger one. */
const widthClasses: readonly WidthClass[] = ['compact', 'medium', 'expanded'];

const atLeast =
  (least: WidthClass): Holds =>
  (_, { widthClass }) =>
    widthClasses.indexOf(widthClass) >= widthClasses.indexOf(least);

const baseConditions: Readonly<Record<string, Holds>> = {
  compact: atLeast('compact'),
  medium: atLeast('medium'),
  expanded: atLeast('expanded'),
  selected: inState('selected'),
  hover: inState('hover'),
  focus: inState('focus'),
  error: inState('error'),
  intro_offer: inState('intro_offer'),
  promo_offer: inState('promo_offer'),
  multiple_intro_offers: (_, { hasSeveralOffers }) => hasSeveralOffers,
};

const isEqualOperator = (condition: Spot): boolean => at(condition, 'operator').value === '=';

/** A rule's value stands there as it is, or with its type beside it. */
const plainValue = (spot: Spot): unknown =>
  isPlain(spot.value) ? spot.value : at(spot, 'value').value;

const offerRule =
  (has: (facts: Facts) => boolean): Holds =>
  (condition, facts) =>
    (has(facts) === at(condition, 'value').value) === isEqualOperator(condition);

const variableName = (condition: Spot): string =>
  (textOf(at(condition, 'variable')) ?? '').replace(/^\$?custom\./, '');

const rules: Readonly<Record<string, Holds>> = {
  intro_offer_condition: offerRule(({ hasIntroOffer }) => hasIntroOffer),
  promo_offer_condition: offerRule(({ hasPromoOffer }) => hasPromoOffer),
  selected_package_condition: (condition, { selectedPackageId }) =>
    selectedPackageId !== null &&
    entries(at(condition, 'packages')).some(({ value }) => value === selectedPackageId) ===
      (at(condition, 'operator').value === 'in'),
  // A variable that is missing differs from every value.
  variable_condition: (condition, { variables }) =>
    (variables(variableName(condition)) === plainValue(at(condition, 'value'))) ===
    isEqualOperator(condition),
  state_condition: (condition, { state }) => {
    const value = state(textOf(at(condition, 'name')) ?? '');
    return (
      value !== undefined &&
      (value === plainValue(at(condition, 'value'))) === isEqualOperator(condition)
    );
  },
};

const isComparison = ({ value }: Spot): boolean => value === '=' || value === '!=';

/** What a rule must have to be one; without it, phones do not know it. */
const isWellFormed: Readonly<Record<string, (rule: Spot) => boolean>> = {
  intro_offer_condition: (rule) =>
    isComparison(at(rule, 'operator')) && typeof at(rule, 'value').value === 'boolean',
  promo_offer_condition: (rule) =>
    isComparison(at(rule, 'operator')) && typeof at(rule, 'value').value === 'boolean',
  selected_package_condition: (rule) =>
    ['in', 'not in'].includes(textOf(at(rule, 'operator')) ?? '') &&
    Array.isArray(at(rule, 'packages').value),
  variable_condition: (rule) =>
    isComparison(at(rule, 'operator')) &&
    textOf(at(rule, 'variable')) !== null &&
    isPlain(plainValue(at(rule, 'value'))),
  state_condition: (rule) =>
    isComparison(at(rule, 'operator')) &&
    textOf(at(rule, 'name')) !== null &&
    isPlain(plainValue(at(rule, 'value'))),
};

const named = <T>(table: Readonly<Record<string, T>>, condition: Spot): T | null => {
  const type = textOf(at(condition, 'type'));
  return type !== null && Object.hasOwn(table, type) ? (table[type] ?? null) : null;
};

export type ConditionKind = 'base' | 'rule' | 'unsupported';

export const kindOf = (condition: Spot): ConditionKind => {
  if (named(baseConditions, condition) !== null) return 'base';
  return named(isWellFormed, condition)?.(condition) === true ? 'rule' : 'unsupported';
};

/** What phones do not know never holds. */
export const holds: Holds = (condition, facts) => {
  const kind = kindOf(condition);
  if (kind === 'unsupported') return false;
  return named(kind === 'base' ? baseConditions : rules, condition)?.(condition, facts) === true;
};

export const hasIntroOffer = (each: PackageOnOffer | null): boolean =>
  each !== null && each.isEligibleForIntro && (each.product.introOffers ?? []).length > 0;

export const hasPromoOffer = (each: PackageOnOffer | null): boolean =>
  each !== null && each.isEligibleForPromo && each.product.promoOffer !== undefined;

export const hasSeveralOffers = (each: PackageOnOffer | null, { store }: Circumstances): boolean =>
  store === 'google' && hasIntroOffer(each) && (each?.product.introOffers ?? []).length > 1;

/** The value that the app gives, else the project's default; undefined where there is neither. */
export const customVariable =
  (uiConfig: Spot, given: Values = {}) =>
  (name: string): string | number | boolean | undefined => {
    const value =
      own(given, name) ?? at(at(at(uiConfig, 'custom_variables'), name), 'default_value').value;
    return isPlain(value) ? value : undefined;
  };

const isOfType = (type: unknown, value: unknown): boolean =>
  type === 'integer'
    ? Number.isInteger(value)
    : type === 'double'
      ? typeof value === 'number'
      : (type === 'string' || type === 'boolean') && typeof value === type;

/** A declared state's value; a broken declaration counts as none. */
export const declaredState =
  (declarations: Spot, given: Values = {}) =>
  (name: string): unknown => {
    const declaration = at(declarations, name);
    const type = at(declaration, 'type').value;
    const initial = at(declaration, 'default').value;
    if (!isOfType(type, initial)) return undefined;
    const now = own(given, name);
    return isOfType(type, now) ? now : initial;
  };
