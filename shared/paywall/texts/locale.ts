/** Scripts that are written from right to left. */
const rightToLeftScripts: ReadonlySet<string> = new Set(
  'Adlm Arab Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '),
);

const fallbackTag = 'en-US';

/** The locale as Intl knows it, with its likely script and region; null where it is none. */
const maximized = (id: string): Intl.Locale | null => {
  try {
    return new Intl.Locale(id.replaceAll('_', '-')).maximize();
  } catch {
    return null;
  }
};

/** The name of a locale as Intl takes it: `en-US` for `en_US`, and for what is no locale at all. */
export const languageTag = (id: string): string => {
  try {
    return new Intl.Locale(id.replaceAll('_', '-')).toString();
  } catch {
    return fallbackTag;
  }
};

export const directionOf = (id: string): 'ltr' | 'rtl' =>
  rightToLeftScripts.has(maximized(id)?.script ?? '') ? 'rtl' : 'ltr';

const normal = (id: string): string => id.replaceAll('_', '-').toLowerCase();

type Match = (preferred: string, available: string) => boolean;

const byParts =
  (...parts: readonly ('language' | 'script')[]): Match =>
  (preferred, available) => {
    const [one, other] = [maximized(preferred), maximized(available)];
    return one !== null && other !== null && parts.every((part) => one[part] === other[part]);
  };

/** From the closest to the loosest; zh-TW finds zh_Hant before any other Chinese. */
const matches: readonly Match[] = [
  (preferred, available) => normal(preferred) === normal(available),
  byParts('language', 'script'),
  byParts('language'),
];

/** A language's plain form stands for it better than one of its regions does. */
const plainFirst = (ids: readonly string[]): readonly string[] =>
  ids.toSorted((one, other) => normal(one).split('-').length - normal(other).split('-').length);

/** The most that are looked through: a hostile screen could have a million locales. */
const mostLocales = 500;
const mostPreferred = 20;

/** The best of the available locales for this user, null where none is in a language of theirs. */
export const bestLocale = (
  preferred: readonly string[],
  available: readonly string[],
): string | null => {
  const candidates = plainFirst(available.slice(0, mostLocales));
  for (const id of preferred.slice(0, mostPreferred))
    for (const match of matches) {
      const found = candidates.find((candidate) => match(id, candidate));
      if (found !== undefined) return found;
    }
  return null;
};
