import { describe, expect, it } from 'vitest';
import { reservedActions } from '../../../shared/paywall/actions.ts';
import {
  type Node,
  type Wire,
  drawn,
  packageOf,
  page,
  prepareComponents,
  problemsOf,
  stack,
  text,
  textsOf,
} from './screens.ts';

describe('a button', () => {
  const press = (button: Wire) => {
    const prepared = prepareComponents([{ type: 'button', stack: stack([]), ...button }]);
    const { action, triggers } = drawn(prepared)[0] ?? {};
    return { action, triggers, problems: problemsOf(prepared) };
  };
  const heard = (id: string) => ({ action: { type: 'workflow' }, triggers: { on_press: id } });
  const to = (destination: string, more: Wire = {}) => ({
    action: { type: 'navigate_to', destination, ...more },
  });

  it.each<[string, Wire, ReturnType<typeof heard>, readonly string[]]>([
    ['workflow', { id: 'go', action: { type: 'workflow' } }, heard('go'), []],
    [
      'workflow without an id',
      { action: { type: 'workflow' } },
      heard(reservedActions.nothing),
      [`button-without-id ${page}.0`],
    ],
    [
      'restore',
      { action: { type: 'restore_purchases' } },
      heard(reservedActions.restorePurchases),
      [],
    ],
    ['close', { action: { type: 'close_workflow' } }, heard(reservedActions.closeWorkflow), []],
    ['offer code', to('offer_code'), heard(reservedActions.offerCode), []],
    ['web paywall', to('web_paywall_link'), heard(reservedActions.webPaywallLink), []],
    [
      'unknown action',
      { action: { type: 'dance' } },
      heard(reservedActions.nothing),
      [`unknown-action ${page}.0.action.type`],
    ],
    ['no action', {}, heard(reservedActions.nothing), [`unknown-action ${page}.0.action.type`]],
    [
      'unknown destination',
      to('moon'),
      heard(reservedActions.nothing),
      [`unknown-action ${page}.0.action.destination`],
    ],
    [
      'missing sheet',
      to('sheet', { sheet: {} }),
      heard(reservedActions.nothing),
      [`unknown-action ${page}.0.action.sheet`],
    ],
    [
      'missing url',
      to('terms'),
      heard(reservedActions.nothing),
      [`missing-text ${page}.0.action.url.url_lid`],
    ],
  ])(
    'that the renderer would not tell of is heard by the host: %s',
    (_, button, expected, problems) => {
      expect(press(button)).toEqual({ ...expected, problems });
    },
  );

  it('opens an address as it stands, not as text', () => {
    const prepared = prepareComponents([
      { type: 'button', ...to('url', { url: { url_lid: 'url', method: 'external_browser' } }) },
    ]);
    expect([drawn(prepared)[0]?.['action'], textsOf(prepared)['url:url']]).toEqual([
      {
        type: 'navigate_to',
        destination: 'url',
        url: { url_lid: 'url:url', method: 'external_browser' },
      },
      'https://a.test/?a=1&b="2"',
    ]);
  });

  it('opens a sheet, which is about the selected package whatever is around the button', () => {
    const sheet = { id: 's', stack: stack([text('t')]) };
    const prepared = prepareComponents([
      packageOf('monthly', [{ type: 'button', ...to('sheet', { sheet }) }]),
    ]);
    const [button] = drawn(prepared)[0]?.['stack']?.['components'] as unknown as readonly Node[];
    expect(button?.['action']?.['sheet']).toMatchObject({
      type: 'sheet',
      id: 's',
      size: { width: { type: 'fill' }, height: { type: 'fit' } },
      background: null,
      background_blur: false,
      stack: { components: [{ text_lid: 'text:t' }] },
    });
  });

  it('to buy is heard by the host where there is nothing to select', () => {
    const button = { type: 'purchase_button', id: 'buy', stack: stack([]) };
    const seen = (...more: readonly unknown[]) => {
      const { type, triggers } = drawn(prepareComponents([button, ...more]))[0] ?? {};
      return { type, triggers };
    };
    expect([seen(), seen(packageOf('monthly'))]).toEqual([
      { type: 'button', triggers: { on_press: reservedActions.purchase } },
      { type: 'purchase_button', triggers: { on_purchase_press: 'buy' } },
    ]);
  });

  it('that sets a state says that the preview does not', () => {
    const state_updates = [{ set: 'open', to: true }, { to: 1 }, null];
    const button = { id: 'go', action: { type: 'workflow' }, state_updates };
    expect(press(button).problems).toEqual([`not-in-preview ${page}.0.state_updates.0`]);
  });
});
