import { describe, expect, it } from 'vitest';
import {
  decodeOfferings,
  decodeOfferingsValue,
  isLegacy,
  legacyIds,
} from '../../../shared/model/offerings.ts';
import { absences, absent, deepJson, problemOf, valueOf } from './bodies.ts';

type Wire = Readonly<Record<string, unknown>>;

const wireOffering = (fields: Wire = {}): Wire => ({
  identifier: 'default',
  description: 'Standard set',
  packages: [],
  ...fields,
});

const responseOf = (...offerings: readonly Wire[]) =>
  valueOf(decodeOfferingsValue({ current_offering_id: 'default', offerings }));

const onlyOffering = (fields: Wire) => {
  const [offering] = responseOf(wireOffering(fields)).offerings;
  if (offering === undefined) throw new Error('the offering is gone');
  return offering;
};

describe('an offerings response', () => {
  it('keeps everything that it says', () => {
    const wire = {
      current_offering_id: 'default',
      offerings: [
        wireOffering({
          metadata: { theme: 'blue', deep: { list: [1, 2.5] } },
          packages: [
            {
              identifier: '$rc_monthly',
              platform_product_identifier: 'com.acme.monthly',
              platform_product_plan_identifier: 'p1m',
              web_checkout_url: null,
            },
          ],
          web_checkout_url: 'https://pay.acme.test',
          paywall_components: { template_name: 'components' },
        }),
        wireOffering({ identifier: 'legacy', metadata: null, paywall: { template_name: '1' } }),
      ],
      placements: { fallback_offering_id: 'default', offering_ids_by_placement: { a: null } },
      targeting: { revision: 4, rule_id: 'abc123' },
      ui_config: { app: { colors: {}, fonts: {} } },
      unknown: true,
    };
    expect(decodeOfferings(JSON.stringify(wire))).toStrictEqual({ ok: true, value: wire });
  });

  it.each([
    ['offerings', []],
    ['current offering', [wireOffering()]],
  ])('may have no %s', (_, offerings) => {
    const wire = { current_offering_id: null, offerings };
    expect(problemOf(decodeOfferingsValue(wire))).toBeNull();
  });

  it.each(absences)('is read where everything optional is %s', (_, how) => {
    const offering = {
      ...wireOffering(),
      ...absent(how, 'metadata'),
      ...absent(how, 'paywall'),
      ...absent(how, 'paywall_components'),
    };
    const wire = {
      current_offering_id: null,
      offerings: [offering],
      ...absent(how, 'placements'),
      ...absent(how, 'targeting'),
      ...absent(how, 'ui_config'),
    };
    expect(problemOf(decodeOfferingsValue(wire))).toBeNull();
  });

  it('is not lost over a paywall that nobody here reads', () => {
    const broken = wireOffering({ paywall: 7, paywall_components: 'broken' });
    expect(responseOf(broken, wireOffering({ identifier: 'b' })).offerings).toHaveLength(2);
  });

  it('may be nested deeper than functions can call', () => {
    const offering = JSON.stringify(wireOffering()).slice(0, -1);
    const text = `{"offerings":[${offering},"paywall_components":${deepJson(10_000)}}]}`;
    expect(problemOf(decodeOfferings(text))).toBeNull();
  });

  it.each([
    ['[]', /object/],
    ['', /JSON/],
    ['<html></html>', /JSON/],
    ['{}', /^offerings: /],
    ['{"offerings":{}}', /^offerings: /],
    ['{"offerings":[7]}', /^offerings\.0: /],
    ['{"offerings":[],"current_offering_id":7}', /^current_offering_id: /],
    ['{"offerings":[{"description":"","packages":[]}]}', /^offerings\.0\.identifier: /],
    ['{"offerings":[{"identifier":"a","packages":[]}]}', /^offerings\.0\.description: /],
    ['{"offerings":[{"identifier":"a","description":""}]}', /^offerings\.0\.packages: /],
    [
      '{"offerings":[{"identifier":"a","description":"","packages":[{"identifier":"m"}]}]}',
      /^offerings\.0\.packages\.0\.platform_product_identifier: /,
    ],
  ])('names the place where %s is wrong', (text, place) => {
    expect(problemOf(decodeOfferings(text))).toMatch(place);
  });
});

describe('a legacy offering', () => {
  it('is one with a first-generation paywall', () => {
    expect(isLegacy(onlyOffering({ paywall: { template_name: '1' } }))).toBe(true);
  });

  it.each(absences)('is none where that paywall is %s', (_, how) => {
    expect(isLegacy(onlyOffering(absent(how, 'paywall')))).toBe(false);
  });

  it('is found by its id', () => {
    const response = responseOf(
      wireOffering({ identifier: 'a', paywall: { config: {} } }),
      wireOffering({ identifier: 'b', paywall_components: { template_name: 'x' } }),
      wireOffering({ identifier: 'c', paywall: {} }),
    );
    expect(legacyIds(response)).toEqual(new Set(['a']));
  });
});
