import type { JsonObject } from '../wire/json.ts';
import { type Spot, at, isNothing } from '../wire/places.ts';
import { type ProblemLog, quoted } from '../problems.ts';
import { textOf } from '../wire/read.ts';

/** An address inside `url(…)`, which the renderer writes without quotes. */
const safeInCss = (url: string): string =>
  url.replace(
    /[\s"'()\\<>`;{}]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );

const picture = (drawing: string): string =>
  `data:image/svg+xml,${encodeURIComponent(drawing).replace(/[()']/g, safeInCss)}`;

/** Stands for a picture that cannot be had. */
export const missingPicture = picture(
  '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" preserveAspectRatio="none">' +
    '<rect width="100" height="100" fill="#8884"/></svg>',
);

/** Addresses longer than this are none. */
const longestAddress = 4_000;

export interface Assets {
  /** Where the picture is now; the drawing of a missing one where it is nowhere. */
  readonly image: (spot: Spot) => JsonObject | null;
  readonly video: (spot: Spot) => JsonObject | null;
  readonly icon: (baseUrl: Spot, formats: Spot) => JsonObject;
  /** Where a font's file is now, null where it is nowhere. */
  readonly file: (spot: Spot) => string | null;
}

type AssetUrl = (original: string) => string | null;

const positive = ({ value }: Spot): number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;

/** Both, or neither: the renderer measures the picture itself only where it is told nothing. */
const dimensionsOf = (spot: Spot): { readonly width: number; readonly height: number } => {
  const [width, height] = [positive(at(spot, 'width')), positive(at(spot, 'height'))];
  return width === 0 || height === 0 ? { width: 0, height: 0 } : { width, height };
};

const withoutEnd = (folder: string): string => {
  let end = folder.length;
  while (folder.endsWith('/', end)) end -= 1;
  return folder.slice(0, end);
};

const firstText = (spot: Spot, keys: readonly string[]): Spot | null => {
  for (const key of keys) if (textOf(at(spot, key)) !== null) return at(spot, key);
  return null;
};

/** What is fetched of a picture's files, best first. */
const imageKeys = ['webp', 'original', 'heic'] as const;

/** Icons are drawn from a folder and a name. */
const asFolderAndName = (url: string): JsonObject => {
  const slash = url.lastIndexOf('/');
  return slash < 0
    ? { base_url: '.', formats: { webp: url } }
    : { base_url: url.slice(0, slash), formats: { webp: url.slice(slash + 1) } };
};

/** Reads addresses, the same of several as are fetched ahead, and asks where they can be had. */
export const assetReader = (assetUrl: AssetUrl | undefined, problems: ProblemLog): Assets => {
  const located = (original: string, place: string): string | null => {
    const url =
      original.length > longestAddress
        ? null
        : assetUrl === undefined
          ? original
          : assetUrl(original);
    if (url === null)
      problems.report('asset-missing', place, `The file ${quoted(original)} has not been fetched.`);
    return url === null ? null : safeInCss(url);
  };

  const byMode = (
    spot: Spot,
    keys: readonly string[],
    one: (files: Spot) => JsonObject | null,
  ): JsonObject | null => {
    if (isNothing(spot)) return null;
    const [light, dark] = [one(at(spot, 'light')), one(at(spot, 'dark'))];
    const usable = light ?? dark;
    const hasAddress = ['light', 'dark'].some((mode) => firstText(at(spot, mode), keys) !== null);
    if (!hasAddress)
      problems.report('missing-image', spot.place, 'There is no file here that could be shown.');
    if (usable === null) return null;
    return dark === null || light === null ? { light: usable } : { light, dark };
  };

  const imageFiles = (files: Spot): JsonObject | null => {
    const source = firstText(files, imageKeys);
    const address = source === null ? null : textOf(source);
    if (source === null || address === null) return null;
    const url = located(address, source.place);
    const dimensions = dimensionsOf(files);
    const shown = url ?? missingPicture;
    return url === null && dimensions.width === 0
      ? { width: 100, height: 100, original: shown, webp: shown }
      : { ...dimensions, original: shown, webp: shown };
  };

  const videoFiles = (files: Spot): JsonObject | null => {
    const address = textOf(at(files, 'url'));
    const url = address === null ? null : located(address, at(files, 'url').place);
    return url === null ? null : { ...dimensionsOf(files), url };
  };

  return Object.freeze<Assets>({
    image: (spot) => byMode(spot, imageKeys, imageFiles),
    video: (spot) => byMode(spot, ['url'], videoFiles),
    icon: (baseUrl, formats) => {
      const [folder, name] = [textOf(baseUrl), firstText(formats, ['webp', 'svg', 'png'])];
      if (folder === null || name === null) {
        problems.report(
          'missing-image',
          formats.place,
          'The icon has no file that could be shown.',
        );
        return asFolderAndName(missingPicture);
      }
      const url = located(`${withoutEnd(folder)}/${textOf(name) ?? ''}`, name.place);
      return asFolderAndName(url ?? missingPicture);
    },
    file: (spot) => {
      const address = textOf(spot);
      return address === null ? null : located(address, spot.place);
    },
  });
};
