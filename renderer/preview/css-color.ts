/** Red, green, blue (0–255) and opacity (0–1). */
export type Rgba = readonly [number, number, number, number];

/** Reads a computed colour, which Chromium writes as `rgb(…)`, `rgba(…)` or `color(srgb …)`. */
export const readColor = (computed: string): Rgba => {
  const numbers = [...computed.matchAll(/[\d.]+(?:e-?\d+)?/g)].map(([text]) => Number(text));
  const [red = 0, green = 0, blue = 0, opacity = 1] = numbers;
  const scale = computed.startsWith('color(') ? 255 : 1;
  return [red * scale, green * scale, blue * scale, opacity];
};

export const isOpaque = (computed: string): boolean => readColor(computed)[3] > 0.9;
export const isSeen = (computed: string): boolean => readColor(computed)[3] > 0;
