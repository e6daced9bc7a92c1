import type { State } from '../conditions.ts';
import { type JsonObject, isSameJson } from '../wire/json.ts';
import {
  type Part,
  combines,
  dependsOn,
  dependsOnPackage,
  merged,
  namesPackages,
  overridesOf,
} from '../overrides.ts';
import { type Spot, at } from '../wire/places.ts';
import { textOf } from '../wire/read.ts';
import type { Pass, Scope } from './pass.ts';

/** What of a component an override can change, as the renderer takes it. */
export type Look = (part: Part) => JsonObject;

const interactive: readonly State[] = ['selected', 'hover', 'focus', 'error'];
const offers: readonly State[] = ['intro_offer', 'promo_offer'];

/** What the renderer can switch to and back at this place. */
const isSwitchable = (state: State, scope: Scope): boolean => {
  if (state === 'selected') return scope.isSelectable;
  if (state === 'hover') return scope.isHoverable;
  // It takes one offer after the other, whatever else holds: so only where nothing else does.
  return state === 'intro_offer' || state === 'promo_offer'
    ? scope.packageId === null && !scope.isSelectable
    : true;
};

/** Which of the states that the renderer knows for this type it is left to switch by itself. */
const switchedStates = (
  overrides: readonly Spot[],
  states: readonly State[],
  scope: Scope,
): readonly State[] => {
  const possible = states.filter(
    (state) => isSwitchable(state, scope) && dependsOn(overrides, state),
  );
  const hasBothOffers = offers.every((state) => possible.includes(state));
  return hasBothOffers ? possible.filter((state) => !offers.includes(state)) : possible;
};

const changes = (base: JsonObject, other: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(other).filter(([key, value]) => !isSameJson(base[key], value)));

const reportUndrawn = (overrides: readonly Spot[], { problems }: Pass): void => {
  for (const override of overrides)
    if (combines(override, interactive))
      problems.report(
        'not-in-preview',
        override.place,
        'The preview does not draw what two states, such as selected and hover, make together.',
      );
};

/**
 * The component's own properties with all overrides resolved, but for the states that the renderer
 * switches by itself. It takes the first override of a state and looks at nothing else in it, so
 * it gets one for each state, with everything that is different then.
 */
export const appear = (
  component: Spot,
  look: Look,
  states: readonly State[],
  scope: Scope,
  pass: Pass,
): JsonObject => {
  const overrides = overridesOf(component, pass.areRulesOn);
  if (overrides.length === 0) return look(merged(component, [], pass.facts(scope, [])));
  const switched = switchedStates(overrides, states, scope);
  const isOutside = scope.packageId === null;
  if (namesPackages(overrides) || (isOutside && dependsOnPackage(overrides, switched)))
    pass.noteSelection();
  reportUndrawn(overrides, pass);
  const inStates = (on: readonly State[]): JsonObject =>
    look(merged(component, overrides, pass.facts(scope, on, switched)));
  const base = inStates([]);
  const rewritten = switched.flatMap((state) => {
    const properties = changes(base, inStates([state]));
    return Object.keys(properties).length === 0
      ? []
      : [{ conditions: [{ type: state }], properties }];
  });
  return rewritten.length === 0 ? base : { ...base, overrides: rewritten };
};

export interface Visibility {
  readonly isVisible: boolean;
  readonly isVisibleWhenSelected: boolean;
}

/** Whether the component is shown; null and absent mean that it is. */
export const visibilityOf = (component: Spot, scope: Scope, pass: Pass): Visibility => {
  const overrides = overridesOf(component, pass.areRulesOn);
  const deciding = overrides.filter((override) => 'visible' in propertiesOf(override));
  if (namesPackages(deciding) || (scope.packageId === null && dependsOnPackage(deciding)))
    pass.noteSelection();
  const isVisible = (on: readonly State[]): boolean =>
    merged(component, deciding, pass.facts(scope, on)).field('visible').value !== false;
  const base = isVisible([]);
  return {
    isVisible: base,
    isVisibleWhenSelected:
      scope.isSelectable && dependsOn(deciding, 'selected') ? isVisible(['selected']) : base,
  };
};

const propertiesOf = (override: Spot): object => {
  const { value } = at(override, 'properties');
  return typeof value === 'object' && value !== null ? value : {};
};

/** Text or a stack that is in no list, from which it would be left out. */
export const hiddenAlone = (spot: Spot, scope: Scope, pass: Pass): JsonObject =>
  visibilityOf(spot, scope, pass).isVisible ? {} : { visible: false };

/** What every component carries. */
export const identity = (spot: Spot, type: string): JsonObject => ({
  type,
  id: textOf(at(spot, 'id')) ?? '',
  name: textOf(at(spot, 'name')) ?? '',
});
