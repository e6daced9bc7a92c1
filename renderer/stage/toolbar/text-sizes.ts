/** The steps of iOS's text size, as what they make of the usual 17 points. */
export const textSizes = [
  { name: 'xS', scale: 0.82 },
  { name: 'S', scale: 0.88 },
  { name: 'M', scale: 0.94 },
  { name: 'L', scale: 1 },
  { name: 'xL', scale: 1.12 },
  { name: 'xxL', scale: 1.24 },
  { name: 'xxxL', scale: 1.35 },
  { name: 'AX1', scale: 1.65 },
  { name: 'AX2', scale: 1.94 },
  { name: 'AX3', scale: 2.35 },
  { name: 'AX4', scale: 2.76 },
  { name: 'AX5', scale: 3.12 },
] as const;

/** The step that comes nearest: a file may have any number. */
export const nearestTextSize = (scale: number): (typeof textSizes)[number] =>
  [...textSizes].sort((a, b) => Math.abs(a.scale - scale) - Math.abs(b.scale - scale))[0] ??
  textSizes[3];
