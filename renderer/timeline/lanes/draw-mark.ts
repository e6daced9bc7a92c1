import type { MarkLook } from '../layout/look.ts';
import type { ColourName, Palette } from './palette.ts';

const colours: Readonly<Record<MarkLook, ColourName>> = {
  quiet: 'quiet',
  joined: 'textSecondary',
  missed: 'textSecondary',
  saved: 'textSecondary',
  gone: 'textSecondary',
  prefetched: 'network',
  fresh: 'fresh',
  arrived: 'fresh',
  stale: 'stale',
  restored: 'restored',
  late: 'textSecondary',
  turn: 'accent',
  warned: 'problem',
  onPurpose: 'onPurpose',
  rejected: 'problem',
  failed: 'problem',
};

type Context = CanvasRenderingContext2D;
type Shape = (context: Context, x: number, y: number, r: number) => void;

const polygon =
  (points: readonly (readonly [number, number])[], isFilled = true): Shape =>
  (context, x, y, r) => {
    context.beginPath();
    for (const point of points) context.lineTo(x + point[0] * r, y + point[1] * r);
    context.closePath();
    if (isFilled) context.fill();
    else context.stroke();
  };

const arc = (context: Context, x: number, y: number, r: number, from = 0, to = 2): void => {
  context.beginPath();
  context.arc(x, y, r, Math.PI * from, Math.PI * to);
};

const cross: Shape = (context, x, y, r) => {
  context.beginPath();
  context.moveTo(x - r * 0.8, y - r * 0.8);
  context.lineTo(x + r * 0.8, y + r * 0.8);
  context.moveTo(x + r * 0.8, y - r * 0.8);
  context.lineTo(x - r * 0.8, y + r * 0.8);
  context.stroke();
};

const down = [
  [-0.9, -0.7],
  [0.9, -0.7],
  [0, 0.9],
] as const;
const up = [
  [-0.9, 0.7],
  [0.9, 0.7],
  [0, -0.9],
] as const;
const diamond = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
] as const;
const flag = [
  [-0.5, -1],
  [1, -0.4],
  [-0.5, 0.2],
] as const;

/** Rectangles are drawn much faster than paths. */
const square: Shape = (context, x, y, r) => {
  context.fillRect(x - r * 0.75, y - r * 0.75, r * 1.5, r * 1.5);
};

/** Each look has a shape of its own, so that nobody needs its colour. */
const shapes: Readonly<Record<MarkLook, Shape>> = {
  quiet: (context, x, y, r) => {
    arc(context, x, y, r * 0.45);
    context.fill();
  },
  joined: polygon(diamond, false),
  missed: (context, x, y, r) => {
    arc(context, x, y, r * 0.75);
    context.stroke();
  },
  saved: square,
  gone: (context, x, y, r) => context.fillRect(x - r * 0.9, y - r * 0.25, r * 1.8, r * 0.5),
  prefetched: polygon(diamond),
  fresh: (context, x, y, r) => {
    arc(context, x, y, r * 0.85);
    context.fill();
  },
  arrived: polygon(down),
  stale: (context, x, y, r) => {
    arc(context, x, y, r * 0.8);
    context.stroke();
    arc(context, x, y, r * 0.8, 0.5, 1.5);
    context.fill();
  },
  restored: polygon(up),
  late: (context, x, y, r) => {
    context.strokeRect(x - r * 0.75, y - r * 0.75, r * 1.5, r * 1.5);
    cross(context, x, y, r * 0.6);
  },
  turn: (context, x, y, r) => {
    context.fillRect(x - r * 0.7, y - r, 1.5, r * 2);
    polygon(flag)(context, x, y, r);
  },
  warned: polygon(up, false),
  onPurpose: (context, x, y, r) => {
    polygon(up)(context, x, y, r * 1.2);
  },
  rejected: cross,
  failed: (context, x, y, r) => {
    square(context, x, y, r * 1.2);
  },
};

/** What is drawn over a failure, which is large enough for it. */
const drawBang = (context: Context, palette: Palette, x: number, y: number, r: number): void => {
  if (r < 3.5) return;
  context.fillStyle = palette.surface;
  context.fillRect(x - 0.75, y - r * 0.7, 1.5, r * 0.8);
  context.fillRect(x - 0.75, y + r * 0.35, 1.5, 1.5);
};

/** Draws a mark around a point; `r` is half of its size. */
export type MarkPen = (x: number, y: number, r: number) => void;

/** Draws marks of one look, one after the other; nothing else may be drawn meanwhile. */
export const markPen = (context: Context, palette: Palette, look: MarkLook): MarkPen => {
  const colour = palette[colours[look]];
  const shape = shapes[look];
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  return (x, y, r) => {
    shape(context, x, y, r);
    if (look !== 'failed' && look !== 'onPurpose') return;
    drawBang(context, palette, x, y, r);
    context.fillStyle = colour;
  };
};
