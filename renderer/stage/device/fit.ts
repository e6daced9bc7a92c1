import type { SafeArea, ScreenSize } from '../../../shared/stage/devices.ts';

/** The device with its body. */
export const outerSize = ({ width, height }: ScreenSize, rim: SafeArea): ScreenSize => ({
  width: width + rim.left + rim.right,
  height: height + rim.top + rim.bottom,
});

/** Smaller than this nothing can be told apart. */
const leastScale = 0.1;

/** How much smaller it has to be so that all of it is in sight; never larger than it is. */
export const fitScale = (outer: ScreenSize, room: ScreenSize): number =>
  Math.max(leastScale, Math.min(1, room.width / outer.width, room.height / outer.height));
