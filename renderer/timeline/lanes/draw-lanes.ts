import { createBarBrush } from './bar-brush.ts';
import { drawChain } from './draw-chain.ts';
import { createMarkBrush } from './mark-brush.ts';
import type { Palette } from './palette.ts';
import type { Scene } from './scene.ts';

type Context = CanvasRenderingContext2D;

/** Bars that are narrower than so many pixels are found together. */
const grain = 3;
/** What stands so far outside reaches into the picture, in pixels. */
const edge = 8;

/** The lines between what people tell apart. */
const drawBands = (context: Context, palette: Palette, { rows, width }: Scene): void => {
  context.fillStyle = palette.line;
  for (const { top, height } of rows.groups) context.fillRect(0, top + height - 1, width, 1);
};

/** Draws the lanes; returns how many nodes of the index it looked at. */
export const drawLanes = (context: Context, palette: Palette, scene: Scene): number => {
  const { lanes, range, width, after, upTo } = scene;
  if (width <= 0) return 0;
  drawBands(context, palette, scene);
  context.font = `11px ${palette.font}`;
  context.textBaseline = 'middle';
  const perPixel = (range.to - range.from) / width;
  const [bars, marks] = [
    createBarBrush(context, palette, scene),
    createMarkBrush(context, palette, scene),
  ];
  const [from, to] = [range.from - perPixel * edge, range.to + perPixel * edge];
  const looked = lanes.paint(
    { from, to, grain: perPixel * grain, after, upTo },
    { bar: bars.add, mark: marks.add },
  );
  bars.finish();
  marks.finish();
  drawChain(context, palette, scene);
  return looked;
};
