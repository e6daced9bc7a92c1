import { describe, expect, it } from 'vitest';
import {
  type PicturesWanted,
  mostPictures,
  planPictures,
} from '../../../../main/app/pictures/plan.ts';
import type { Offering } from '../../../../shared/model/offerings.ts';
import { defaultStage } from '../../../../shared/stage/set-up.ts';
import type { Outline, OutlineScreen } from '../../../../shared/workflow/outline.ts';

const screen = (id: string, more: Partial<OutlineScreen> = {}): OutlineScreen => ({
  id,
  name: null,
  locales: ['en_US'],
  defaultLocale: 'en_US',
  offeringId: null,
  packages: [],
  exitOfferingId: null,
  ...more,
});

const outlineOf = (...screens: readonly OutlineScreen[]): Outline => ({
  initialStepId: 'st',
  singleStepFallbackId: null,
  steps: [],
  screens,
  customVariables: [],
});

const offering = (identifier: string, product: string): Offering => ({
  identifier,
  description: `The ${identifier}`,
  packages: [{ identifier: '$rc_monthly', platform_product_identifier: product }],
});

const offerings = [offering('default', 'monthly'), offering('sale', 'monthly_sale')];

type Look = PicturesWanted['looks'][number];

const look = (more: Partial<Look> = {}): Look => ({
  device: 'iphone',
  isSideways: false,
  colorMode: 'light',
  locale: null,
  pseudo: null,
  ...more,
});

const plan = (
  screens: readonly OutlineScreen[],
  wanted: Partial<PicturesWanted> = {},
  stage = defaultStage,
) =>
  planPictures(
    {
      kind: 'workflow',
      id: 'wf_a',
      bodyHash: 'h',
      offeringId: 'default',
      screenIds: [],
      looks: [look()],
      ...wanted,
    },
    {
      paper: { outline: outlineOf(...screens), json: '{}' },
      files: { 'https://a.test/1.png': 'name' },
      offerings,
      stage,
      nowMs: 1_000,
    },
  );

describe('what pictures are taken of', () => {
  it('is every screen in every look, in their order', () => {
    const frames = plan([screen('a', { name: 'Hello' }), screen('b')], {
      looks: [look(), look({ colorMode: 'dark' })],
    });
    expect(frames.map(({ screen: name, look: how }) => `${name} ${how}`)).toEqual([
      '1-Hello iphone-en_US-light',
      '1-Hello iphone-en_US-dark',
      '2-b iphone-en_US-light',
      '2-b iphone-en_US-dark',
    ]);
  });

  it('is only the screens that are wanted, with their place among all', () => {
    const frames = plan([screen('a'), screen('b')], { screenIds: ['b', 'none'] });
    expect(frames.map(({ screen: name }) => name)).toEqual(['2-b']);
  });

  it('is planned no further than can be taken, however much is wanted', () => {
    const screens = Array.from({ length: 1_000 }, (_, index) => screen(String(index)));
    const looks = Array.from({ length: 500 }, (_, index) => look({ locale: String(index) }));
    expect(plan(screens, { looks })).toHaveLength(mostPictures + 1);
  });

  it('is told apart by device, orientation, language, colours and pseudo language', () => {
    const frames = plan(
      [screen('a')],
      {
        looks: [
          look({ device: 'ipad', isSideways: true, locale: 'de_DE' }),
          look({ device: 'free', isSideways: true }),
          look({ pseudo: 'mirrored' }),
          // The same as what the screen has by itself.
          look({ locale: 'en_US', pseudo: 'mirrored' }),
        ],
      },
      { ...defaultStage, freeSize: { width: 480, height: 720 } },
    );
    expect(frames.map(({ look: how, size }) => [how, size])).toEqual([
      ['ipad-sideways-de_DE-light', { width: 1_180, height: 820 }],
      ['720x480-en_US-light', { width: 720, height: 480 }],
      ['iphone-en_US-light-mirrored', { width: 393, height: 852 }],
    ]);
  });

  it('is asked for as the stage would show it, at a time that stands still', () => {
    const stage = { ...defaultStage, textScale: 1.5, country: 'DE', device: 'ipad' as const };
    const [frame] = plan([screen('a')], {}, stage);
    expect(frame).toMatchObject({
      size: { width: 393, height: 852 },
      pixelsPerPoint: 3,
      request: {
        screenId: 'a',
        files: { 'https://a.test/1.png': 'name' },
        moment: { at: 1_000, isRunning: false },
        safeArea: { top: 59, right: 0, bottom: 34, left: 0 },
        circumstances: { textScale: 1.5, country: 'DE', widthClass: 'compact', nowMs: 1_000 },
      },
    });
  });

  it('sells what the screen says, else what the workflow was opened for', () => {
    const screens = [
      screen('opened'),
      screen('own', { offeringId: 'sale' }),
      screen('unknown', { offeringId: 'none' }),
    ];
    const products = (offeringId: string | null) =>
      plan(screens, { offeringId }).map(({ request }) =>
        request.circumstances.packages.map(({ product }) => product.id),
      );
    expect([products('default'), products(null)]).toEqual([
      [['monthly'], ['monthly_sale'], []],
      [[], ['monthly_sale'], []],
    ]);
  });
});
