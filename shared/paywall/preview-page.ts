import type { ScreenRequest } from '../stage/frame-messages.ts';
import type { PreparedScreen } from './prepare-screen.ts';

/** A paywall that is ready to be mounted: plain JSON, so that it can come from another process. */
export type ShownPaywall = Pick<PreparedScreen, 'props' | 'locale' | 'direction'>;

/** What became of a screen that was asked for. */
export type PresentedScreen = Pick<
  PreparedScreen,
  'locale' | 'direction' | 'selectedPackageId' | 'problems'
>;

/** What time it is for the paywall. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whether time goes on from there; pictures want it to stand still. */
  readonly isRunning: boolean;
}

/** What a person did on the paywall, or what became of it. */
export type PreviewEvent =
  | { readonly kind: 'purchase'; readonly packageId: string; readonly actionId: string }
  | { readonly kind: 'action'; readonly actionId: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'restore' }
  | { readonly kind: 'customer-center' }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'complete'; readonly url: string }
  | { readonly kind: 'input'; readonly fieldId: string; readonly value: string }
  /** What a component says about itself: a tab was chosen, a carousel turned. */
  | { readonly kind: 'interaction'; readonly data: Readonly<Record<string, unknown>> }
  | { readonly kind: 'error'; readonly message: string };

/** In CSS pixels of the page. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type FindingKind =
  | 'empty-text'
  | 'unresolved-text'
  | 'text-overflows'
  | 'text-clipped'
  | 'text-off-screen'
  | 'text-covered'
  | 'texts-overlap'
  | 'font-not-loaded'
  | 'image-not-loaded'
  | 'background-not-loaded'
  | 'icon-not-loaded'
  | 'video-not-playable'
  | 'scrolls-sideways'
  | 'low-contrast'
  /** There is so much that some of it was not looked at. */
  | 'not-all-measured';

/** Something about a mounted paywall that nobody can have wanted. */
export interface Finding {
  readonly kind: FindingKind;
  /** The text or the address that it is about. */
  readonly subject: string;
  /** A few words that follow the subject. */
  readonly detail: string;
  readonly area: Area;
}

/** A piece of text on one line, and what its contrast depends on. */
export interface TextPiece {
  readonly text: string;
  /** The part of it that can be seen. */
  readonly area: Area;
  /** Red, green, blue (0–255) and opacity (0–1); null where the text is filled with a gradient. */
  readonly color: readonly [number, number, number, number] | null;
  readonly fontSizePx: number;
  readonly fontWeight: number;
}

/** A small picture that is to be on a sheet. */
export interface Print {
  readonly label: string;
  /** An address with its bytes in it. */
  readonly pngUrl: string;
  /** Something is wrong with it: it has a line around it. */
  readonly isFlawed: boolean;
}

/** The page, as it is driven from outside. */
export interface Preview {
  /** `json` has `screens` by id and `uiConfig`; it stays until another one is loaded. */
  load(json: string): Promise<void>;
  /** Prepares a screen of what was loaded, and mounts it in place of what was there. */
  present(request: ScreenRequest): Promise<PresentedScreen>;
  /** Mounts what was prepared elsewhere. */
  show(paywall: ShownPaywall, moment: Moment | null): Promise<void>;
  clear(): Promise<void>;
  /** Resolves when everything was loaded or failed to; stops what moves. */
  settle(): Promise<void>;
  measure(): Promise<readonly Finding[]>;
  /** Texts that are hard to read, as far as that can be told without a picture. */
  measureContrast(): readonly Finding[];
  textPieces(): readonly TextPiece[];
  setTextHidden(isHidden: boolean): void;
  /** Red, green and blue of some points of each area, in turn, of a picture of the page. */
  samplePicture(pngUrl: string, areas: readonly Area[]): Promise<readonly (readonly number[])[]>;
  /** A picture that is so many pixels wide; its address has its bytes in it. */
  shrink(pngUrl: string, width: number): Promise<string>;
  /** Puts pictures on one, row by row, each under its label. */
  layOut(rows: readonly (readonly Print[])[]): Promise<string>;
  /** How much taller the screen would have to be to show all at once. */
  hiddenHeight(): number;
  /** What happened since they were taken last. */
  takeEvents(): readonly PreviewEvent[];
}
