import type { Preview } from '../../../shared/paywall/preview-page.ts';
import type { ScreenSize } from '../../../shared/stage/devices.ts';

type Question = keyof Preview;

/** The page that shows paywalls, open where nobody sees it. */
export interface PreviewTab {
  /** What it is given and gives back crosses as JSON. */
  ask<Asked extends Question>(
    asked: Asked,
    ...given: Parameters<Preview[Asked]>
  ): Promise<Awaited<ReturnType<Preview[Asked]>>>;
  /** In points. */
  resize(size: ScreenSize): Promise<void>;
  /** A PNG of all that the page shows. */
  capture(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** What a host takes pictures with. */
export interface Camera {
  openTab(pixelsPerPoint: number): Promise<PreviewTab>;
  /** Closes its tabs, too; whoever waits for one of them is told. */
  close(): Promise<void>;
}

/** Where pictures can be taken, or why they cannot, in one sentence. */
export type CameraOffer = { readonly open: () => Promise<Camera> } | { readonly hindrance: string };
