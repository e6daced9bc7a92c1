import { Buffer } from 'node:buffer';
import type { NativeImage, Size } from 'electron';

type Imitated = Pick<
  NativeImage,
  'isEmpty' | 'toPNG' | 'getScaleFactors' | 'getSize' | 'toDataURL'
>;

/** A picture that Chromium took, as PNG; its size stands behind the header. */
export const imageOf = (bytes: Uint8Array): NativeImage => {
  const png = Buffer.from(bytes);
  const imitated: Imitated = {
    isEmpty: () => png.byteLength === 0,
    toPNG: () => png,
    getScaleFactors: () => [1],
    getSize: (): Size => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }),
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
  };
  return imitated as NativeImage;
};
