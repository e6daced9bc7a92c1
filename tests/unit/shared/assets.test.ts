import { describe, expect, it } from 'vitest';
import { type Asset, collectAssets } from '../../../shared/model/assets.ts';
import { decodeWorkflow } from '../../../shared/model/workflow.ts';
import { deepJson, valueOf, wireScreen, wireWorkflow, workflowOf } from './bodies.ts';

const image = (name: string, fields: object = {}) => ({
  width: 10,
  height: 20,
  original: `https://a.test/${name}.png`,
  webp: `https://a.test/${name}.webp`,
  webp_low_res: `https://a.test/${name}_low.webp`,
  heic: `https://a.test/${name}.heic`,
  heic_low_res: `https://a.test/${name}_low.heic`,
  ...fields,
});

const inComponents = (...components: readonly unknown[]) =>
  collectAssets(
    workflowOf({
      screens: {
        s: wireScreen({ components_config: { base: { stack: { type: 'stack', components } } } }),
      },
    }),
  );

const urls = (assets: readonly Asset[]): readonly string[] => assets.map(({ url }) => url);

describe('the assets of a workflow', () => {
  it('are none where its screens draw none', () => {
    expect(inComponents({ type: 'text', text_lid: 'a' })).toEqual([]);
  });

  it.each([
    [{}, 'webp'],
    [{ webp: null }, 'png'],
    [{ webp: '' }, 'png'],
    [{ webp: null, original: null }, 'heic'],
  ])('are an image in the best form that there is: %j → %s', (fields, extension) => {
    expect(inComponents({ type: 'image', source: { light: image('x', fields) } })).toEqual([
      { kind: 'image', url: `https://a.test/x.${extension}` },
    ]);
  });

  it('are the images of light and dark, of overrides, backgrounds and localizations', () => {
    const assets = collectAssets(
      workflowOf({
        screens: {
          s: wireScreen({
            components_config: {
              base: {
                background: { type: 'image', value: { light: image('1'), dark: image('2') } },
                stack: {
                  components: [
                    {
                      type: 'image',
                      source: { light: image('3') },
                      overrides: [{ properties: { source: { light: image('4') } } }],
                    },
                  ],
                },
                sticky_footer: { stack: { badge: { stack: { components: [image('5')] } } } },
              },
            },
            components_localizations: { en: { a: 'text', b: { light: image('6') } } },
          }),
          t: wireScreen({ components_localizations: { de: { b: { light: image('7') } } } }),
        },
      }),
    );
    const expected = ['1', '2', '3', '4', '5', '6', '7'];
    expect(assets).toEqual(
      expected.map((name) => ({ kind: 'image', url: `https://a.test/${name}.webp` })),
    );
  });

  it.each([
    [{ webp: 'x.webp', svg: 'x.svg', png: 'x.png' }, 'x.webp'],
    [{ svg: 'x.svg', png: 'x.png' }, 'x.svg'],
    [{ png: 'x.png', heic: 'x.heic' }, 'x.png'],
  ])('are an icon in the best form that there is: %j → %s', (formats, name) => {
    const icon = { type: 'icon', icon_name: 'x', formats };
    expect(inComponents({ ...icon, base_url: 'https://i.test/icons' })).toEqual([
      { kind: 'icon', url: `https://i.test/icons/${name}` },
    ]);
    expect(urls(inComponents({ ...icon, base_url: 'https://i.test/icons//' }))).toEqual([
      `https://i.test/icons/${name}`,
    ]);
  });

  it.each([
    [{ base_url: 'https://i.test' }],
    [{ base_url: 'https://i.test', formats: null }],
    [{ base_url: 'https://i.test', formats: {} }],
    [{ formats: { webp: 'x.webp' } }],
    [{ width: 1, height: 1 }],
    [{ width: 1, height: 1, webp: 7 }],
    [{ webp: 'https://a.test/no-size.webp' }],
    [{ type: 'button', action: { type: 'url', url: 'https://a.test/terms' } }],
    [{ type: 'video', url: 'https://a.test/no-size.mp4' }],
  ])('are none in %j', (component) => {
    expect(inComponents(component)).toEqual([]);
  });

  it('are the icons of overrides, which say only what they change', () => {
    const overrides = [
      { properties: { formats: { webp: 'y.webp' } } },
      { properties: { base_url: 'https://other.test' } },
      { properties: { formats: {}, color: null } },
    ];
    const icon = { base_url: 'https://i.test', formats: { webp: 'x.webp' }, overrides };
    expect(urls(inComponents(icon, { formats: { webp: 'z.webp' } }))).toEqual([
      'https://i.test/x.webp',
      'https://i.test/y.webp',
      'https://other.test/x.webp',
    ]);
  });

  it('are its videos', () => {
    const light = { width: 1, height: 1, url: 'https://a.test/v.mp4', url_low_res: 'x' };
    expect(inComponents({ type: 'video', source: { light } })).toEqual([
      { kind: 'video', url: 'https://a.test/v.mp4' },
    ]);
  });

  it('are the fonts of its ui_config that have an address', () => {
    const fonts = {
      body: {
        ios: { type: 'name', value: 'Inter', url: 'https://f.test/inter.ttf' },
        android: { type: 'google_fonts', value: 'Inter' },
        web: { type: 'name', value: 'Inter', url: 'https://f.test/inter.woff2' },
      },
      title: { web: { url: 'https://f.test/inter.woff2' }, ios: null },
      broken: null,
    };
    expect(collectAssets(workflowOf({ ui_config: { app: { colors: {}, fonts } } }))).toEqual([
      { kind: 'font', url: 'https://f.test/inter.ttf' },
      { kind: 'font', url: 'https://f.test/inter.woff2' },
    ]);
  });

  it.each([
    [{}],
    [{ app: null }],
    [{ app: {} }],
    [{ app: { fonts: null } }],
    [{ app: { fonts: [] } }],
  ])('are no fonts in the ui_config %j', (uiConfig) => {
    expect(collectAssets(workflowOf({ ui_config: uiConfig }))).toEqual([]);
  });

  it('are named in the order of the screens, each address once', () => {
    const assets = inComponents(image('b'), [image('a'), image('b')], {
      z: image('c'),
      y: image('a'),
    });
    expect(urls(assets)).toEqual(['b', 'a', 'c'].map((name) => `https://a.test/${name}.webp`));
  });

  it.each(['arrays', 'objects'])('are found inside 10,000 nested %s', (kind) => {
    const found = JSON.stringify(image('deep'));
    const nested =
      kind === 'arrays'
        ? deepJson(10_000).replace('[]', `[${found}]`)
        : `${'{"stack":'.repeat(10_000)}${found}${'}'.repeat(10_000)}`;
    const screen = JSON.stringify(wireScreen()).replace('{}', `{"base":${nested}}`);
    const text = JSON.stringify(wireWorkflow()).replace(
      '"screens":{}',
      `"screens":{"s":${screen}}`,
    );
    expect(urls(collectAssets(valueOf(decodeWorkflow(text))))).toEqual([
      'https://a.test/deep.webp',
    ]);
  });
});
