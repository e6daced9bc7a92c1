import { arePlainNames, readBuiltFile } from '../pages/built-file.ts';
import { contentTypeOf } from '../pages/content-types.ts';

export interface StaticFile {
  readonly type: string;
  readonly body: Buffer;
}

/** Finds what a path of an address stands for; null: nothing. */
export type FindFile = (pathname: string) => Promise<StaticFile | null>;

const longestPath = 512;

/** The files below a folder. */
export const filesIn =
  (folder: string): FindFile =>
  async (pathname) => {
    const names = pathname.split('/').slice(1);
    const type = contentTypeOf(names.at(-1) ?? '');
    if (pathname.length > longestPath || type === null || !arePlainNames(names)) return null;
    const body = await readBuiltFile(folder, names);
    return body && { type, body };
  };

/** The same under a path that only those know who were told. */
export const under =
  (prefix: string, find: FindFile): FindFile =>
  async (pathname) =>
    pathname.startsWith(`${prefix}/`) ? find(pathname.slice(prefix.length)) : null;
