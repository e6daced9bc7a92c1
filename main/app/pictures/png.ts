/** Something is wrong with the camera, so that no more pictures can be taken. */
export class CameraError extends Error {}

const signature = '\x89PNG\r\n\x1a\n';

/** Where every PNG says how large it is, in pixels. */
export const sizeOfPng = (png: Uint8Array): { readonly width: number; readonly height: number } => {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  if (bytes.length < 24 || bytes.toString('latin1', 0, 8) !== signature)
    throw new CameraError('what came was no picture');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
};

const before = 'data:image/png;base64,';

/** An address with its bytes in it. */
export const urlOfPng = (png: Uint8Array): string => before + Buffer.from(png).toString('base64');

export const pngOfUrl = (url: string): Uint8Array => {
  const png = Buffer.from(url.slice(before.length), 'base64');
  sizeOfPng(png);
  return png;
};
