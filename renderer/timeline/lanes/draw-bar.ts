import type { BarLook } from '../layout/look.ts';
import type { ColourName, Palette } from './palette.ts';

const colours: Readonly<Record<BarLook, ColourName>> = {
  open: 'network',
  network: 'network',
  memory: 'fresh',
  disk: 'restored',
  stale: 'stale',
  onPurpose: 'onPurpose',
  rejected: 'problem',
  failed: 'problem',
  cut: 'quiet',
};

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Context = CanvasRenderingContext2D;

/** Lines across a box, that far from each other; `lean` is how far each goes to the side. */
const hatch = (context: Context, box: Box, gap: number, lean: number): void => {
  const { x, y, width, height } = box;
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.beginPath();
  for (let at = x - Math.abs(lean); at < x + width + Math.abs(lean); at += gap) {
    context.moveTo(at, y + height);
    context.lineTo(at + lean, y);
  }
  context.stroke();
  context.restore();
};

type Pattern = (context: Context, box: Box) => void;

/** Told apart without colour: plain, dotted, leaning one way, crossed, empty. */
const patterns: Readonly<Record<BarLook, Pattern | null>> = {
  open: null,
  network: null,
  memory: null,
  disk: (context, { x, y, width, height }) => {
    context.fillRect(x, y + Math.floor(height / 2), width, 1);
  },
  stale: (context, box) => {
    hatch(context, box, 5, 0);
  },
  onPurpose: (context, box) => {
    hatch(context, box, 10, box.height);
  },
  rejected: (context, box) => {
    hatch(context, box, 7, -box.height);
  },
  failed: (context, box) => {
    hatch(context, box, 4, box.height);
  },
  cut: null,
};

const strength: Readonly<Record<BarLook, number>> = {
  open: 0.14,
  network: 0.3,
  memory: 0.55,
  disk: 0.3,
  stale: 0.14,
  onPurpose: 0.2,
  rejected: 0.08,
  failed: 0.2,
  cut: 0.1,
};

/** Narrower than this it has no room for a pattern. */
export const leastForPattern = 5;

const drawEnd = (context: Context, look: BarLook, { x, y, width, height }: Box): void => {
  const end = x + width;
  if (look === 'open') {
    // It goes on: an arrow head instead of an end.
    context.beginPath();
    context.moveTo(end - height / 2, y);
    context.lineTo(end, y + height / 2);
    context.lineTo(end - height / 2, y + height);
    context.stroke();
  } else if (look === 'cut') {
    context.setLineDash([2, 2]);
    context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
    context.setLineDash([]);
  } else context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
};

/** Draws several that are too narrow for a pattern. */
export const drawSlivers = (
  context: Context,
  palette: Palette,
  look: BarLook,
  boxes: readonly Box[],
): void => {
  context.fillStyle = palette[colours[look]];
  for (const { x, y, width, height } of boxes) context.fillRect(x, y, Math.max(1, width), height);
};

/** Draws what took time. */
export const drawBar = (context: Context, palette: Palette, look: BarLook, box: Box): void => {
  if (box.width < leastForPattern) {
    drawSlivers(context, palette, look, [box]);
    return;
  }
  const colour = palette[colours[look]];
  const { x, y, width, height } = box;
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.globalAlpha = strength[look];
  context.fillRect(x, y, width, height);
  context.globalAlpha = 0.9;
  patterns[look]?.(context, box);
  drawEnd(context, look, box);
  context.globalAlpha = 1;
  context.fillRect(x, y, 2, height);
};
