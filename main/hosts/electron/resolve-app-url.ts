import { assetFolder, isAssetName } from '../pages/asset.ts';
import { arePlainNames } from '../pages/built-file.ts';
import { contentTypeOf } from '../pages/content-types.ts';
import { previewOrigin, windowOrigin } from './scheme.ts';

/** The parts of the app that have an origin and a folder of built files. */
export const parts = ['window', 'preview'] as const;
export type Part = (typeof parts)[number];

/** What an address of our scheme stands for. */
export type Resolved =
  | {
      readonly kind: 'file';
      readonly part: Part;
      /** Below the part's folder. */
      readonly path: readonly string[];
      readonly contentType: string;
    }
  /** An image, font or video of a paywall, by its name in the cache. */
  | { readonly kind: 'asset'; readonly name: string }
  | { readonly kind: 'none' };

const none: Resolved = { kind: 'none' };
const longestUrl = 2_048;

const partOf = ({ protocol, host, username, password }: URL): Part | null => {
  if (username !== '' || password !== '') return null;
  const origin = `${protocol}//${host}`;
  if (origin === windowOrigin) return 'window';
  return origin === previewOrigin ? 'preview' : null;
};

/** Decoded exactly once, so that what is checked is what is opened. */
const namesOf = ({ pathname }: URL): readonly string[] | null => {
  try {
    const path = decodeURIComponent(pathname).replace(/^\//, '');
    return path === '' ? ['index.html'] : path.split('/');
  } catch {
    return null;
  }
};

/** Decides what an address stands for, by its text alone; whether it is there is another question. */
export const resolveAppUrl = (text: string): Resolved => {
  if (text.length > longestUrl || !URL.canParse(text)) return none;
  const url = new URL(text);
  const part = partOf(url);
  const names = namesOf(url);
  if (part === null || names === null || !arePlainNames(names)) return none;
  const [folder, last = ''] = [names[0], names.at(-1)];
  if (part === 'preview' && names.length === 2 && folder === assetFolder && isAssetName(last))
    return { kind: 'asset', name: last };
  const contentType = contentTypeOf(last);
  return contentType === null ? none : { kind: 'file', part, path: names, contentType };
};
