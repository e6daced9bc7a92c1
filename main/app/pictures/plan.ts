import type { Argument } from '../../../shared/contract/calls.ts';
import type { Offering } from '../../../shared/model/offerings.ts';
import { circumstancesFor, screenOf } from '../../../shared/stage/circumstances.ts';
import type { ScreenSize } from '../../../shared/stage/devices.ts';
import type { ScreenRequest } from '../../../shared/stage/frame-messages.ts';
import type { StageSetUp } from '../../../shared/stage/set-up.ts';
import { offeringOfScreen } from '../../../shared/workflow/offering-of-screen.ts';
import type { OutlineScreen } from '../../../shared/workflow/outline.ts';
import type { Paper } from '../../../shared/workflow/paper.ts';

export type PicturesWanted = Argument<'takePictures'>;
type Look = PicturesWanted['looks'][number];

/** What the pictures are taken of. */
export interface Scene {
  readonly paper: Paper;
  readonly files: ScreenRequest['files'];
  readonly offerings: readonly Offering[];
  readonly stage: StageSetUp;
  /** Time stands still for all of them. */
  readonly nowMs: number;
}

/** One picture that is to be taken. */
export interface Frame {
  /** Its place and the name that people gave it. */
  readonly screen: string;
  readonly look: string;
  readonly request: ScreenRequest;
  readonly size: ScreenSize;
  readonly pixelsPerPoint: number;
}

const offeringFor = (
  screen: OutlineScreen,
  opened: string | null,
  offerings: readonly Offering[],
): Offering | undefined => {
  const find = (id: string | null): Offering | undefined =>
    offerings.find(({ identifier }) => identifier === id);
  if (opened === null) return find(screen.offeringId);
  const isKnown = (id: string): boolean => find(id) !== undefined;
  return find(offeringOfScreen(screen, { id: opened, context: null }, isKnown)?.id ?? null);
};

/** `iphone-sideways-de_DE-dark-mirrored`. */
const lookName = ({ device, isSideways, colorMode, locale, pseudo }: Look, scene: FrameScene) => {
  const { width, height } = screenOf({ ...scene.stage, device, isSideways }).size;
  return [
    device === 'free' ? `${width}x${height}` : device,
    ...(isSideways && device !== 'free' ? ['sideways'] : []),
    locale ?? scene.screen.defaultLocale,
    colorMode,
    ...(pseudo === null ? [] : [pseudo]),
  ].join('-');
};

interface FrameScene extends Scene {
  readonly screen: OutlineScreen;
  readonly name: string;
  readonly offering: Offering | undefined;
}

const frameOf = (scene: FrameScene, look: Look): Frame => {
  const { screen, offering, files, nowMs } = scene;
  const stage: StageSetUp = { ...scene.stage, ...look };
  const { size, safeArea, pixelsPerPoint } = screenOf(stage);
  const packages = (offering?.packages ?? []).map((listed) => ({
    id: listed.identifier,
    productId: listed.platform_product_identifier,
  }));
  const title = offering?.description ?? '';
  return {
    screen: scene.name,
    look: lookName(look, scene),
    request: {
      screenId: screen.id,
      circumstances: circumstancesFor(stage, size, packages, title, nowMs),
      files,
      moment: { at: nowMs, isRunning: false },
      safeArea,
    },
    size,
    pixelsPerPoint,
  };
};

/** Half an hour of work, and more than anybody looks at. */
export const mostPictures = 2_000;

/** Every wanted screen in every wanted look, each once; of too many, one more than can be taken. */
export const planPictures = (wanted: PicturesWanted, scene: Scene): readonly Frame[] => {
  const { offeringId, screenIds, looks } = wanted;
  const { paper, offerings } = scene;
  const frames = new Map<string, Frame>();
  for (const [index, screen] of paper.outline.screens.entries()) {
    if (screenIds.length > 0 && !screenIds.includes(screen.id)) continue;
    const name = `${index + 1}-${screen.name ?? screen.id}`;
    const offering = offeringFor(screen, offeringId, offerings);
    for (const look of looks) {
      if (frames.size > mostPictures) return [...frames.values()];
      const frame = frameOf({ ...scene, screen, name, offering }, look);
      frames.set(`${frame.screen}\n${frame.look}`, frame);
    }
  }
  return [...frames.values()];
};
