import type { Area } from '../../shared/paywall/preview-page.ts';

/** Points looked at in each direction: enough to meet what is behind a line of text. */
const columns = 24;
const rows = 8;

const pixelsOf = async (pngUrl: string): Promise<ImageData> => {
  const image = new Image();
  image.src = pngUrl;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The page has no canvas.');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, canvas.width, canvas.height);
};

const between = (from: number, size: number, part: number, most: number): number =>
  Math.min(most - 1, Math.max(0, Math.floor(from + size * part)));

const sample = ({ data, width, height }: ImageData, scale: number, area: Area): number[] => {
  const found: number[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const x = between(area.x * scale, area.width * scale, (column + 0.5) / columns, width);
      const y = between(area.y * scale, area.height * scale, (row + 0.5) / rows, height);
      const at = (y * width + x) * 4;
      found.push(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
    }
  return found;
};

/** Looks at points of each area of a picture of the whole page, at whatever scale. */
export const samplePicture = async (
  pngUrl: string,
  areas: readonly Area[],
): Promise<readonly (readonly number[])[]> => {
  const pixels = await pixelsOf(pngUrl);
  return areas.map((area) => sample(pixels, pixels.width / innerWidth, area));
};
