import { describe, expect, it } from 'vitest';
import { missingPicture } from '../../../shared/paywall/style/assets.ts';
import { prepareScreen } from '../../../shared/paywall/prepare-screen.ts';
import {
  type Wire,
  black,
  circumstances,
  drawn,
  page,
  problemsOf,
  screenOf,
  text,
  uiConfig,
} from './screens.ts';

const prepare = (
  component: Wire,
  assetUrl?: (original: string) => string | null,
  fonts: Wire = {},
) =>
  prepareScreen(
    screenOf([component], { t: 'x' }),
    uiConfig({ fonts }),
    circumstances(assetUrl === undefined ? {} : { assetUrl }),
  );

const cached = (original: string) => `/cache/${original.replace(/^.*\//, '')}`;
const nowhere = () => null;

const icon: Wire = {
  type: 'icon',
  base_url: 'https://icons.test/set//',
  formats: { svg: 'x.svg', webp: 'x.webp', heic: 'x.heic' },
  color: black,
};

describe('a picture', () => {
  const source = {
    light: { width: 4, height: 3, original: 'https://a.test/o.png', webp: 'https://a.test/w.webp' },
    dark: { width: 4, heic: 'https://a.test/h.heic' },
  };
  const files = (url: string, width: number, height: number) => ({
    width,
    height,
    original: url,
    webp: url,
  });
  it('is asked for by the address that is fetched ahead', () => {
    const prepared = prepare({ type: 'image', source }, cached);
    expect(drawn(prepared)[0]?.['source']).toEqual({
      light: files('/cache/w.webp', 4, 3),
      dark: files('/cache/h.heic', 0, 0),
    });
  });

  it('that is nowhere is drawn as a missing one, as large as it would be', () => {
    const prepared = prepare({ type: 'image', source }, nowhere);
    expect([drawn(prepared)[0]?.['source'], problemsOf(prepared)]).toEqual([
      { light: files(missingPicture, 4, 3), dark: files(missingPicture, 100, 100) },
      [`asset-missing ${page}.0.source.light.webp`, `asset-missing ${page}.0.source.dark.heic`],
    ]);
  });

  it('has an address that cannot leave its place in CSS', () => {
    const prepared = prepare(
      { ...icon, formats: { webp: "a'b).webp);x:url(//evil" } },
      (original) => original,
    );
    expect(JSON.stringify(drawn(prepared))).not.toMatch(/[()']/);
  });
});

describe('an icon', () => {
  it.each<[string, Wire, (original: string) => string | null, Wire]>([
    [
      'is found in its folder',
      icon,
      (url) => url,
      { base_url: 'https://icons.test/set', formats: { webp: 'x.webp' } },
    ],
    ['is found in the cache', icon, cached, { base_url: '/cache', formats: { webp: 'x.webp' } }],
    ['may have an address of one name', icon, () => 'x', { base_url: '.', formats: { webp: 'x' } }],
    [
      'may be an SVG',
      { ...icon, formats: { svg: 'y.svg' } },
      cached,
      { base_url: '/cache', formats: { webp: 'y.svg' } },
    ],
  ])('%s', (_, component, assetUrl, expected) => {
    expect(drawn(prepare(component, assetUrl))[0]).toMatchObject(expected);
  });

  it('has a size of its own where it should be as large as its drawing', () => {
    const fit = { width: { type: 'fit' }, height: { type: 'fixed', value: 9 } };
    expect(drawn(prepare({ ...icon, size: fit }))[0]?.['size']).toEqual({
      width: { type: 'fixed', value: 24 },
      height: { type: 'fixed', value: 9 },
    });
  });
});

describe('a font', () => {
  const fonts: Wire = {
    title: {
      web: {
        type: 'name',
        family: "Open 'Sans'; x",
        url: 'https://f.test/b.woff2',
        weight: 700,
        style: 'italic',
      },
    },
    body: { android: { type: 'name', value: 'Open Sans', url: 'https://f.test/r.ttf' } },
    google: { web: { type: 'google_fonts', value: 'Lobster' } },
    device: { ios: { type: 'name', value: 'Avenir' } },
  };
  const used = (name: unknown, assetUrl: (original: string) => string | null = cached) => {
    const prepared = prepare(text('t', { font_name: name }), assetUrl, fonts);
    const app = prepared.props.uiConfig['app'] as unknown as { readonly fonts: unknown };
    return [drawn(prepared)[0]?.['font_name'], app.fonts, problemsOf(prepared)];
  };
  const place = `${page}.0.font_name`;

  it('has a name that the renderer uses, and a family that CSS takes', () => {
    expect(used('title')).toEqual([
      'RCFM:title',
      {
        'RCFM:title': {
          web: {
            type: 'name',
            value: "Open 'Sans'; x",
            family: 'Open-Sans-x-f1',
            url: '/cache/b.woff2',
            weight: 700,
            style: 'italic',
          },
        },
      },
      [],
    ]);
  });

  it('may come from a phone', () => {
    expect(used('body')[0]).toBe('RCFM:body');
  });

  it.each<[string, unknown, readonly string[]]>([
    ['none', null, []],
    ['unknown', 'nope', [`unknown-font ${place}`]],
    ['of a name that every object has', 'constructor', [`unknown-font ${place}`]],
    ['of Google', 'google', [`font-not-offline ${place}`]],
    ['of the device', 'device', [`font-without-file ${place}`]],
  ])('that is %s is the usual one', (_, name, problems) => {
    expect(used(name)).toEqual([null, {}, problems]);
  });

  it('that has not been fetched is the usual one', () => {
    expect(used('title', nowhere)).toEqual([
      null,
      {},
      ['asset-missing ui_config.app.fonts.title.web.url'],
    ]);
  });
});
