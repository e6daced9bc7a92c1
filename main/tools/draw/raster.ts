import type { Browser, Page } from 'playwright';

/** The two looks that every picture has. */
export const schemes = ['light', 'dark'] as const;

export type Scheme = (typeof schemes)[number];

interface WebpOptions {
  /** 0 to 1; Chromium takes 1 for lossless. */
  readonly quality: number;
  /** How much of the width and height is kept. */
  readonly scale?: number;
}

// Runs in the page, as text: this project is checked without the types of a DOM.
const encode = `async ({ png, quality, scale }) => {
  const bitmap = await createImageBitmap(await (await fetch(png)).blob());
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/webp', quality).split(',')[1];
}`;

const sizeOf = (svg: string): { readonly width: number; readonly height: number } => {
  const [, width, height] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  if (width === undefined) throw new Error('A drawing begins with its width and height in pixels.');
  return { width: Number(width), height: Number(height) };
};

/** Opens an empty page that shows a drawing, at its natural size, in one of its two looks. */
export const openDrawing = async (browser: Browser, svg: string, scheme: Scheme): Promise<Page> => {
  const page = await browser.newPage({ colorScheme: scheme, viewport: sizeOf(svg) });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  return page;
};

/** What the page shows, with transparency. */
export const pngOf = (page: Page): Promise<Buffer> =>
  page.screenshot({ type: 'png', omitBackground: true });

/** The same as WebP, encoded by the browser. */
export const webpOf = async (page: Page, png: Buffer, options: WebpOptions): Promise<Buffer> => {
  const input = { scale: 1, ...options, png: `data:image/png;base64,${png.toString('base64')}` };
  const encoded = await page.evaluate<string>(`(${encode})(${JSON.stringify(input)})`);
  return Buffer.from(encoded, 'base64');
};
