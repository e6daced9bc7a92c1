import type { PreparedScreen } from '../../../shared/paywall/prepare-screen.ts';
import type { Finding, ShownPaywall, TextPiece } from '../../../shared/paywall/preview-page.ts';
import { isEnough, measureContrast } from './contrast.ts';
import type { Trouble } from './network.ts';
import { nowMs } from './prepared.ts';
import type { PreviewPage } from './preview-page.ts';

/** What was found wrong with a screen. */
export interface Observation {
  readonly troubles: readonly Trouble[];
  readonly problems: PreparedScreen['problems'];
  readonly findings: readonly Finding[];
  /** Texts whose contrast cannot be told, because they are filled with a gradient. */
  readonly unmeasured: readonly string[];
}

/** What is looked at. */
export type LookedAt = ShownPaywall & Pick<PreparedScreen, 'problems'>;

/** Where to put pictures: of the screen, and of all that can be scrolled to. */
export type TakePicture = (which: 'screen' | 'full') => Promise<void>;

/** More would be more than a browser can photograph. */
const tallestPx = 8_000;

const lowContrast = (piece: TextPiece, behind: readonly number[]): readonly Finding[] => {
  const { text, area, color, ...size } = piece;
  if (color === null) return [];
  const contrast = measureContrast({ color, ...size }, behind);
  if (isEnough(contrast)) return [];
  const found = (Math.floor(contrast.ratio * 10) / 10).toFixed(1);
  const detail = `has a contrast of ${found}, less than ${contrast.needed}`;
  return [{ kind: 'low-contrast', subject: text, detail, area }];
};

const contrastFindings = async (
  preview: PreviewPage,
  pieces: readonly TextPiece[],
): Promise<readonly Finding[]> => {
  if (pieces.length === 0) return [];
  await preview.ask('setTextHidden', true);
  const png = await preview.page.screenshot({ scale: 'css' });
  await preview.ask('setTextHidden', false);
  const areas = pieces.map(({ area }) => area);
  const behind = await preview.ask(
    'samplePicture',
    `data:image/png;base64,${png.toString('base64')}`,
    areas,
  );
  return pieces.flatMap((piece, index) => lowContrast(piece, behind[index] ?? []));
};

/** Makes the screen so tall that nothing is left to scroll; false where that is so already. */
const stretch = async (preview: PreviewPage): Promise<boolean> => {
  const { page, size } = preview;
  const hidden = Math.ceil(await preview.ask('hiddenHeight'));
  if (hidden === 0) return false;
  await page.setViewportSize({
    width: size.width,
    height: Math.min(size.height + hidden, tallestPx),
  });
  await preview.ask('settle');
  return true;
};

/** One of a kind for each subject: the lines of a text are often all wrong at once. */
const eachOnce = (findings: readonly Finding[]): readonly Finding[] =>
  [
    ...new Map(
      findings.toReversed().map((found) => [`${found.kind} ${found.subject}`, found]),
    ).values(),
  ].toReversed();

/** Mounts a screen and looks for everything that nobody can have wanted. */
export const look = async (
  preview: PreviewPage,
  screen: LookedAt,
  takePicture: TakePicture = async () => undefined,
): Promise<Observation> => {
  await preview.page.setViewportSize(preview.size);
  await preview.show(screen, nowMs);
  const findings = [...(await preview.ask('measure'))];
  await takePicture('screen');
  if (await stretch(preview)) {
    findings.push(...(await preview.ask('measure')));
    await takePicture('full');
  }
  const pieces = await preview.ask('textPieces');
  findings.push(...(await contrastFindings(preview, pieces)));
  return {
    troubles: preview.takeTroubles(),
    problems: screen.problems,
    findings: eachOnce(findings),
    unmeasured: pieces.filter(({ color }) => color === null).map(({ text }) => text),
  };
};
