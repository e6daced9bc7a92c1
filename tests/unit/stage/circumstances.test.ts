import { describe, expect, it } from 'vitest';
import {
  circumstancesFor,
  packagesOnOffer,
  screenOf,
} from '../../../shared/stage/circumstances.ts';
import { devices } from '../../../shared/stage/devices.ts';
import { type StageSetUp, defaultStage } from '../../../shared/stage/set-up.ts';
import { widthClassOf } from '../../../shared/stage/width-class.ts';

const nowMs = Date.UTC(2026, 0, 15);
const monthly = { id: '$rc_monthly', productId: 'acme.monthly' };

const circumstances = (more: Partial<StageSetUp> = {}, selected?: string | null) => {
  const setUp = { ...defaultStage, ...more };
  return circumstancesFor(setUp, screenOf(setUp).size, [monthly], 'Acme', nowMs, selected);
};

describe('the screen of a stage', () => {
  it('is that of the device', () => {
    const { size, safeArea, cornerRadius, pixelsPerPoint } = devices.iphone;
    expect(screenOf(defaultStage)).toEqual({ size, safeArea, cornerRadius, pixelsPerPoint });
  });

  it('is as wide as the device is high when it is held sideways', () => {
    expect(screenOf({ ...defaultStage, isSideways: true })).toMatchObject({
      size: { width: 852, height: 393 },
      safeArea: devices.iphone.safeAreaSideways,
    });
  });

  it.each([
    [false, { width: 300, height: 900 }],
    [true, { width: 900, height: 300 }],
  ])('is free of corners and edges where its size is free (sideways: %s)', (isSideways, size) => {
    const freeSize = { width: 300, height: 900 };
    expect(screenOf({ device: 'free', freeSize, isSideways })).toEqual({
      size,
      safeArea: { top: 0, right: 0, bottom: 0, left: 0 },
      cornerRadius: 0,
      pixelsPerPoint: 2,
    });
  });

  it.each([
    [599, 'compact'],
    [600, 'medium'],
    [839, 'medium'],
    [840, 'expanded'],
  ])('is, at a width of %d, %s', (width, expected) => {
    expect(widthClassOf({ width })).toBe(expected);
  });
});

describe('the circumstances of a stage', () => {
  it('are what is set up', () => {
    const more = {
      device: 'android',
      colorMode: 'dark',
      locale: 'de_DE',
      pseudo: 'accented',
      textScale: 1.5,
      country: 'DE',
      currency: 'EUR',
      customVariables: { name: 'you' },
    } as const;
    expect(circumstances(more)).toEqual({
      locales: ['de-DE'],
      colorMode: 'dark',
      widthClass: 'compact',
      packages: [
        {
          id: '$rc_monthly',
          product: {
            id: 'acme.monthly',
            title: 'Acme Monthly',
            price: { amount: 4.99, currency: 'EUR' },
            period: 'P1M',
          },
          isEligibleForIntro: false,
          isEligibleForPromo: false,
        },
      ],
      customVariables: { name: 'you' },
      country: 'DE',
      store: 'google',
      nowMs,
      textScale: 1.5,
      pseudo: 'accented',
    });
  });

  it.each([
    ["the paywall's own language where none is chosen", {}, { locales: [] }],
    ['the store of Apple on a screen of any size', { device: 'free' }, { store: 'apple' }],
    ['a wider class when held sideways', { isSideways: true }, { widthClass: 'expanded' }],
  ] as const)('are %s', (_, more, expected) => {
    expect(circumstances(more)).toMatchObject(expected);
  });

  it.each<[string | null | undefined, object]>([
    ['a', { selectedPackageId: 'a' }],
    [null, { selectedPackageId: null }],
    [undefined, {}],
  ])('say which package is selected: %s', (selected, expected) => {
    const { selectedPackageId, ...rest } = circumstances({}, selected);
    expect(selectedPackageId === undefined ? {} : { selectedPackageId }).toEqual(expected);
    expect('selectedPackageId' in rest).toBe(false);
  });
});

describe('the products of a stage', () => {
  const price = { amount: 1, currency: 'GBP' };
  const product = {
    title: 'Pro',
    price,
    period: null,
    introOffers: [{ price, period: 'P1W' }],
    promoOffer: null,
    isEligibleForIntro: true,
    isEligibleForPromo: false,
  };

  it('are those that somebody edited, and else guessed', () => {
    const constructor = { id: 'b', productId: 'constructor' };
    const set = { products: { 'acme.monthly': product }, currency: 'JPY' };
    const [edited, guessed] = packagesOnOffer([monthly, constructor], '', set);
    expect([edited, guessed?.product.price]).toEqual([
      {
        id: '$rc_monthly',
        product: {
          id: 'acme.monthly',
          title: 'Pro',
          price,
          period: null,
          introOffers: product.introOffers,
        },
        isEligibleForIntro: true,
        isEligibleForPromo: false,
      },
      { amount: 499, currency: 'JPY' },
    ]);
  });

  it('keep a promotional offer', () => {
    const promoOffer = { price, period: 'P1M', cycles: 2 };
    const products = { 'acme.monthly': { ...product, promoOffer } };
    const [edited] = packagesOnOffer([monthly], '', { products, currency: 'USD' });
    expect(edited?.product.promoOffer).toEqual(promoOffer);
  });
});
