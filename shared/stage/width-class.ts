import type { WidthClass } from '../paywall/circumstances.ts';
import type { ScreenSize } from './devices.ts';

/** As Android has it, for the width of a window in dp. */
export const widthClassOf = ({ width }: Pick<ScreenSize, 'width'>): WidthClass => {
  if (width < 600) return 'compact';
  return width < 840 ? 'medium' : 'expanded';
};
