import { describe, expect, it } from 'vitest';
import { bestLocale, directionOf, languageTag } from '../../../shared/paywall/texts/locale.ts';

describe('the locale of a paywall', () => {
  it.each<[string | null, readonly string[], readonly string[], string]>([
    ['de_DE', ['de-DE'], ['en_US', 'de_DE'], 'the same, written otherwise'],
    ['de', ['de-AT'], ['en_US', 'de_DE', 'de'], 'the plain language before another region'],
    ['de_DE', ['de-AT'], ['en_US', 'de_DE'], 'another region'],
    ['zh_Hant', ['zh-TW'], ['zh_Hans', 'zh_Hant'], 'the script that the region writes'],
    ['zh_Hans', ['zh-TW'], ['en', 'zh_Hans'], 'the language, if in another script'],
    ['sr_Latn', ['sr-Latn-RS'], ['sr', 'sr_Latn'], 'the script asked for'],
    ['fr', ['ja', 'fr-CA', 'de'], ['de', 'fr'], 'the first preferred language that is there'],
    ['he', ['iw-IL'], ['en', 'he'], 'a language by its former name'],
    [null, ['ja'], ['en_US', 'de'], 'none in a language of the user'],
    [null, ['not a locale', ''], ['en_US', '__proto__'], 'none for what is no locale'],
    ['constructor', ['constructor'], ['constructor'], 'even a name that every object has'],
  ])('is %s for %j of %j: %s', (expected, preferred, available) => {
    expect(bestLocale(preferred, available)).toBe(expected);
  });

  it.each([
    ['rtl', 'ar he fa ur yi iw_IL ckb pa_Arab dv az_Arab'],
    ['ltr', 'en_US de pa sr zh_Hant nonsense! az tr'],
  ])('is written %s in %s', (direction, ids) => {
    expect(ids.split(' ').map(directionOf)).toEqual(ids.split(' ').map(() => direction));
  });

  it('has a name that Intl takes, whatever it is called', () => {
    expect(['en_US', 'zh_Hant_TW', '', '__proto__'].map(languageTag)).toEqual([
      'en-US',
      'zh-Hant-TW',
      'en-US',
      'en-US',
    ]);
  });
});
