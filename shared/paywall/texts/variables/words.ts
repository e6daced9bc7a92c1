import { languageTag, bestLocale } from '../locale.ts';
import { isObject } from '../../wire/json.ts';
import { type Spot, at } from '../../wire/places.ts';
import { textOf } from '../../wire/read.ts';
import type { Period, Unit } from './period.ts';

/** What a project says where it has no words of its own. */
export const englishWords: Readonly<Record<string, string>> = {
  day: 'day',
  daily: 'daily',
  day_short: 'day',
  week: 'week',
  weekly: 'weekly',
  week_short: 'wk',
  month: 'month',
  monthly: 'monthly',
  month_short: 'mo',
  year: 'year',
  yearly: 'yearly',
  year_short: 'yr',
  annual: 'annual',
  annually: 'annually',
  annual_short: 'yr',
  lifetime: 'lifetime',
  free_price: 'free',
  percent: '%d%%',
  num_day_one: '%d day',
  num_day_other: '%d days',
  num_week_one: '%d week',
  num_week_other: '%d weeks',
  num_month_one: '%d month',
  num_month_other: '%d months',
  num_year_one: '%d year',
  num_year_other: '%d years',
  num_days_short: '%dd',
  num_weeks_short: '%dwk',
  num_months_short: '%dmo',
  num_years_short: '%dyr',
};

const adverbs: Readonly<Record<Unit, string>> = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  year: 'yearly',
};

/** As printf does: the number for `%d`, a percent sign for `%%`. */
const format = (pattern: string, number: number): string =>
  pattern.replace(/%%|%(?:1\$)?d/g, (part) => (part === '%%' ? '%' : String(number)));

/** Words for prices and periods in the language of the paywall. */
export interface Words {
  /** The project has words in the language of the paywall. */
  readonly areOwn: boolean;
  readonly free: string;
  readonly lifetime: string;
  readonly percent: (number: number) => string;
  /** `month`, `3 months`. */
  readonly period: (period: Period) => string;
  /** `mo`, `3mo`. */
  readonly abbreviated: (period: Period) => string;
  /** `monthly`, `3 months`. */
  readonly periodly: (period: Period) => string;
  /** `1 month`, `3 months`. */
  readonly withUnit: (period: Period) => string;
}

/** `ui_config.localizations` in the locale, then built-in English. */
export const wordsFor = (localizations: Spot, locale: string): Words => {
  const known = isObject(localizations.value) ? Object.keys(localizations.value) : [];
  const own = bestLocale([locale], known);
  const word = (key: string): string | null =>
    (own === null ? null : textOf(at(at(localizations, own), key))) ?? englishWords[key] ?? null;
  const plurals = new Intl.PluralRules(languageTag(locale));

  const counted = ({ unit, count }: Period): string =>
    format(
      word(`num_${unit}_${plurals.select(count)}`) ?? word(`num_${unit}_other`) ?? '%d',
      count,
    );
  const several = (period: Period, one: string, pattern: (period: Period) => string): string =>
    period.count > 1 ? pattern(period) : (word(one) ?? '');

  return Object.freeze<Words>({
    areOwn: own !== null,
    free: word('free_price') ?? '',
    lifetime: word('lifetime') ?? '',
    percent: (number) => format(word('percent') ?? '', number),
    period: (period) => several(period, period.unit, counted),
    abbreviated: (period) =>
      several(period, `${period.unit}_short`, ({ unit, count }) =>
        format(word(`num_${unit}s_short`) ?? '', count),
      ),
    periodly: (period) => several(period, adverbs[period.unit], counted),
    withUnit: counted,
  });
};
