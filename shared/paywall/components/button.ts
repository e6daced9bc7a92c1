import { reservedActions } from '../actions.ts';
import type { JsonObject } from '../wire/json.ts';
import { type Spot, at, entries, isNothing } from '../wire/places.ts';
import { quoted } from '../problems.ts';
import { booleanOf, textOf } from '../wire/read.ts';
import { identity } from './appear.ts';
import { type Pass, type Scope, deeper, sheetScope } from './pass.ts';
import { stackAt } from './stack.ts';

/** What a button does, and the id that the host hears when a workflow is to go on. */
interface Press {
  readonly action: JsonObject;
  readonly triggers: JsonObject;
}

/** A press that the host hears of. */
const heard = (id: string): Press => ({ action: { type: 'workflow' }, triggers: { on_press: id } });

const done = (action: JsonObject): Press => ({ action, triggers: {} });

const inert = heard(reservedActions.nothing);

const unknown = (what: string, spot: Spot, { problems }: Pass): Press => {
  problems.report(
    'unknown-action',
    spot.place,
    `Phones do not know the ${what} ${quoted(spot.value)}, and the button does nothing.`,
  );
  return inert;
};

const urlMethods: readonly unknown[] = ['in_app_browser', 'external_browser', 'deep_link'];

const urlOf = (spot: Spot, { texts }: Pass): JsonObject | null => {
  const lid = texts.url(at(spot, 'url_lid'));
  const method = at(spot, 'method').value;
  return lid === null
    ? null
    : { url_lid: lid, method: urlMethods.includes(method) ? (method as string) : 'in_app_browser' };
};

const sheetOf = (spot: Spot, scope: Scope, pass: Pass): JsonObject => ({
  ...identity(spot, 'sheet'),
  size: pass.geometry.size(at(spot, 'size'), 'fill', 'fit'),
  background: pass.backgrounds(at(spot, 'background')),
  background_blur: booleanOf(at(spot, 'background_blur')) ?? false,
  stack: stackAt(at(spot, 'stack'), sheetScope(deeper(scope)), pass),
});

const sheetPress = (spot: Spot, scope: Scope, pass: Pass): Press => {
  if (!isNothing(spot))
    return done({
      type: 'navigate_to',
      destination: 'sheet',
      sheet: sheetOf(spot, scope, pass),
    });
  pass.problems.report('unknown-action', spot.place, 'The sheet to open is missing.');
  return inert;
};

const destinationPress = (action: Spot, scope: Scope, pass: Pass): Press => {
  const destination = at(action, 'destination');
  switch (destination.value) {
    case 'customer_center':
    case 'screen_redirect':
      return done({ type: 'navigate_to', destination: destination.value });
    case 'offer_code':
      return heard(reservedActions.offerCode);
    case 'web_paywall_link':
      return heard(reservedActions.webPaywallLink);
    case 'sheet':
      return sheetPress(at(action, 'sheet'), scope, pass);
    case 'privacy_policy':
    case 'terms':
    case 'url': {
      const url = urlOf(at(action, 'url'), pass);
      return url === null
        ? inert
        : done({ type: 'navigate_to', destination: destination.value, url });
    }
    default:
      return unknown('destination', destination, pass);
  }
};

const workflowPress = (button: Spot, { problems }: Pass): Press => {
  const id = textOf(at(button, 'id')) ?? textOf(at(at(button, 'triggers'), 'on_press'));
  if (id !== null) return heard(id);
  problems.report(
    'button-without-id',
    button.place,
    'The button has no id, so the workflow cannot go on from it; Android refuses the whole paywall.',
  );
  return inert;
};

const pressOf = (button: Spot, scope: Scope, pass: Pass): Press => {
  const action = at(button, 'action');
  const type = at(action, 'type');
  switch (type.value) {
    case 'workflow':
      return workflowPress(button, pass);
    case 'restore_purchases':
      return heard(reservedActions.restorePurchases);
    case 'close_workflow':
      return heard(reservedActions.closeWorkflow);
    case 'navigate_back':
      return done({ type: 'navigate_back' });
    case 'navigate_to':
      return destinationPress(action, scope, pass);
    case 'complete_workflow': {
      const url = urlOf(at(action, 'url'), pass);
      const withUser = at(at(action, 'url_query_params'), 'app_user_id').value === true;
      return url === null
        ? inert
        : done({
            type: 'complete_workflow',
            url,
            ...(withUser ? { url_query_params: { app_user_id: true } } : {}),
          });
    }
    default:
      return unknown('action', type, pass);
  }
};

/** The renderer keeps no state, so what a press would change stays as the circumstances say. */
export const reportStateUpdates = (spot: Spot, { problems }: Pass): void => {
  for (const update of entries(at(spot, 'state_updates')))
    if (textOf(at(update, 'set')) !== null)
      problems.report(
        'not-in-preview',
        update.place,
        `The preview does not set ${quoted(at(update, 'set').value)}; choose its value beside it.`,
      );
};

export const button = (spot: Spot, scope: Scope, pass: Pass): JsonObject => {
  reportStateUpdates(spot, pass);
  return {
    ...identity(spot, 'button'),
    ...pressOf(spot, scope, pass),
    stack: stackAt(at(spot, 'stack'), deeper(scope), pass),
  };
};

/** The button of a screen that sells nothing by itself; the renderer would ignore the press. */
export const purchaseWithoutPackages = (spot: Spot, scope: Scope, pass: Pass): JsonObject => ({
  ...identity(spot, 'button'),
  ...heard(reservedActions.purchase),
  stack: stackAt(at(spot, 'stack'), deeper(scope), pass),
});
