import { isFileName } from '../../cdn/file-name.ts';
import type { App } from '../../app/app.ts';
import { markBytes, markedTypeOf, mediaTypeOf } from './media-types.ts';
import { type ServedFile, servedFile } from './served-file.ts';

/** Where the files of paywalls are, below the preview's address. */
export const assetFolder = 'assets';

export type OpenAsset = App['openAsset'];

/** Whether a name can only mean a file of the cache, by its text alone. */
export const isAssetName = (name: string): boolean =>
  isFileName(name) && mediaTypeOf(name) !== null;

/** An image, font or video out of the cache; null: there is none of that name. */
export const findAsset = async (openAsset: OpenAsset, name: string): Promise<ServedFile | null> => {
  if (!isAssetName(name)) return null;
  const opened = await openAsset(name);
  if (opened === null) return null;
  try {
    const type = mediaTypeOf(name) ?? markedTypeOf(await opened.head(markBytes));
    if (type !== null) return servedFile(type, opened);
  } catch {
    // What cannot be read is not there.
  }
  await opened.close();
  return null;
};
