import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json } from '../../../main/backend/json.ts';
import { loadDemoProject } from '../../../main/project/demo.ts';
import { defaultPackages } from '../../../shared/paywall/default-products.ts';
import { prepareScreen } from '../../../shared/paywall/prepare-screen.ts';

const folder = fileURLToPath(new URL('../../../main/project/demo', import.meta.url));
const read = (file: string): Json =>
  JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Json;

const listOf = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isJsonObject) : [];
const mapOf = (value: unknown): Json => (isJsonObject(value) ? value : {});

const offeringsFile = read('offerings.json');
const offerings = listOf(offeringsFile['offerings']);
const items = listOf(read('workflows.json')['workflows']);
const workflows = items.map(({ id }) => read(`workflows/${String(id)}.json`));

/** Every object in the JSON, with its place. */
const objectsIn = (value: unknown, place = ''): readonly (readonly [string, Json])[] => {
  if (Array.isArray(value))
    return value.flatMap((item, index) => objectsIn(item, `${place}.${String(index)}`));
  if (!isJsonObject(value)) return [];
  const below = Object.entries(value).flatMap(([key, item]) => objectsIn(item, `${place}.${key}`));
  return [[place, value], ...below];
};

/** All that has components: the screens of workflows, and offerings' own paywalls. */
const screens = [
  ...workflows.flatMap((workflow) =>
    Object.entries(mapOf(workflow['screens'])).map(([id, screen]) => ({
      name: `${String(workflow['id'])} ${id}`,
      offering: mapOf(screen)['offering_identifier'] ?? null,
      screen: mapOf(screen),
      uiConfig: workflow['ui_config'],
    })),
  ),
  ...offerings
    .filter((offering) => isJsonObject(offering['paywall_components']))
    .map((offering) => ({
      name: `offering ${String(offering['identifier'])}`,
      offering: offering['identifier'] ?? null,
      screen: mapOf(offering['paywall_components']),
      uiConfig: offeringsFile['ui_config'],
    })),
];

const locales = ['en_US', 'de_DE', 'ar'];

/** Every component that both SDKs and the renderer know. */
const components = [
  'stack',
  'text',
  'image',
  'icon',
  'button',
  'package',
  'purchase_button',
  'timeline',
  'carousel',
  'tabs',
  'tab_control',
  'tab_control_button',
  'tab_control_toggle',
  'video',
  'countdown',
  'header',
];

const packagesOf = (offeringId: unknown) => {
  const offering = offerings.find(({ identifier }) => identifier === offeringId);
  return listOf(offering?.['packages']);
};

/** Texts that are `assets/…`, where they can be an address. */
const addressesIn = (value: unknown): readonly string[] =>
  objectsIn(value).flatMap(([, object]) =>
    Object.values(object).filter(
      (text): text is string => typeof text === 'string' && text.startsWith('assets/'),
    ),
  );

const iconFiles = (value: unknown): readonly string[] =>
  objectsIn(value).flatMap(([, { base_url: base, formats }]) =>
    typeof base === 'string'
      ? Object.values(mapOf(formats)).map((file) => `${base}/${String(file)}`)
      : [],
  );

describe('the demo project', () => {
  it('has offerings with a workflow, with an old paywall, with only their own and with none', () => {
    loadDemoProject();
    const mapped = new Set(items.map((item) => item['offering_id']));
    const kinds = offerings.map((offering) => ({
      workflow: mapped.has(offering['identifier']),
      legacy: isJsonObject(offering['paywall']),
      own: isJsonObject(offering['paywall_components']),
    }));
    expect(offerings.length).toBeGreaterThanOrEqual(8);
    expect(kinds).toContainEqual({ workflow: true, legacy: false, own: true });
    expect(kinds).toContainEqual({ workflow: true, legacy: false, own: false });
    expect(kinds).toContainEqual({ workflow: false, legacy: true, own: false });
    expect(kinds).toContainEqual({ workflow: false, legacy: false, own: true });
    expect(kinds).toContainEqual({ workflow: false, legacy: false, own: false });
  });

  it('has ten workflows of one to four screens, inline and on the CDN, prefetched and not', () => {
    const steps = workflows.map((workflow) => Object.keys(mapOf(workflow['steps'])).length);
    expect(new Set(steps)).toEqual(new Set([1, 2, 3, 4]));
    expect(items).toHaveLength(10);
    const shapes = items.map((item) => ({
      isOnCdn: item['delivery'] === 'cdn',
      isPrefetched: item['prefetch'] === true,
      hasOffering: item['offering_id'] !== null,
    }));
    for (const isOnCdn of [true, false])
      for (const isPrefetched of [true, false])
        expect(shapes).toContainEqual({ isOnCdn, isPrefetched, hasOffering: true });
    expect(shapes).toContainEqual({ isOnCdn: false, isPrefetched: true, hasOffering: false });
  });

  it('uses every component that both SDKs and the renderer know', () => {
    const used = new Set(
      screens.flatMap(({ screen }) =>
        objectsIn(screen['components_config']).map(([, { type }]) => type),
      ),
    );
    expect(components.filter((type) => !used.has(type))).toEqual([]);
  });

  it.each(screens)('says everything in three languages: $name', ({ screen }) => {
    const texts = mapOf(screen['components_localizations']);
    const lids = locales.map((locale) => Object.keys(mapOf(texts[locale])).toSorted());
    expect(Object.keys(texts)).toEqual(locales);
    expect(lids[1]).toEqual(lids[0]);
    expect(lids[2]).toEqual(lids[0]);
    const used = objectsIn(screen['components_config']).flatMap(([, object]) =>
      Object.entries(object)
        .filter(([key]) => key.endsWith('_lid'))
        .map(([, lid]) => String(lid)),
    );
    expect([...new Set(used)].toSorted()).toEqual(lids[0]);
  });

  it.each(screens)('parses without a warning: $name', ({ screen, uiConfig, offering }) => {
    for (const locale of locales)
      for (const colorMode of ['light', 'dark'] as const) {
        const prepared = prepareScreen(screen, uiConfig, {
          locales: [locale],
          colorMode,
          widthClass: 'compact',
          packages: defaultPackages(
            packagesOf(offering).map((item) => ({
              identifier: String(item['identifier']),
              platform_product_identifier: String(item['platform_product_identifier']),
            })),
            'Skerry Plus',
            'EUR',
          ),
          nowMs: Date.UTC(2026, 11, 1),
        });
        expect({ locale: prepared.locale, problems: prepared.problems }).toEqual({
          locale,
          problems: [],
        });
      }
  });

  it.each(workflows.map((workflow) => ({ id: String(workflow['id']), workflow })))(
    'leads to every step, and only to steps that are there: $id',
    ({ workflow }) => {
      const steps = mapOf(workflow['steps']);
      const reached = new Set<string>();
      const visit = (id: string): void => {
        if (reached.has(id)) return;
        reached.add(id);
        for (const action of Object.values(mapOf(mapOf(steps[id])['trigger_actions'])))
          visit(String(mapOf(action)['step_id']));
      };
      visit(String(workflow['initial_step_id']));
      expect([...reached].toSorted()).toEqual(Object.keys(steps).toSorted());
    },
  );

  it('has a file for every address, and no file that nothing uses', () => {
    const everything = [offeringsFile, ...workflows];
    const used = new Set(everything.flatMap((json) => [...addressesIn(json), ...iconFiles(json)]));
    used.delete('assets/icons');
    const files = readdirSync(path.join(folder, 'assets'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.[a-z\d]+$/.test(file))
      .map((file) => `assets/${file.replaceAll('\\', '/')}`);
    expect([...used].filter((address) => !existsSync(path.join(folder, address)))).toEqual([]);
    // The licence of the fonts goes with them.
    expect(files.filter((file) => !used.has(file) && !file.endsWith('OFL.txt'))).toEqual([]);
  });
});
