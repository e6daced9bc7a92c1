import { type OpenAsset, assetFolder, findAsset, isAssetName } from '../pages/asset.ts';
import { arePlainNames, readBuiltFile } from '../pages/built-file.ts';
import { contentTypeOf } from '../pages/content-types.ts';
import { type ServedFile, servedBytes } from '../pages/served-file.ts';

/** Finds what a path of an address stands for; null: nothing. */
export type FindFile = (pathname: string) => Promise<ServedFile | null>;

const longestPath = 512;

/** The files below a folder. */
export const filesIn =
  (folder: string): FindFile =>
  async (pathname) => {
    const names = pathname.split('/').slice(1);
    const type = contentTypeOf(names.at(-1) ?? '');
    if (pathname.length > longestPath || type === null || !arePlainNames(names)) return null;
    const body = await readBuiltFile(folder, names);
    return body && servedBytes(type, body);
  };

/** The files of paywalls that are in the cache, beside other files. */
export const withAssets =
  (openAsset: OpenAsset, find: FindFile): FindFile =>
  async (pathname) => {
    const [folder, name = '', ...more] = pathname.split('/').slice(1);
    const isAsset = folder === assetFolder && more.length === 0 && isAssetName(name);
    return isAsset ? findAsset(openAsset, name) : find(pathname);
  };

/** The same under a path that only those know who were told. */
export const under =
  (prefix: string, find: FindFile): FindFile =>
  async (pathname) =>
    pathname.startsWith(`${prefix}/`) ? find(pathname.slice(prefix.length)) : null;
