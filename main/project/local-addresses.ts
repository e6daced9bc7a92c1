import { createHash } from 'node:crypto';

/** `assets/a b.png` for `http://cdn/assets/a%20b.png?v=1`; null: it is elsewhere. */
export const onCdn =
  (cdn: string) =>
  (address: string): string | null => {
    if (!`${address}/`.startsWith(`${cdn}/assets/`)) return null;
    const [path = ''] = address.slice(cdn.length + 1).split('?', 1);
    try {
      return path.split('/').map(decodeURIComponent).join('/');
    } catch {
      return null;
    }
  };

const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Such as every system takes. */
const isPlain = (segment: string): boolean => /^[\w][\w.@-]{0,100}$/.test(segment);

const segmentOf = (segment: string): string => (isPlain(segment) ? segment : shortHash(segment));

/** What stands behind a `?` may make another file of it. */
const lastOf = (segment: string, search: string): string => {
  if (search === '') return segmentOf(segment);
  const dot = isPlain(segment) ? segment.lastIndexOf('.') : -1;
  return `${shortHash(segment + search)}${dot > 0 ? segment.slice(dot) : ''}`;
};

/** Where a file of any host lies in a project folder: what lay in one folder does there, too. */
export const mirrored = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  const { protocol, host, pathname, search } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const names = pathname.split('/').filter((name) => name !== '');
  const last = names.pop();
  if (last === undefined) return null;
  return ['assets', ...[host, ...names].map(segmentOf), lastOf(last, search)].join('/');
};

const withoutEnd = (address: string): string => address.replace(/\/+$/, '');

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** Addresses in a project folder for those of the files, and of the folders that they lay in. */
export const mirroredAll = (urls: Iterable<string>): ((address: string) => string | null) => {
  const known = new Map<string, string>();
  for (const url of urls) {
    const file = mirrored(url);
    if (file === null) continue;
    known.set(url, file);
    known.set(folderOf(url.split('?', 1)[0] ?? url), folderOf(file));
  }
  return (address) => known.get(address) ?? known.get(withoutEnd(address)) ?? null;
};
