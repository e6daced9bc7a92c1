import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ServedFile } from '../backend/backend.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.heic': 'image/heic',
  '.svg': 'image/svg+xml',
  '.mp4': 'video/mp4',
  '.json': 'application/json',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** A segment that could lead anywhere else than to a file of that name. */
const isUnsafe = (segment: string): boolean =>
  segment === '' || segment === '.' || segment === '..' || /[\\/:\0]/.test(segment);

const segmentsOf = (cdnPath: string): readonly string[] | null => {
  const segments = cdnPath.slice(1).split('/').map(decodeURIComponent);
  return segments[0] === 'assets' && !segments.some(isUnsafe) ? segments : null;
};

/** The file's real path; null where a link leads out of the folder. */
const insideOf = (root: string, segments: readonly string[]): string | null => {
  const file = realpathSync(path.join(root, ...segments));
  return file.startsWith(root + path.sep) ? file : null;
};

const readInside = (folder: string, cdnPath: string): Uint8Array | null => {
  try {
    const segments = segmentsOf(cdnPath);
    const file = segments === null ? null : insideOf(realpathSync(folder), segments);
    // Anything else, such as a pipe, could block for ever.
    return file !== null && statSync(file).isFile() ? readFileSync(file) : null;
  } catch {
    // What is not there, or cannot be read, is not on the CDN.
    return null;
  }
};

/** Reads a file below `assets` when it is asked for. */
export const readAsset = (
  folder: string,
  cdnPath: string,
  ids: readonly string[],
): ServedFile | null => {
  const bytes = readInside(folder, cdnPath);
  if (bytes === null) return null;
  const contentType =
    contentTypes[path.posix.extname(cdnPath).toLowerCase()] ?? 'application/octet-stream';
  return { bytes, contentType, ids: [...ids, cdnPath] };
};
