import { expect } from 'playwright/test';
import type { PreviewPage } from '../../main/tools/shoot/preview-page.ts';
import type { ShownPaywall } from '../../shared/paywall/preview-page.ts';
import { lookAt } from './support/look-at.ts';
import {
  carousel,
  color,
  fixed,
  hex,
  icon,
  image,
  imageBackground,
  layers,
  paywall,
  stack,
  text,
  video,
} from './support/paywalls.ts';
import { test } from './support/preview-test.ts';

/** The kinds of findings with what each is about, in the order of the kinds. */
const found = async (preview: PreviewPage, screen: ShownPaywall): Promise<readonly string[]> => {
  const { findings } = await lookAt(preview, screen);
  return findings.map(({ kind, subject }) => `${kind}: ${subject}`).sort();
};

const wide = { size: { width: { type: 'fixed', value: 250 }, height: { type: 'fit' } } };

test('nothing is found on a paywall that is as it should be', async ({ preview, backend }) => {
  const { cdn } = backend.origins;
  const screen = paywall([
    text('A title', { font_size: 28, font_weight: 'bold' }),
    text('Several lines of text that say **what** this is all about, *at length*, over and over.'),
    image(`${cdn}/assets/dot.svg`),
    icon(`${cdn}/assets`, 'dot.svg'),
    stack([text('In a box')], { background: color('#eeeeee') }),
    carousel([stack([text('The first page')]), stack([text('The second page')])], { loop: true }),
    stack(
      Array.from({ length: 40 }, (_, index) => text(`A line that has to be scrolled to: ${index}`)),
    ),
  ]);
  const seen = await lookAt(preview, screen);
  expect(seen).toEqual({ problems: [], troubles: [], findings: [], unmeasured: [] });
});

test.describe('it is found that a text', () => {
  test('says nothing', async ({ preview }) => {
    expect(await found(preview, paywall([text('')]))).toEqual(['empty-text: ']);
    expect(await found(preview, paywall([text('\u200b ')]))).toEqual(['empty-text: \u200b']);
  });

  test('was not filled in', async ({ preview }) => {
    const screen = paywall([text('From {{ product.price')]);
    expect(await found(preview, screen)).toEqual(['unresolved-text: From {{ product.price']);
  });

  test('is too long for a width of its own', async ({ preview }) => {
    const screen = paywall([text('Donaudampfschiffahrt', { size: fixed(60, 30) })]);
    expect(await found(preview, screen)).toEqual(['text-overflows: Donaudampfschiffahrt']);
  });

  test('is too long for the box that it is in', async ({ preview }) => {
    const words = 'Try it for a week and then decide whether it is for you';
    const box = stack([text(words, wide)], {
      size: fixed(300, 40),
      background: color('#dddddd'),
    });
    expect(await found(preview, paywall([box]))).toEqual([`text-overflows: ${words}`]);
  });

  test('is cut off', async ({ preview }) => {
    const words = 'This line is much too long for the page of the carousel that it is on, truly';
    const page = stack([text(words, { size: fixed(700, 30) })], { size: fixed(390, 60) });
    expect(await found(preview, paywall([carousel([page])]))).toContain(`text-clipped: ${words}`);
  });

  test('leaves the screen, which can then be moved sideways', async ({ preview }) => {
    const margin = { top: 0, bottom: 0, leading: 250, trailing: 0 };
    const words = 'This is too far to the right';
    const screen = paywall([text(words, { ...wide, margin })]);
    expect(await found(preview, screen)).toEqual([
      `scrolls-sideways: ${words}`,
      `text-off-screen: ${words}`,
    ]);
  });

  test('lies behind something', async ({ preview }) => {
    const screen = paywall([
      layers([
        text('You cannot read this'),
        stack([], { size: fixed(300, 60), background: color('#ffcc00') }),
      ]),
    ]);
    expect(await found(preview, screen)).toContain('text-covered: You cannot read this');
  });

  test('is written over another one', async ({ preview }) => {
    const screen = paywall([layers([text('The one'), text('The other one')])]);
    expect(await found(preview, screen)).toEqual(['texts-overlap: The one']);
  });

  test('is written over another one where it has to be scrolled to', async ({ preview }) => {
    const screen = paywall([
      stack([], { size: fixed(10, 2_000) }),
      layers([text('The one'), text('The other one')]),
    ]);
    expect(await found(preview, screen)).toEqual(['texts-overlap: The one']);
  });

  test('is hardly lighter than what is behind it', async ({ preview }) => {
    const screen = paywall([text('Small print', { color: hex('#777777') })], {
      background: color('#dddddd'),
    });
    const { findings } = await lookAt(preview, screen);
    expect(findings.map(({ detail }) => detail)).toEqual(['has a contrast of 3.2, less than 4.5']);
  });

  test('is in a font that did not come', async ({ preview, backend }) => {
    const web = {
      type: 'name',
      value: 'Lost',
      family: 'Lost',
      url: `${backend.origins.cdn}/assets/lost.woff2`,
      weight: 400,
      style: 'normal',
    };
    const screen = paywall([text('Lost', { font_name: 'RCFM:lost' })], {
      fonts: { 'RCFM:lost': { web } },
    });
    expect(await found(preview, screen)).toEqual(['font-not-loaded: Lost']);
  });
});

test.describe('of the contrast it is known', () => {
  const grey = { color: hex('#777777') };
  const onGrey = { background: color('#dddddd') };

  test('that large text can do with less', async ({ preview }) => {
    const screen = paywall([text('Large', { ...grey, font_size: 24 })], onGrey);
    expect(await found(preview, screen)).toEqual([]);
  });

  test('what is behind a text that has to be scrolled to', async ({ preview }) => {
    const screen = paywall([stack([], { size: fixed(10, 2_000) }), text('Far down', grey)], onGrey);
    expect(await found(preview, screen)).toEqual(['low-contrast: Far down']);
  });

  test('that it cannot be told for a gradient', async ({ preview }) => {
    const points = [
      { color: '#dddddd', percent: 0 },
      { color: '#eeeeee', percent: 100 },
    ];
    const gradient = { light: { type: 'linear', degrees: 0, points } };
    const { findings, unmeasured } = await lookAt(
      preview,
      paywall([text('Rainbow', { color: gradient })]),
    );
    expect({ findings, unmeasured }).toEqual({ findings: [], unmeasured: ['Rainbow'] });
  });
});

test.describe('it is found and said where from that', () => {
  test('an image did not come', async ({ preview, backend }) => {
    const url = `${backend.origins.cdn}/assets/none.webp`;
    const { troubles, findings } = await lookAt(preview, paywall([image(url)]));
    expect(findings.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['image-not-loaded', url],
    ]);
    expect(troubles).toContainEqual({ kind: 'request-failed', text: `${url} (404)` });
  });

  test('a background did not come', async ({ preview, backend }) => {
    const url = `${backend.origins.cdn}/assets/none.webp`;
    const screen = paywall([text('On a picture')], { background: imageBackground(url) });
    expect(await found(preview, screen)).toContain(`background-not-loaded: ${url}`);
  });

  test('an icon did not come', async ({ preview, backend }) => {
    const folder = `${backend.origins.cdn}/assets`;
    const screen = paywall([icon(folder, 'none.webp')]);
    expect(await found(preview, screen)).toEqual([`icon-not-loaded: ${folder}/none.webp`]);
  });

  test('a video cannot be played', async ({ preview, backend }) => {
    const url = `${backend.origins.cdn}/assets/dot.svg`;
    expect(await found(preview, paywall([video(url)]))).toEqual([`video-not-playable: ${url}`]);
  });
});

test.describe('it is noticed that', () => {
  test('something is asked for elsewhere, which is stopped', async ({ preview }) => {
    const url = 'https://assets.example.com/picture.webp';
    const { troubles } = await lookAt(preview, paywall([image(url)]));
    expect(troubles).toContainEqual({ kind: 'request-outside', text: url });
  });

  test('a paywall cannot be mounted', async ({ preview }) => {
    const screen = paywall([]);
    const broken = { ...screen, props: { ...screen.props, paywallData: {} } };
    const { troubles } = await lookAt(preview, broken);
    expect(troubles.map(({ kind }) => kind)).toContain('page-error');
  });

  test('a part of a paywall cannot be mounted', async ({ preview }) => {
    const { troubles } = await lookAt(preview, paywall([{ type: 'stack' }]));
    expect(troubles.map(({ kind }) => kind)).toContain('page-error');
  });

  test('the next paywall is without fault', async ({ preview, backend }) => {
    await lookAt(preview, paywall([image(`${backend.origins.cdn}/assets/none.webp`), text('')]));
    const { troubles, findings } = await lookAt(preview, paywall([text('All is well')]));
    expect({ troubles, findings }).toEqual({ troubles: [], findings: [] });
  });
});
