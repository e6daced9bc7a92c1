import { describe, expect, it } from 'vitest';
import { defaultPackages } from '../../../shared/paywall/default-products.ts';
import {
  editedProductOf,
  introKind,
  parseCountry,
  parseCurrency,
  parsePrice,
  periodsWith,
  withCurrency,
  withFirstOffer,
  withIntro,
  withPromo,
} from '../../../renderer/stage/circumstances/product-edit.ts';
import { nearestTextSize } from '../../../renderer/stage/toolbar/text-sizes.ts';
import {
  languageChange,
  languageOptions,
  languageValue,
} from '../../../renderer/stage/toolbar/languages.ts';
import { looksOf, toggled } from '../../../renderer/stage/pictures/sheet.ts';
import { parseSide, withSide } from '../../../renderer/stage/device/free-size-change.ts';
import { fitScale } from '../../../renderer/stage/device/fit.ts';
import { messages } from '../../../renderer/messages.ts';

const packageOf = (identifier: string) => {
  const [sold] = defaultPackages(
    [{ identifier, platform_product_identifier: 'p' }],
    'Skerry',
    'USD',
  );
  if (sold === undefined) throw new Error('nothing is sold');
  return editedProductOf(sold);
};

describe('a product that somebody changes', () => {
  const annual = packageOf('$rc_annual');

  it('gets and loses its introductory offer, and who may have it', () => {
    const paid = withIntro(annual, 'paid');
    const none = withIntro(annual, 'none');
    expect([
      [introKind(annual), introKind(paid), introKind(none)],
      paid.introOffers[0]?.price.amount,
      none.isEligibleForIntro,
      withFirstOffer(annual, { period: 'P2W' }).introOffers[0]?.period,
    ]).toEqual([['trial', 'paid', 'none'], 18.99, false, 'P2W']);
  });

  it('is sold in one currency throughout', () => {
    const { price, introOffers, promoOffer } = withCurrency(withPromo(annual, true), 'EUR');
    const currencies = [price, introOffers[0]?.price, promoOffer?.price].map(
      (each) => each?.currency,
    );
    expect(currencies).toEqual(['EUR', 'EUR', 'EUR']);
  });

  it.each([
    ['4.99', 4.99],
    ['4,99', 4.99],
    ['0', 0],
    ['', null],
    ['-1', null],
    ['free', null],
  ])('costs what %j says: %s', (text, price) => {
    expect(parsePrice(text)).toBe(price);
  });

  it('knows codes however they are typed, and unusual periods', () => {
    expect([
      parseCurrency(' eur'),
      parseCurrency('euro'),
      parseCountry('de'),
      periodsWith('P5M').includes('P5M'),
      messages.stage.circumstances.periodOf('P2W'),
      messages.stage.circumstances.periodOf('P1Y'),
    ]).toEqual(['EUR', null, 'DE', true, '2 weeks', '1 year']);
  });
});

describe('how a paywall is looked at', () => {
  it('has the text size that comes nearest', () => {
    expect([nearestTextSize(1).name, nearestTextSize(3.2).name]).toEqual(['L', 'AX5']);
  });

  it('has the paywall’s languages, and keeps one that it lacks in sight', () => {
    const chosen = { locale: 'fr_FR', pseudo: null };
    const options = languageOptions(['en_US', 'de_DE'], 'en_US', chosen);
    expect([
      options.map(({ word }) => word),
      languageValue(chosen, 'en_US'),
      languageChange('pseudo:mirrored'),
      languageChange('locale:de_DE'),
      languageChange(''),
    ]).toEqual([
      [
        'English (US) (default)',
        'German (Germany)',
        'French (France) (not in this paywall)',
        'Pseudo language',
        'Pseudo right-to-left',
      ],
      'locale:fr_FR',
      { locale: null, pseudo: 'mirrored' },
      { locale: 'de_DE', pseudo: null },
      { locale: null, pseudo: null },
    ]);
  });

  it('is taken in every combination of what is ticked', () => {
    const choice = {
      devices: ['iphone', 'ipad'] as const,
      locales: ['en_US', 'de_DE', 'ar'],
      colorModes: ['light', 'dark'] as const,
    };
    expect([
      looksOf(choice, { isSideways: false }).length,
      looksOf({ ...choice, locales: [] }, { isSideways: false }).length,
      toggled(['a', 'b'], 'a'),
      toggled(['a'], 'b'),
    ]).toEqual([12, 0, ['b'], ['a', 'b']]);
  });

  it('fits its room and is never larger than it is', () => {
    const device = { width: 400, height: 800 };
    expect([
      fitScale(device, { width: 1_000, height: 400 }),
      fitScale(device, { width: 1_000, height: 2_000 }),
      fitScale(device, { width: 1, height: 1 }),
    ]).toEqual([0.5, 1, 0.1]);
  });

  it('has a free size as it is seen, also sideways', () => {
    const held = { freeSize: { width: 300, height: 600 }, isSideways: true };
    expect([
      withSide(held, 'width', 700),
      parseSide('500'),
      parseSide('50'),
      parseSide('x'),
    ]).toEqual([{ width: 300, height: 700 }, 500, null, null]);
  });
});
