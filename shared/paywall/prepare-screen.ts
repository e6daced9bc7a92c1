import type { Circumstances, PackageOnOffer } from './circumstances.ts';
import { hasIntroOffer, hasPromoOffer } from './conditions.ts';
import { type JsonObject, type PaywallJson, isObject, objectOf } from './wire/json.ts';
import { bestLocale, directionOf } from './texts/locale.ts';
import { rulesCount } from './overrides.ts';
import { type Spot, along, at, entries } from './wire/places.ts';
import { type PaywallProblem, type ProblemLog, problemLog, quoted } from './problems.ts';
import { type ReadScreen, type Screen, readScreen } from './read-screen.ts';
import { textOf } from './wire/read.ts';
import { type SelectionPlan, firstPlan, planSelection } from './selection.ts';
import type { Dictionaries } from './texts/text-table.ts';
import { moneyFor } from './texts/variables/money.ts';
import { productValues } from './texts/variables/product.ts';
import { type Words, wordsFor } from './texts/variables/words.ts';

export interface PackageInfo {
  readonly hasIntroOffer: boolean;
  readonly hasTrial: boolean;
  readonly hasPromoOffer: boolean;
}

/** What the renderer's `Paywall` takes, besides callbacks; plain JSON. */
export interface PaywallProps {
  readonly paywallData: JsonObject;
  readonly uiConfig: JsonObject;
  readonly selectedLocale: string;
  readonly preferredColorMode: 'light' | 'dark';
  readonly variablesPerPackage: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly infoPerPackage: Readonly<Record<string, PackageInfo>>;
  readonly globalVariables: Readonly<Record<string, string>>;
  readonly customVariables: JsonObject;
}

export interface PreparedScreen {
  readonly props: PaywallProps;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** What is selected when the screen appears. */
  readonly selectedPackageId: string | null;
  /**
   * Something that the renderer does not redraw depends on which package is selected: after another
   * one is selected, the screen has to be prepared again with it.
   */
  readonly dependsOnSelection: boolean;
  readonly problems: readonly PaywallProblem[];
}

const localeOf = (root: Spot, { locales }: Circumstances, problems: ProblemLog): string => {
  const localizations = at(root, 'components_localizations');
  const known = isObject(localizations.value) ? Object.keys(localizations.value) : [];
  const declared = textOf(at(root, 'default_locale'));
  const fallback = declared ?? known[0] ?? 'en_US';
  if (!known.includes(fallback))
    problems.report(
      'missing-locale',
      at(root, 'default_locale').place,
      `There are no texts in ${quoted(fallback)}, the default language.`,
    );
  return (
    bestLocale(locales, known) ?? (known.includes(fallback) ? fallback : (known[0] ?? fallback))
  );
};

/** Storefronts whose prices are shown without decimals; a list stands for both stores. */
const hasDecimals = (root: Spot, { country, store }: Circumstances): boolean => {
  const countries = at(root, 'zero_decimal_place_countries');
  const lists =
    store === undefined
      ? [countries, at(countries, 'apple'), at(countries, 'google')]
      : [countries, at(countries, store)];
  return !lists.some((list) => entries(list).some(({ value }) => value === country));
};

/** The most packages that are looked at: each is compared with all others. */
const mostPackages = 100;

const dictionariesOf = (
  root: Spot,
  words: Words,
  locale: string,
  circumstances: Circumstances,
): Dictionaries => {
  const { packages, nowMs } = circumstances;
  const sayings = {
    locale,
    nowMs,
    words,
    money: moneyFor(locale, hasDecimals(root, circumstances)),
  };
  return new Map(packages.map((each) => [each.id, productValues(each, packages, sayings)]));
};

const infoOf = (each: PackageOnOffer): PackageInfo => {
  const isIntro = hasIntroOffer(each);
  const [first] = each.product.introOffers ?? [];
  return {
    hasIntroOffer: isIntro,
    hasTrial: isIntro && first?.price.amount === 0,
    hasPromoOffer: hasPromoOffer(each),
  };
};

/** A screen that sells nothing has no package to select: the renderer looks under no name then. */
const withSelected = <T>(
  perPackage: Readonly<Record<string, T>>,
  { selectedId, hasPackages }: SelectionPlan,
): Readonly<Record<string, T>> => {
  const isUnderNoName =
    selectedId !== null && !hasPackages && Object.hasOwn(perPackage, selectedId);
  const selected = isUnderNoName ? perPackage[selectedId] : undefined;
  return selected === undefined
    ? perPackage
    : objectOf([...Object.entries(perPackage), ['', selected]]);
};

const propsOf = (screen: Screen, read: ReadScreen, plan: SelectionPlan): PaywallProps => {
  const { circumstances, locale, packages } = screen;
  const info = objectOf([...packages].map(([id, each]) => [id, infoOf(each)] as const));
  return {
    paywallData: {
      id: textOf(at(screen.root, 'id')) ?? '',
      default_locale: locale,
      components_config: { base: read.base },
      components_localizations: objectOf([[locale, read.texts]]),
    },
    uiConfig: { app: { colors: {}, fonts: read.fonts } },
    selectedLocale: locale,
    preferredColorMode: circumstances.colorMode,
    variablesPerPackage: withSelected(read.variables, plan),
    infoPerPackage: withSelected(info, plan),
    globalVariables: {},
    customVariables: {},
  };
};

/**
 * Makes of a screen what the renderer draws rightly: everything that depends on the circumstances is
 * decided, but for what changes while it is shown. It never throws and changes nothing it is given.
 */
export const prepareScreen = (
  screen: PaywallJson,
  uiConfig: unknown,
  given: Circumstances,
): PreparedScreen => {
  const problems = problemLog();
  const packages = given.packages.slice(0, mostPackages);
  if (packages.length < given.packages.length)
    problems.report('too-many', '', `Only the first ${mostPackages} packages are offered.`);
  const circumstances = { ...given, packages };
  const root: Spot = { value: screen, place: '' };
  const config: Spot = { value: uiConfig, place: 'ui_config' };
  const locale = localeOf(root, circumstances, problems);
  const words = wordsFor(at(config, 'localizations'), locale);
  const fixed: Screen = {
    root,
    uiConfig: config,
    locale,
    direction: circumstances.pseudo === 'mirrored' ? 'rtl' : directionOf(locale),
    circumstances,
    packages: new Map(packages.map((each) => [each.id, each])),
    dictionaries: dictionariesOf(root, words, locale, circumstances),
    areRulesOn: rulesCount(along(root, 'components_config'), problems),
  };
  // Which packages there are is known only once it has been read; what is selected decides the rest.
  const wanted = circumstances.selectedPackageId;
  const first = readScreen(fixed, firstPlan(wanted), problemLog());
  const plan = planSelection(wanted, first.packages, first.initialTabs);
  const read = readScreen(fixed, plan, problems);
  if (read.needsWords && !words.areOwn)
    problems.report(
      'missing-words',
      at(config, 'localizations').place,
      `The project has no words for periods and offers in ${quoted(locale)}: the preview shows English ones, phones nothing.`,
    );
  return {
    props: propsOf(fixed, read, plan),
    locale,
    direction: fixed.direction,
    selectedPackageId: plan.selectedId,
    dependsOnSelection: read.dependsOnSelection,
    problems: problems.list(),
  };
};
