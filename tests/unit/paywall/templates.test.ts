import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { collectAssets } from '../../../shared/model/assets.ts';
import { decodeOfferings } from '../../../shared/model/offerings.ts';
import { defaultPackages } from '../../../shared/paywall/default-products.ts';
import { prepareScreen } from '../../../shared/paywall/prepare-screen.ts';
import type { PaywallJson } from '../../../shared/paywall/wire/json.ts';
import { areTemplatesThere, templatesFile } from '../../helpers/paywall-templates.ts';
import { valueOf, workflowOf } from '../shared/bodies.ts';
import { circumstances, textsOf } from './screens.ts';

const read = () => valueOf(decodeOfferings(readFileSync(templatesFile, 'utf8')));

const prepareAll = (more: Parameters<typeof circumstances>[0] = {}) => {
  const { offerings, ui_config } = read();
  return offerings.map(({ identifier, packages, paywall_components }) => ({
    identifier,
    prepared: prepareScreen(
      paywall_components as PaywallJson,
      ui_config,
      circumstances({ packages: defaultPackages(packages, 'Acme', 'USD'), ...more }),
    ),
  }));
};

describe('the real paywall templates', () => {
  beforeEach((context) => {
    context.skip(!areTemplatesThere, `there are no templates at ${templatesFile}`);
  });

  it('are prepared without a problem', () => {
    const all = prepareAll();
    expect(all.length).toBeGreaterThan(10);
    expect(all.flatMap(({ prepared }) => prepared.problems)).toEqual([]);
  });

  it('select a package, and leave no name that the renderer could not look up', () => {
    for (const { prepared } of prepareAll()) {
      const values = prepared.props.variablesPerPackage[prepared.selectedPackageId ?? ''] ?? {};
      const names = Object.values(textsOf(prepared)).flatMap((text) =>
        Array.from(text.matchAll(/\{\{ (\S+) \}\}/g), ([, name]) => name ?? ''),
      );
      expect(names.filter((name) => values[name] === undefined)).toEqual([]);
      const json = JSON.stringify(prepared.props.paywallData);
      expect(/"type":"(?:alias|restore_purchases)"/.test(json)).toBe(false);
    }
  });

  it('ask for no other files than those that are fetched ahead', () => {
    const { offerings } = read();
    const fetched = new Set(
      offerings.flatMap(({ identifier, paywall_components }) =>
        collectAssets(workflowOf({ screens: { [identifier]: paywall_components } })).map(
          ({ url }) => url,
        ),
      ),
    );
    const asked = new Set<string>();
    const assetUrl = (url: string): string => {
      asked.add(url);
      return url;
    };
    prepareAll({ assetUrl });
    expect([...asked].filter((url) => !fetched.has(url))).toEqual([]);
    expect(asked.size).toBeGreaterThan(30);
  });
});
