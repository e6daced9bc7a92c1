import type { StageSetUp } from '../../../shared/stage/set-up.ts';
import { messages } from '../../messages.ts';

type Chosen = Pick<StageSetUp, 'locale' | 'pseudo'>;

export interface LanguageOption {
  readonly value: string;
  readonly word: string;
}

const words = messages.stage.language;

const pseudos = [
  { value: 'pseudo:accented', word: words.accented, pseudo: 'accented' },
  { value: 'pseudo:mirrored', word: words.mirrored, pseudo: 'mirrored' },
] as const;

const names = new Intl.DisplayNames('en', {
  type: 'language',
  fallback: 'none',
  style: 'short',
  languageDisplay: 'standard',
});

/** `German (Germany)`; what nobody knows the name of stands for itself. */
export const languageName = (locale: string): string => {
  try {
    return names.of(locale.replaceAll('_', '-')) ?? locale;
  } catch {
    // A paywall may call a language anything.
    return locale;
  }
};

/** The paywall's own languages, its default first, and two that nobody speaks. */
export const languageOptions = (
  locales: readonly string[],
  defaultLocale: string | null,
  { locale }: Chosen,
): readonly LanguageOption[] => {
  const others = locales.filter((each) => each !== defaultLocale).sort();
  const isMissing = locale !== null && !locales.includes(locale);
  return [
    {
      value: '',
      word: defaultLocale === null ? words.byDefault : words.default(languageName(defaultLocale)),
    },
    ...others.map((each) => ({ value: `locale:${each}`, word: languageName(each) })),
    // Another paywall had it; a phone with that language gets this one's default.
    ...(isMissing
      ? [{ value: `locale:${locale}`, word: words.missing(languageName(locale)) }]
      : []),
    ...pseudos.map(({ value, word }) => ({ value, word })),
  ];
};

export const languageValue = ({ locale, pseudo }: Chosen, defaultLocale: string | null): string => {
  if (pseudo !== null) return `pseudo:${pseudo}`;
  return locale === null || locale === defaultLocale ? '' : `locale:${locale}`;
};

/** What is set when an option is chosen; a pseudo language is made of the default one. */
export const languageChange = (value: string): Chosen => {
  const pseudo = pseudos.find((each) => each.value === value)?.pseudo ?? null;
  const locale = value.startsWith('locale:') ? value.slice('locale:'.length) : null;
  return { locale, pseudo };
};
