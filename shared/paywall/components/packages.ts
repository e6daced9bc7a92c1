import type { JsonObject } from '../wire/json.ts';
import { type Spot, at, isNothing } from '../wire/places.ts';
import { quoted } from '../problems.ts';
import { choiceOf, textOf } from '../wire/read.ts';
import { identity } from './appear.ts';
import { purchaseWithoutPackages } from './button.ts';
import { type Pass, type Scope, deeper } from './pass.ts';
import { stackAt } from './stack.ts';

/** A package is left out where the offering does not have it. */
export const packageComponent = (spot: Spot, scope: Scope, pass: Pass): JsonObject | null => {
  const packageId = textOf(at(spot, 'package_id'));
  if (packageId === null || !pass.isOffered(packageId)) {
    pass.problems.report(
      'package-not-offered',
      at(spot, 'package_id').place,
      packageId === null
        ? 'The package has no id, so it is not shown.'
        : `The offering has no package ${quoted(packageId)}, so it is not shown.`,
    );
    return null;
  }
  pass.recordPackage({
    place: spot.place,
    packageId,
    isDefault: at(spot, 'is_selected_by_default').value === true,
    region: scope.region,
    tabPath: scope.tabPath,
  });
  const component = {
    ...identity(spot, 'package'),
    package_id: packageId,
    is_selected_by_default: pass.plan.defaultPlaces.has(spot.place),
    stack: stackAt(at(spot, 'stack'), { ...deeper(scope), packageId, isSelectable: true }, pass),
  };
  // The renderer looks for a package to select, but not behind a type that it does not know.
  return pass.plan.isNothingSelected
    ? { type: 'package_that_is_not_selected', fallback: component }
    : component;
};

const actions = {
  known: ['in_app_checkout', 'web_checkout', 'web_product_selection'],
  absent: 'in_app_checkout',
  unknown: 'in_app_checkout',
} as const;

const methodOf = (method: Spot, pass: Pass): JsonObject | null => {
  if (isNothing(method)) return null;
  const type = at(method, 'type');
  if (type.value !== 'custom_web_checkout') return { type: choiceOf(type, actions, pass.problems) };
  const url = at(method, 'custom_url');
  const lid = pass.texts.url(at(url, 'url_lid'));
  const parameter = textOf(at(url, 'package_param'));
  return lid === null
    ? null
    : {
        type: 'custom_web_checkout',
        custom_url: {
          url_lid: lid,
          ...(parameter === null ? {} : { package_param: parameter }),
        },
      };
};

export const purchaseButton = (spot: Spot, scope: Scope, pass: Pass): JsonObject => {
  if (!pass.plan.hasPackages) return purchaseWithoutPackages(spot, scope, pass);
  const method = methodOf(at(spot, 'method'), pass);
  const id = textOf(at(spot, 'id'));
  return {
    ...identity(spot, 'purchase_button'),
    action: choiceOf(at(spot, 'action'), actions, pass.problems),
    ...(method === null ? {} : { method }),
    triggers: id === null ? {} : { on_purchase_press: id },
    stack: stackAt(at(spot, 'stack'), deeper(scope), pass),
  };
};
