import { lowContrast } from '../../../shared/paywall/contrast.ts';
import type { Finding, TextPiece } from '../../../shared/paywall/preview-page.ts';
import { eachOnce } from '../../../shared/paywall/each-once.ts';
import type { PaywallProblem } from '../../../shared/paywall/problems.ts';
import type { ScreenSize } from '../../../shared/stage/devices.ts';
import { urlOfPng } from '../../app/pictures/png.ts';
import type { Trouble } from './network.ts';
import type { PreviewPage } from './preview-page.ts';

/** What was found wrong with a screen. */
export interface Observation {
  readonly troubles: readonly Trouble[];
  readonly problems: readonly PaywallProblem[];
  readonly findings: readonly Finding[];
  /** Texts whose contrast cannot be told, because they are filled with a gradient. */
  readonly unmeasured: readonly string[];
}

/** Puts on the page what is to be looked at, and says what was wrong with it already. */
export type PutOnPage = () => Promise<readonly PaywallProblem[]>;

/** Where to put pictures: of the screen, and of all that can be scrolled to. */
export type TakePicture = (which: 'screen' | 'full') => Promise<void>;

/** More would be more than a browser can photograph. */
const tallestPx = 8_000;

const contrastFindings = async (
  preview: PreviewPage,
  pieces: readonly TextPiece[],
): Promise<readonly Finding[]> => {
  if (pieces.length === 0) return [];
  await preview.ask('setTextHidden', true);
  const png = await preview.page.screenshot({ scale: 'css' });
  await preview.ask('setTextHidden', false);
  const areas = pieces.map(({ area }) => area);
  const behind = await preview.ask('samplePicture', urlOfPng(png), areas);
  return pieces.flatMap((piece, index) => lowContrast(piece, behind[index] ?? []) ?? []);
};

/** Makes the screen so tall that nothing is left to scroll; false where that is so already. */
const stretch = async (preview: PreviewPage, size: ScreenSize): Promise<boolean> => {
  const { page } = preview;
  const hidden = Math.ceil(await preview.ask('hiddenHeight'));
  if (hidden === 0) return false;
  await page.setViewportSize({
    width: size.width,
    height: Math.min(size.height + hidden, tallestPx),
  });
  await preview.ask('settle');
  return true;
};

/** Mounts a screen and looks for everything that nobody can have wanted. */
export const look = async (
  preview: PreviewPage,
  putOnPage: PutOnPage,
  takePicture: TakePicture = async () => undefined,
  size = preview.size,
): Promise<Observation> => {
  await preview.page.setViewportSize(size);
  const problems = await putOnPage();
  const findings = [...(await preview.ask('measure'))];
  await takePicture('screen');
  if (await stretch(preview, size)) {
    findings.push(...(await preview.ask('measure')));
    await takePicture('full');
  }
  const pieces = await preview.ask('textPieces');
  findings.push(...(await contrastFindings(preview, pieces)));
  return {
    troubles: preview.takeTroubles(),
    problems,
    findings: eachOnce(findings),
    unmeasured: pieces.filter(({ color }) => color === null).map(({ text }) => text),
  };
};
