import type { Circumstances, WidthClass } from '../../../shared/paywall/circumstances.ts';
import { defaultPackages } from '../../../shared/paywall/default-products.ts';
import { type PreparedScreen, prepareScreen } from '../../../shared/paywall/prepare-screen.ts';
import { startOfTime } from '../../scenario/run.ts';
import type { ScreenSize } from './preview-page.ts';
import type { ProjectScreen } from './screens.ts';

/** One way in which a screen is looked at. */
export interface View {
  readonly locale: string;
  readonly colorMode: 'light' | 'dark';
}

export const viewName = ({ locale, colorMode }: View): string => `${locale}-${colorMode}`;

/** When all pictures are taken: as for scenarios, so that a countdown always shows the same. */
export const nowMs = startOfTime;

/** As Android has it, for the width of a window in dp. */
const widthClassOf = ({ width }: ScreenSize): WidthClass => {
  if (width < 600) return 'compact';
  return width < 840 ? 'medium' : 'expanded';
};

const circumstancesOf = (
  { offering }: ProjectScreen,
  { locale, colorMode }: View,
  size: ScreenSize,
): Circumstances => ({
  locales: [locale.replaceAll('_', '-')],
  colorMode,
  widthClass: widthClassOf(size),
  packages:
    offering === null ? [] : defaultPackages(offering.packages, offering.description, 'USD'),
  nowMs,
});

/** Makes a screen ready to be mounted, with products such as a store could sell. */
export const prepare = (shown: ProjectScreen, view: View, size: ScreenSize): PreparedScreen =>
  prepareScreen(shown.screen, shown.uiConfig, circumstancesOf(shown, view, size));
