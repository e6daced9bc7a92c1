import type { Browser } from 'playwright';

/** One picture on a sheet. */
export interface Print {
  /** The row. */
  readonly screen: string;
  /** The column. */
  readonly view: string;
  readonly png: Buffer;
  /** Whether anything was found. */
  readonly isFlawed: boolean;
}

const printWidth = 240;
const gap = 12;
const labelHeight = 20;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? '');

const style = `
  body { margin: ${gap}px; background: #8a8f98; color: #fff; font: 13px/${labelHeight}px sans-serif }
  .row { display: flex; gap: ${gap}px; align-items: flex-start; margin-bottom: ${gap}px }
  figure { margin: 0; width: ${printWidth}px }
  figcaption { height: ${labelHeight}px; overflow: hidden; white-space: nowrap }
  img { display: block; width: 100% }
  .flawed { outline: 3px solid #d00 }`;

const figure = ({ screen, view, png, isFlawed }: Print): string =>
  `<figure><figcaption>${escaped(`${screen} ${view}`)}</figcaption><img${
    isFlawed ? ' class="flawed"' : ''
  } src="data:image/png;base64,${png.toString('base64')}"></figure>`;

const rowOf = (prints: readonly Print[]): string =>
  `<div class="row">${prints.map(figure).join('')}</div>`;

/** So many fit beside each other and can still be made out. */
const mostColumns = 6;

/** A row for each screen, or for several where they have few views. */
const rowsOf = (prints: readonly Print[]): readonly (readonly Print[])[] => {
  const screens = [...Map.groupBy(prints, ({ screen }) => screen).values()];
  const views = Math.max(...screens.map(({ length }) => length));
  const each = Math.max(1, Math.floor(mostColumns / views));
  const rowCount = Math.ceil(screens.length / each);
  return Array.from({ length: rowCount }, (_, row) =>
    screens.slice(row * each, (row + 1) * each).flat(),
  );
};

/** Puts the pictures of a workflow on one. */
export const contactSheet = async (
  browser: Browser,
  prints: readonly Print[],
): Promise<Uint8Array> => {
  const rows = rowsOf(prints);
  const columns = Math.max(...rows.map(({ length }) => length));
  const context = await browser.newContext({
    viewport: { width: columns * (printWidth + gap) + gap, height: printWidth },
    offline: true,
  });
  try {
    const page = await context.newPage();
    await page.setContent(
      `<!doctype html><meta charset="utf-8"><style>${style}</style>${rows.map(rowOf).join('')}`,
    );
    return await page.screenshot({ fullPage: true });
  } finally {
    await context.close();
  }
};
