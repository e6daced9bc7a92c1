import { defaultPackages } from '../../../shared/paywall/default-products.ts';
import { type SafeArea, type ScreenSize, noSafeArea } from '../../../shared/stage/devices.ts';
import type { FrameCircumstances } from '../../../shared/stage/frame-messages.ts';
import { widthClassOf } from '../../../shared/stage/width-class.ts';
import { startOfTime } from '../../scenario/run.ts';
import type { ScreenPaper } from './preview-page.ts';
import type { ProjectScreen } from './screens.ts';

/** The screen of a phone. */
export interface Glass {
  /** Null: it has none but its size. */
  readonly name: string | null;
  readonly size: ScreenSize;
  /** What the system takes of each edge. */
  readonly safeArea: SafeArea;
}

export const glassOf = (size: ScreenSize): Glass => ({
  name: null,
  size,
  safeArea: noSafeArea,
});

/** One way in which a screen is looked at. */
export interface View {
  readonly locale: string;
  readonly colorMode: 'light' | 'dark';
  readonly glass: Glass;
}

export const viewName = ({ locale, colorMode, glass: { name } }: View): string =>
  [...(name === null ? [] : [name]), locale, colorMode].join('-');

/** When all pictures are taken: as for scenarios, so that a countdown always shows the same. */
export const nowMs = startOfTime;

const circumstancesOf = (
  { offering }: ProjectScreen,
  { locale, colorMode, glass }: View,
): FrameCircumstances => ({
  locales: [locale.replaceAll('_', '-')],
  colorMode,
  widthClass: widthClassOf(glass.size),
  packages:
    offering === null ? [] : defaultPackages(offering.packages, offering.description, 'USD'),
  nowMs,
});

/** Writes down a screen for the page, with products such as a store could sell. */
export const paperOf = (shown: ProjectScreen, view: View): ScreenPaper => ({
  json: JSON.stringify({ screens: { [shown.name]: shown.screen }, uiConfig: shown.uiConfig }),
  request: {
    screenId: shown.name,
    circumstances: circumstancesOf(shown, view),
    files: null,
    moment: { at: nowMs, isRunning: false },
    safeArea: view.glass.safeArea,
  },
});
