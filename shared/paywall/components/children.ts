import type { JsonObject } from '../wire/json.ts';
import { hidesIn, overridesOf } from '../overrides.ts';
import { type Spot, at } from '../wire/places.ts';
import { textOf } from '../wire/read.ts';
import { visibilityOf } from './appear.ts';
import { type Pass, type Scope, deeper } from './pass.ts';

export interface Children {
  readonly list: readonly JsonObject[];
  /** The list while the surroundings are selected, where that is another one. */
  readonly whenSelected: readonly JsonObject[] | null;
}

/** Lists inside lists that exist twice exist four times, and so on. */
const mostDoublings = 3;

/** A package is the one that its own conditions are about. */
const scopeOf = (child: Spot, scope: Scope): Scope => {
  const id = at(child, 'type').value === 'package' ? textOf(at(child, 'package_id')) : null;
  return id === null ? scope : { ...scope, packageId: id };
};

/**
 * The children that are shown. The renderer hides hardly any component by itself, but it can swap a
 * whole list when the surroundings are selected.
 */
export const childrenOf = (
  spots: readonly Spot[],
  prepare: (spot: Spot, scope: Scope) => JsonObject | null,
  scope: Scope,
  pass: Pass,
): Children => {
  const canSwap =
    scope.isSelectable &&
    spots.some((spot) => hidesIn(overridesOf(spot, pass.areRulesOn), 'selected'));
  const isSwapped = canSwap && scope.doublings < mostDoublings;
  if (canSwap && !isSwapped)
    for (const spot of spots.slice(0, 1))
      pass.problems.report(
        'not-in-preview',
        spot.place,
        'The preview does not hide and show by selection inside so many others that do.',
      );
  const inside = deeper(isSwapped ? { ...scope, doublings: scope.doublings + 1 } : scope);
  const members = spots.flatMap((spot) => {
    const visibility = visibilityOf(spot, scopeOf(spot, scope), pass);
    if (!visibility.isVisible && !(isSwapped && visibility.isVisibleWhenSelected)) return [];
    const json = prepare(spot, inside);
    return json === null ? [] : [{ json, ...visibility }];
  });
  const when = (isIn: (member: (typeof members)[number]) => boolean): readonly JsonObject[] =>
    members.filter(isIn).map(({ json }) => json);
  return {
    list: when(({ isVisible }) => isVisible),
    whenSelected: isSwapped ? when(({ isVisibleWhenSelected }) => isVisibleWhenSelected) : null,
  };
};

/** Adds the list to the component, and the other list to what changes when it is selected. */
export const withChildren = (
  component: JsonObject,
  name: string,
  { list, whenSelected }: Children,
): JsonObject => {
  if (whenSelected === null) return { ...component, [name]: list };
  const overrides = (component['overrides'] ?? []) as readonly {
    readonly conditions: readonly { readonly type: string }[];
    readonly properties: JsonObject;
  }[];
  const isSelected = ({ conditions: [first] }: (typeof overrides)[number]): boolean =>
    first?.type === 'selected';
  const selected = overrides.find(isSelected);
  return {
    ...component,
    [name]: list,
    overrides: [
      ...overrides.filter((override) => !isSelected(override)),
      {
        conditions: [{ type: 'selected' }],
        properties: { ...selected?.properties, [name]: whenSelected },
      },
    ],
  };
};
