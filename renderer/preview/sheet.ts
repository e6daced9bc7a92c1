import type { Print } from '../../shared/paywall/preview-page.ts';

const gap = 12;
const labelHeight = 24;
const lineWidth = 3;

interface Drawn extends Print {
  readonly image: HTMLImageElement;
}

const imageOf = async (pngUrl: string): Promise<HTMLImageElement> => {
  const image = new Image();
  image.src = pngUrl;
  await image.decode();
  return image;
};

const canvasOf = (width: number, height: number) => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The page has no canvas.');
  context.imageSmoothingQuality = 'high';
  return { canvas, context };
};

/** A picture that is so many pixels wide. */
export const shrink = async (pngUrl: string, width: number): Promise<string> => {
  const image = await imageOf(pngUrl);
  const height = Math.max(1, Math.round((image.naturalHeight / image.naturalWidth) * width));
  const { canvas, context } = canvasOf(width, height);
  context.drawImage(image, 0, 0, width, height);
  return canvas.toDataURL('image/png');
};

const draw = (
  context: CanvasRenderingContext2D,
  { image, label, isFlawed }: Drawn,
  [x, y]: readonly [number, number],
): void => {
  const { naturalWidth: width, naturalHeight: height } = image;
  const top = y + labelHeight;
  context.save();
  context.beginPath();
  context.rect(x, y, width, labelHeight);
  context.clip();
  context.fillStyle = '#fff';
  context.fillText(label, x, y + labelHeight / 2);
  context.restore();
  context.drawImage(image, x, top);
  if (!isFlawed) return;
  context.strokeStyle = '#d00';
  context.lineWidth = lineWidth;
  context.strokeRect(x, top, width, height);
};

const widthOf = (row: readonly Drawn[]): number =>
  row.reduce((width, { image }) => width + image.naturalWidth + gap, gap);

const heightOf = (row: readonly Drawn[]): number =>
  Math.max(...row.map(({ image }) => image.naturalHeight)) + labelHeight + gap;

/** Puts pictures on one, row by row, each under its label. */
export const layOut = async (rows: readonly (readonly Print[])[]): Promise<string> => {
  const drawn = await Promise.all(
    rows.map((row) =>
      Promise.all(row.map(async (print) => ({ ...print, image: await imageOf(print.pngUrl) }))),
    ),
  );
  const height = drawn.reduce((sum, row) => sum + heightOf(row), gap);
  const { canvas, context } = canvasOf(Math.max(...drawn.map(widthOf)), height);
  context.fillStyle = '#8a8f98';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = '13px sans-serif';
  context.textBaseline = 'middle';
  let y = gap;
  for (const row of drawn) {
    let x = gap;
    for (const print of row) {
      draw(context, print, [x, y]);
      x += print.image.naturalWidth + gap;
    }
    y += heightOf(row);
  }
  return canvas.toDataURL('image/png');
};
