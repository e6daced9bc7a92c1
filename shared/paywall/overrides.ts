import { type Facts, type State, holds, kindOf } from './conditions.ts';
import { isObject } from './wire/json.ts';
import { type Spot, at, entries, isNothing } from './wire/places.ts';
import { type ProblemLog, quoted } from './problems.ts';
import { textOf } from './wire/read.ts';

/** A component with the overrides that hold merged into it. */
export interface Part {
  readonly place: string;
  readonly field: (name: string) => Spot;
}

/** What no override can change. */
const fixed: ReadonlySet<string> = new Set(
  'id type overrides stack components items pages tabs control fallback'.split(' '),
);

const conditionsOf = (override: Spot): readonly Spot[] => entries(at(override, 'conditions'));

const kindsOf = (override: Spot) => conditionsOf(override).map(kindOf);

const hasRule = (override: Spot): boolean => kindsOf(override).some((kind) => kind !== 'base');

/** Whether the conditions of the override have one of these types. */
const names = (override: Spot, types: readonly string[]): boolean =>
  conditionsOf(override).some((condition) => types.includes(textOf(at(condition, 'type')) ?? ''));

/**
 * Every override of the paywall. It walks with a list of its own: JSON may be nested deeper than
 * functions can call.
 */
const allOverrides = (root: Spot): readonly Spot[] => {
  const found: Spot[] = [];
  const waiting: Spot[] = [root];
  for (let spot = waiting.pop(); spot !== undefined; spot = waiting.pop()) {
    if (Array.isArray(spot.value)) for (const entry of entries(spot)) waiting.push(entry);
    else if (isObject(spot.value)) {
      for (const override of entries(at(spot, 'overrides'))) found.push(override);
      for (const key of Object.keys(spot.value)) waiting.push(at(spot, key));
    }
  }
  return found.reverse();
};

/**
 * Whether overrides with rules count. On phones one condition that they do not know, anywhere,
 * costs the whole paywall every override with a rule; those with base conditions alone stay.
 */
export const rulesCount = (root: Spot, problems: ProblemLog): boolean => {
  const overrides = allOverrides(root);
  const unsupported = overrides
    .flatMap(conditionsOf)
    .filter((condition) => kindOf(condition) === 'unsupported');
  for (const condition of unsupported)
    problems.report(
      'unsupported-condition',
      condition.place,
      `Phones do not know the condition ${quoted(at(condition, 'type').value ?? condition.value)}.`,
    );
  const [first] = unsupported;
  const lost = overrides.filter((override) => kindsOf(override).includes('rule')).length;
  if (first !== undefined && lost > 0)
    problems.report(
      'rules-ignored',
      first.place,
      `Because of this condition phones ignore every override of the paywall that has a rule: ${lost}.`,
    );
  return first === undefined;
};

/** No designer writes more for one component, and each is held against several states. */
const mostOverrides = 1_000;

/** The component's overrides that can hold at all. */
export const overridesOf = (component: Spot, areRulesOn: boolean): readonly Spot[] =>
  entries(at(component, 'overrides'))
    .slice(0, mostOverrides)
    .filter((override) => areRulesOn || !hasRule(override));

const applies = (override: Spot, facts: Facts): boolean =>
  conditionsOf(override).every((condition) => holds(condition, facts));

/** Merges what holds, field by field, the later over the earlier; what is absent changes nothing. */
export const merged = (component: Spot, overrides: readonly Spot[], facts: Facts): Part => {
  const layers = overrides
    .filter((override) => applies(override, facts))
    .map((override) => at(override, 'properties'))
    .reverse();
  return {
    place: component.place,
    field: (name) =>
      (fixed.has(name)
        ? undefined
        : layers.map((layer) => at(layer, name)).find((spot) => !isNothing(spot))) ??
      at(component, name),
  };
};

/** Whether any override depends on one of these states. */
export const dependsOn = (overrides: readonly Spot[], ...states: readonly State[]): boolean =>
  overrides.some((override) => names(override, states));

/** Whether one override asks for two of these states at once. */
export const combines = (override: Spot, states: readonly State[]): boolean =>
  states.filter((state) => names(override, [state])).length > 1;

/** What could turn out otherwise for another package. */
const packageConditions: readonly string[] = [
  'intro_offer',
  'promo_offer',
  'multiple_intro_offers',
  'intro_offer_condition',
  'promo_offer_condition',
];

/** Whether an override depends on the package around it, other than by these states. */
export const dependsOnPackage = (
  overrides: readonly Spot[],
  except: readonly State[] = [],
): boolean => {
  const types = packageConditions.filter((type) => !except.some((state) => state === type));
  return overrides.some((override) => names(override, types));
};

/** Whether a rule names packages outright, wherever it stands. */
export const namesPackages = (overrides: readonly Spot[]): boolean =>
  overrides.some((override) => names(override, ['selected_package_condition']));

/** Whether an override that depends on the state decides if the component is shown. */
export const hidesIn = (overrides: readonly Spot[], state: State): boolean =>
  overrides.some(
    (override) => names(override, [state]) && !isNothing(at(at(override, 'properties'), 'visible')),
  );
