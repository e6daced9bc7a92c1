import { messageOf } from '../../../shared/error-text.ts';
import type { PreviewTab } from './camera.ts';
import type { Frame } from './plan.ts';
import { CameraError, sizeOfPng } from './png.ts';

/** What became of one picture. */
export type Shot =
  | { readonly ok: true; readonly png: Uint8Array }
  /** The screen cannot be shown; others can be. */
  | { readonly ok: false; readonly message: string };

/** Half a point is cut off or filled up, as the host likes. */
const isAbout = (pixels: number, points: number, { pixelsPerPoint }: Frame): boolean =>
  Math.abs(pixels - points * pixelsPerPoint) < 2;

/** A system may keep windows smaller than they are asked to be. */
const checkSize = (png: Uint8Array, frame: Frame): void => {
  const { width, height } = sizeOfPng(png);
  const { size } = frame;
  if (!isAbout(width, size.width, frame) || !isAbout(height, size.height, frame))
    throw new CameraError(
      `a picture of ${size.width} × ${size.height} points came with ${width} × ${height} pixels`,
    );
};

/** A page can say anything, at any length. */
const longestMessage = 300;

/** Takes one picture; what is wrong with the paywall is told, what is wrong with the camera thrown. */
export const shoot = async (tab: PreviewTab, frame: Frame): Promise<Shot> => {
  await tab.resize(frame.size);
  try {
    await tab.ask('present', frame.request);
  } catch (error) {
    return { ok: false, message: messageOf(error).slice(0, longestMessage) };
  }
  await tab.ask('settle');
  const png = await tab.capture();
  checkSize(png, frame);
  return { ok: true, png };
};
