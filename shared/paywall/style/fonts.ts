import type { Assets } from './assets.ts';
import { type JsonObject, objectOf } from '../wire/json.ts';
import { type Spot, along, at, isNothing } from '../wire/places.ts';
import { type ProblemLog, quoted } from '../problems.ts';
import { textOf } from '../wire/read.ts';

export interface Fonts {
  /** The name to write into a component; null: the device's own font. */
  readonly nameOf: (spot: Spot) => string | null;
  /** What `ui_config.app.fonts` has to say: the fonts that were named. */
  readonly used: () => JsonObject;
}

/** The renderer uses only fonts whose names begin like this. */
const managed = 'RCFM:';

/** The browser's own description first; a phone's file works as well. */
const platforms = ['web', 'android', 'ios'] as const;

/** The most fonts that are looked at. */
const mostFonts = 200;

const weightOf = ({ value }: Spot): number =>
  typeof value === 'number' && value >= 1 && value <= 1000 ? Math.round(value) : 400;

/** Reads font names; fonts are registered under plain family names, as CSS gets them unquoted. */
export const fontReader = (uiConfig: Spot, assets: Assets, problems: ProblemLog): Fonts => {
  const aliases = along(uiConfig, 'app', 'fonts');
  const families = new Map<string, string>();
  const fonts = new Map<string, JsonObject | null>();

  const familyFor = (name: string): string => {
    const known = families.get(name);
    if (known !== undefined) return known;
    const words = name.replace(/[^a-z0-9]+/gi, '-').slice(0, 40);
    const family = `${words}-f${families.size + 1}`;
    families.set(name, family);
    return family;
  };

  const missing = (alias: string, font: Spot, place: string): null => {
    if (isNothing(font))
      problems.report('unknown-font', place, `The project has no font named ${quoted(alias)}.`);
    else if (platforms.some((platform) => along(font, platform, 'type').value === 'google_fonts'))
      problems.report(
        'font-not-offline',
        place,
        `The font ${quoted(alias)} comes from Google Fonts and is not available offline.`,
      );
    else
      problems.report('font-without-file', place, `The font ${quoted(alias)} has no file to show.`);
    return null;
  };

  const load = (alias: string, place: string): JsonObject | null => {
    const font = at(aliases, alias);
    const platform = platforms.find((each) => textOf(along(font, each, 'url')) !== null);
    if (platform === undefined) return missing(alias, font, place);
    const file = at(font, platform);
    const url = assets.file(at(file, 'url'));
    if (url === null) return null;
    const name = textOf(at(file, 'family')) ?? textOf(at(file, 'value')) ?? alias;
    return {
      type: 'name',
      value: name,
      family: familyFor(name),
      url,
      weight: weightOf(at(file, 'weight')),
      style: at(file, 'style').value === 'italic' ? 'italic' : 'normal',
    };
  };

  return Object.freeze<Fonts>({
    nameOf: (spot) => {
      const alias = textOf(spot);
      if (alias === null) return null;
      if (!fonts.has(alias) && fonts.size < mostFonts) fonts.set(alias, load(alias, spot.place));
      return fonts.get(alias) == null ? null : `${managed}${alias}`;
    },
    used: () =>
      objectOf(
        [...fonts].flatMap(([alias, web]) =>
          web === null ? [] : [[`${managed}${alias}`, { web }] as const],
        ),
      ),
  });
};
