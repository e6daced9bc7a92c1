import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { detailPath, listPath, offeringsPath, openPhoneLab, startOfTime } from './phone-lab.ts';

const json = (body: string): unknown => JSON.parse(body);

test('a phone gets offerings, list, details and files from one address, whatever it calls it', async () => {
  const { ask } = await openPhoneLab();
  const host = '10.0.2.2:9000';
  expect((await ask(offeringsPath, { host })).status).toBe(200);
  expect((await ask(listPath, { host })).status).toBe(200);
  const envelope = json((await ask(detailPath('wf_b'), { host })).body) as {
    readonly url: string;
    readonly hash: string;
  };
  expect(envelope.url).toMatch(/^http:\/\/10\.0\.2\.2:9000\/cdn\/workflows\/wf_b\//);
  const body = await ask(new URL(envelope.url).pathname, { host });
  expect(createHash('sha256').update(body.body, 'latin1').digest('hex')).toBe(envelope.hash);
  const [image] = /http:\/\/10\.0\.2\.2:9000(\/cdn\/assets\/[^"]+)/.exec(body.body)?.slice(1) ?? [];
  expect((await ask(image ?? '', { host })).status).toBe(200);
});

test('who has the very body is told so, as by the backend', async () => {
  const { ask } = await openPhoneLab();
  const first = await ask(offeringsPath);
  const tag = first.headers.get('x-revenuecat-etag') ?? '';
  const second = await ask(offeringsPath, { headers: [`X-RevenueCat-ETag: ${tag}`] });
  expect([first.status, second.status, second.body]).toEqual([200, 304, '']);
});

test('a customer is there, and owns nothing', async () => {
  const { ask } = await openPhoneLab();
  expect(json((await ask('/v1/subscribers/%24RCAnonymousID%3Ab')).body)).toEqual({
    request_date: '2023-11-14T22:13:20Z',
    request_date_ms: startOfTime,
    subscriber: {
      entitlements: {},
      first_seen: '2020-01-01T00:00:00Z',
      last_seen: '2023-11-14T22:13:20Z',
      management_url: null,
      non_subscriptions: {},
      original_app_user_id: '$RCAnonymousID:b',
      original_application_version: null,
      original_purchase_date: null,
      other_purchases: {},
      subscriptions: {},
    },
  });
});

test('who logs in is the one that was asked for', async () => {
  const { ask } = await openPhoneLab();
  const body = JSON.stringify({ app_user_id: 'bo', new_app_user_id: 'cy' });
  const answer = await ask('/v1/subscribers/identify', { method: 'POST', body });
  expect(answer.status).toBe(200);
  expect(json(answer.body)).toHaveProperty('subscriber.original_app_user_id', 'cy');
  const nobody = await ask('/v1/subscribers/identify', { method: 'POST', body: 'no JSON' });
  expect(nobody.status).toBe(400);
});

test.each([
  ['POST', '/v1/subscribers/bo/attributes', {}],
  ['POST', '/v1/events', {}],
  ['POST', '/v1/diagnostics', {}],
  ['GET', '/v1/subscribers/bo/virtual_currencies', { virtual_currencies: {} }],
  ['GET', '/v1/product_entitlement_mapping', { product_entitlement_mapping: {} }],
  ['GET', '/rcbilling/v1/branding', expect.objectContaining({ app_icon: null, appearance: null })],
])('%s %s is answered in its shape', async (method, target, shape) => {
  const { ask } = await openPhoneLab();
  const answer = await ask(target, method === 'POST' ? { method, body: '{}' } : {});
  expect(answer.status).toBe(200);
  expect(json(answer.body)).toEqual(shape);
});

test('products cost what the store says, with their trials, each once', async () => {
  const { ask } = await openPhoneLab();
  const offerings = json((await ask(offeringsPath)).body) as {
    readonly offerings: readonly {
      readonly packages: readonly { readonly platform_product_identifier: string }[];
    }[];
  };
  const [monthly, annual] = (offerings.offerings[0]?.packages ?? []).map(
    (one) => one.platform_product_identifier,
  );
  const asked = `/rcbilling/v1/subscribers/bo/products?id=${String(annual)}&id=${String(monthly)}&id=${String(annual)}`;
  const money = (amount_micros: number) => ({ amount_micros, currency: 'USD' });
  const sold = (identifier: string | undefined, title: string, option: object) => ({
    identifier,
    product_type: 'subscription',
    title,
    description: null,
    default_purchase_option_id: 'base_option',
    purchase_options: {
      base_option: { id: 'base_option', price_id: 'price', intro_price: null, ...option },
    },
  });
  expect(json((await ask(asked)).body)).toEqual({
    product_details: [
      sold(annual, 'Test Annual', {
        base: { period_duration: 'P1Y', cycle_count: 1, price: money(39_990_000) },
        trial: { period_duration: 'P1W', cycle_count: 1, price: null },
      }),
      sold(monthly, 'Test Monthly', {
        base: { period_duration: 'P1M', cycle_count: 1, price: money(4_990_000) },
        trial: null,
      }),
    ],
  });
});

test('a purchase is not taken, and so that it is posted again later', async () => {
  const { ask } = await openPhoneLab();
  const answer = await ask('/v1/receipts', { method: 'POST', body: '{}' });
  expect(answer.status).toBe(503);
});

test.each([
  '/',
  '/v1/customercenter/bo',
  '/v1/subscribers',
  '/cdn/../package.json',
  '/cdn/assets/%2e%2e/%2e%2e/package.json',
  '/cdn/assets/..%5c..%5cpackage.json',
  '/cdn/assets/%00',
  '/v1/subscribers/bo/constructor',
])('%s is answered 404, as RevenueCat does', async (target) => {
  const { ask } = await openPhoneLab();
  const answer = await ask(target);
  expect(answer.status).toBe(404);
  expect(json(answer.body)).toHaveProperty('code', 7259);
});

test('the endpoints are read only', async () => {
  const { ask } = await openPhoneLab();
  const answer = await ask(offeringsPath, { method: 'POST', body: '{}' });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});
