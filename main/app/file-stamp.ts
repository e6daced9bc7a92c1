/** `2026-06-15T12-04-31-207`: no system minds it in the name of a file. */
export const fileStamp = (now: number): string =>
  new Date(now).toISOString().replace('Z', '').replaceAll(/[:.]/g, '-');
