import { hash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { ServedFile } from './backend.ts';

/** Generated images are mosaics of 4 by 4 fields, this wide and high. */
export const imageSizePx = 16;
const fieldsPerSide = 4;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
};

const header = (): Uint8Array => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(imageSizePx, 0);
  data.writeUInt32BE(imageSizePx, 4);
  // 8 bits for each channel, three channels (RGB).
  data.set([8, 2, 0, 0, 0], 8);
  return data;
};

/** One line of pixels, after the byte that says that it is not filtered. */
const line = (colors: Uint8Array, row: number): Uint8Array => {
  const pixels = Array.from({ length: imageSizePx }, (_, column) => {
    const field = row * fieldsPerSide + Math.floor((column * fieldsPerSide) / imageSizePx);
    return [...colors.subarray(field * 3, field * 3 + 3)];
  });
  return Buffer.from([0, ...pixels.flat()]);
};

/** A PNG whose colours come from the seed: other seed, other bytes. */
const generateImage = (seed: string): Uint8Array => {
  const colors = hash('sha512', seed, 'buffer');
  const lines = Array.from({ length: imageSizePx }, (_, y) =>
    line(colors, Math.floor((y * fieldsPerSide) / imageSizePx)),
  );
  return Buffer.concat([
    signature,
    chunk('IHDR', header()),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** Where the n-th image (from 1) of a workflow lies on the CDN. */
export const imagePath = (workflow: string, n: number): string =>
  `/assets/${encodeURIComponent(workflow)}/image-${String(n)}.png`;

/** The generated images that were ever published; like on a CDN, none is ever taken back. */
export interface ImageShelf {
  publish(ids: readonly string[], count: number): void;
  find(path: string): ServedFile | null;
}

export const createImageShelf = (): ImageShelf => {
  const published = new Map<string, readonly string[]>();
  return Object.freeze({
    publish: (ids: readonly string[], count: number) => {
      const [workflow] = ids;
      if (workflow === undefined) return;
      for (let n = 1; n <= count; n += 1) published.set(imagePath(workflow, n), ids);
    },
    find: (path: string) => {
      const ids = published.get(path);
      if (ids === undefined) return null;
      return { bytes: generateImage(path), contentType: 'image/png', ids: [...ids, path] };
    },
  });
};
