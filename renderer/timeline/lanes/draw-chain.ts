import type { Palette } from './palette.ts';
import { type Scene, geometryOf, middleOf } from './scene.ts';

type Context = CanvasRenderingContext2D;

interface Point {
  readonly x: number;
  readonly y: number;
}

const pointsOf = (scene: Scene): readonly Point[] => {
  const { xOf, rowOf } = geometryOf(scene);
  return scene.chain.flatMap(({ place, lane }) => {
    const row = rowOf(lane);
    return row === undefined ? [] : [{ x: xOf(place), y: middleOf(row) }];
  });
};

const drawDots = (context: Context, points: readonly Point[]): void => {
  for (const { x, y } of points) {
    context.beginPath();
    context.arc(x, y, 2.5, 0, Math.PI * 2);
    context.fill();
  }
};

/** What led to the chosen event, from one to the next, and a ring around it. */
export const drawChain = (context: Context, palette: Palette, scene: Scene): void => {
  const points = pointsOf(scene);
  const last = points.at(-1);
  if (last === undefined) return;
  context.fillStyle = palette.accent;
  context.strokeStyle = palette.accent;
  context.fillRect(Math.round(last.x), 0, 1, scene.rows.height);
  context.lineWidth = 1.5;
  context.beginPath();
  for (const { x, y } of points) context.lineTo(x, y);
  context.stroke();
  drawDots(context, points.slice(0, -1));
  context.lineWidth = 2;
  context.beginPath();
  context.arc(last.x, last.y, 7, 0, Math.PI * 2);
  context.stroke();
};
