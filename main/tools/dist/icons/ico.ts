import type { SquarePng } from './png.ts';

const headerSize = 6;
const entrySize = 16;
const isIcon = 1;
const bitsPerPixel = 32;

/** A byte has to do for the side, so 256 is written as 0. */
const entryOf = ({ size, bytes }: SquarePng, offset: number): Buffer => {
  const entry = Buffer.alloc(entrySize);
  entry.writeUInt8(size % 256, 0);
  entry.writeUInt8(size % 256, 1);
  entry.writeUInt16LE(1, 4);
  entry.writeUInt16LE(bitsPerPixel, 6);
  entry.writeUInt32LE(bytes.length, 8);
  entry.writeUInt32LE(offset, 12);
  return entry;
};

/** Windows' container of one picture in several sizes, up to 256. */
export const icoOf = (pictures: readonly SquarePng[]): Buffer => {
  const header = Buffer.alloc(headerSize);
  header.writeUInt16LE(isIcon, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = headerSize + pictures.length * entrySize;
  const entries = pictures.map((picture) => {
    const entry = entryOf(picture, offset);
    offset += picture.bytes.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures.map(({ bytes }) => bytes)]);
};
