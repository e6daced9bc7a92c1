/** A square picture, as the bytes of a PNG file. */
export interface SquarePng {
  readonly size: number;
  readonly bytes: Buffer;
}

const signature = '89504e470d0a1a0a';

/** The width and height that a PNG says it has; null: it is none. */
export const pngSize = (
  bytes: Buffer,
): { readonly width: number; readonly height: number } | null => {
  if (bytes.length < 24 || bytes.toString('hex', 0, 8) !== signature) return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
};
