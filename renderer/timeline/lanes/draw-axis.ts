import type { Axis } from '../layout/axis.ts';
import type { Palette } from './palette.ts';
import { ticksFor } from './ticks.ts';
import type { Range } from './view.ts';

export const axisHeight = 20;

const coarse = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const fine = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

type Context = CanvasRenderingContext2D;

export interface AxisScene {
  readonly axis: Axis;
  readonly range: Range;
  readonly width: number;
  readonly height: number;
  /** Tells by how much the clock jumps. */
  readonly jumpText: (jumpMs: number) => string;
}

const placer =
  ({ from, to }: Range, width: number) =>
  (place: number): number =>
    Math.round(((place - from) / (to - from)) * width);

/** The times, with a line down from each. */
const drawTicks = (
  context: Context,
  palette: Palette,
  { axis, range, width, height }: AxisScene,
): void => {
  const xOf = placer(range, width);
  for (const { place, at, isFine } of ticksFor(axis, range, width)) {
    const x = xOf(place);
    context.fillStyle = palette.line;
    context.fillRect(x, 0, 1, height);
    context.fillStyle = palette.textTertiary;
    context.fillText((isFine ? fine : coarse).format(at), x + 4, axisHeight / 2);
  }
};

const drawJump = (
  context: Context,
  palette: Palette,
  x: number,
  height: number,
  text: string,
): number => {
  context.strokeStyle = palette.textTertiary;
  context.lineWidth = 1;
  context.setLineDash([2, 3]);
  context.beginPath();
  context.moveTo(x + 0.5, 0);
  context.lineTo(x + 0.5, height);
  context.stroke();
  context.setLineDash([]);
  const room = context.measureText(text).width + 8;
  // Half a word says less than the line alone.
  if (x < room) return 0;
  context.fillStyle = palette.surface;
  context.fillRect(x - room, 2, room - 2, axisHeight - 4);
  context.fillStyle = palette.textSecondary;
  context.fillText(text, x - room + 3, axisHeight / 2);
  return room;
};

/** Draws the times, and where the clock jumps. */
export const drawAxis = (context: Context, palette: Palette, scene: AxisScene): void => {
  const { axis, range, width, height, jumpText } = scene;
  const xOf = placer(range, width);
  context.font = `11px ${palette.font}`;
  context.textBaseline = 'middle';
  drawTicks(context, palette, scene);
  // Where jumps lie close together, the first one tells.
  let free = -Infinity;
  for (const { place, jumpMs } of axis.breaksIn(range.from, range.to)) {
    const x = xOf(place);
    if (x < free || jumpMs === null) continue;
    free = x + drawJump(context, palette, x, height, jumpText(jumpMs));
  }
};
