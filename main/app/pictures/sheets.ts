import type { Print } from '../../../shared/paywall/preview-page.ts';
import type { PreviewTab } from './camera.ts';
import { pngOfUrl, urlOfPng } from './png.ts';

type Asked = Pick<PreviewTab, 'ask'>;

interface Framed {
  /** The row. */
  readonly screen: string;
}

/** A picture as it is on a sheet. */
export type SheetPrint = Print & Framed;

/** So many fit beside each other and can still be made out. */
const mostColumns = 6;
/** More rows are higher than browsers draw. */
const mostRows = 10;

const inTurn = <T>(items: readonly T[], each: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / each) }, (_, index) =>
    items.slice(index * each, (index + 1) * each),
  );

/** A row for each screen, for several where they have few pictures; several where it has many. */
const rowsOf = <Print extends Framed>(prints: readonly Print[]): readonly (readonly Print[])[] => {
  const screens = [...Map.groupBy(prints, ({ screen }) => screen).values()];
  const most = Math.max(...screens.map(({ length }) => length));
  if (most > mostColumns) return screens.flatMap((one) => inTurn(one, mostColumns));
  return inTurn(screens, Math.floor(mostColumns / most)).map((row) => row.flat());
};

/** The rows of each sheet. */
export const sheetsOf = <Print extends Framed>(
  prints: readonly Print[],
): readonly (readonly (readonly Print[])[])[] =>
  prints.length === 0 ? [] : inTurn(rowsOf(prints), mostRows);

/** Pixels that a picture has on a sheet. */
const printWidth = 320;

/** Makes a picture so small that many fit on a sheet. */
export const printOf = async (
  tab: Asked,
  { screen, look }: { readonly screen: string; readonly look: string },
  png: Uint8Array,
  isFlawed = false,
): Promise<SheetPrint> => ({
  screen,
  label: `${screen} ${look}`,
  pngUrl: await tab.ask('shrink', urlOfPng(png), printWidth),
  isFlawed,
});

/** All of them, on as few sheets as hold them. */
export const sheetPictures = async (
  tab: Asked,
  prints: readonly SheetPrint[],
): Promise<readonly Uint8Array[]> => {
  const sheets: Uint8Array[] = [];
  for (const rows of sheetsOf(prints)) sheets.push(pngOfUrl(await tab.ask('layOut', rows)));
  return sheets;
};
