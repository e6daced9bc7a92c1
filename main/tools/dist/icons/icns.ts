import type { SquarePng } from './png.ts';

/**
 * What macOS calls a PNG of so many pixels, one twice: for its size, and for half of it where the
 * screen is of double density. The smallest have no name that all versions take a PNG for.
 */
const types: ReadonlyMap<number, readonly string[]> = new Map([
  [32, ['ic11']],
  [64, ['ic12']],
  [128, ['ic07']],
  [256, ['ic08', 'ic13']],
  [512, ['ic09', 'ic14']],
  [1024, ['ic10']],
]);

export const icnsSizes: readonly number[] = [...types.keys()];

const block = (type: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
};

/** Apple's container of one picture in several sizes. */
export const icnsOf = (pictures: readonly SquarePng[]): Buffer =>
  block(
    'icns',
    Buffer.concat(
      pictures.flatMap(({ size, bytes }) =>
        (types.get(size) ?? []).map((type) => block(type, bytes)),
      ),
    ),
  );
