/**
 * What paywalls show, and nothing that runs or is read: no page, script, style or JSON. An SVG can
 * hold scripts: in an image they do not run, and shown by itself it is under the preview's content
 * security policy, which lets no inline script run and, with nosniff, none of the files here.
 */
const mediaTypes: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.m4v': 'video/mp4',
  '.mov': 'video/quicktime',
  '.mp4': 'video/mp4',
  '.otf': 'font/otf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

interface Mark {
  readonly at: number;
  readonly text: string;
  readonly type: string;
}

/** Bytes by which a file says what it is; the first that fits. An SVG could as well be a page. */
const marks: readonly Mark[] = [
  { at: 0, text: '\x89PNG\r\n\x1a\n', type: 'image/png' },
  { at: 0, text: '\xff\xd8\xff', type: 'image/jpeg' },
  { at: 0, text: 'GIF87a', type: 'image/gif' },
  { at: 0, text: 'GIF89a', type: 'image/gif' },
  { at: 8, text: 'WEBPVP8', type: 'image/webp' },
  { at: 4, text: 'ftypavif', type: 'image/avif' },
  { at: 4, text: 'ftypavis', type: 'image/avif' },
  { at: 4, text: 'ftypqt  ', type: 'video/quicktime' },
  { at: 4, text: 'ftyp', type: 'video/mp4' },
  { at: 0, text: '\x1a\x45\xdf\xa3', type: 'video/webm' },
  { at: 0, text: 'wOF2', type: 'font/woff2' },
  { at: 0, text: 'wOFF', type: 'font/woff' },
  { at: 0, text: 'OTTO', type: 'font/otf' },
  { at: 0, text: '\x00\x01\x00\x00', type: 'font/ttf' },
];

/** How many of the first bytes are looked at. */
export const markBytes = 16;

/** By the extension of its name; undefined: the name has none. Null: it is no media. */
export const mediaTypeOf = (name: string): string | null | undefined => {
  const dot = name.lastIndexOf('.');
  if (dot === -1) return undefined;
  const extension = name.slice(dot);
  return Object.hasOwn(mediaTypes, extension) ? (mediaTypes[extension] ?? null) : null;
};

/** By its first bytes; null: it is no media. */
export const markedTypeOf = (head: Uint8Array): string | null => {
  const text = Buffer.from(head).toString('latin1');
  return marks.find(({ at, text: mark }) => text.startsWith(mark, at))?.type ?? null;
};
