import type { LaneName } from '../../../shared/timeline/lane.ts';
import type { FoundMark } from '../layout/lane-index.ts';
import { type MarkLook, markLooks } from '../layout/look.ts';
import { markPen } from './draw-mark.ts';
import type { Palette } from './palette.ts';
import { type Scene, geometryOf, middleOf } from './scene.ts';

type Context = CanvasRenderingContext2D;

const turnRank = markLooks.indexOf('turn');
/** Lines that stand closer together would hide everything. */
const leastBetweenTurns = 6;
/** Marks of one shape that would cover each other are one: so many times half of their size. */
const leastBetweenMarks = 2;
const largest = 4.5;

/** Draws marks once all are found: the important ones over the others. */
export interface MarkBrush {
  readonly add: (found: FoundMark) => void;
  readonly finish: () => void;
}

/** Changes of user and cold starts: they concern all lanes. */
const drawTurns = (
  context: Context,
  palette: Palette,
  turns: readonly number[],
  height: number,
): void => {
  context.fillStyle = palette.accent;
  context.globalAlpha = 0.45;
  for (const x of turns) context.fillRect(Math.round(x), 0, 1, height);
  context.globalAlpha = 1;
};

export const createMarkBrush = (context: Context, palette: Palette, scene: Scene): MarkBrush => {
  const { xOf, rowOf } = geometryOf(scene);
  const byRank = markLooks.map((look) => ({ look, marks: [] as FoundMark[] }));
  const turns: number[] = [];

  const drawAlike = (look: MarkLook, marks: readonly FoundMark[]): void => {
    const draw = markPen(context, palette, look);
    const drawn = new Map<LaneName, number>();
    for (const { lane, place } of marks) {
      const row = rowOf(lane);
      if (row === undefined) continue;
      const x = Math.round(xOf(place));
      const r = Math.min(largest, row.height / 2 - 0.5);
      if (x - (drawn.get(lane) ?? -Infinity) < leastBetweenMarks * r) continue;
      drawn.set(lane, x);
      draw(x, middleOf(row), r);
    }
  };

  return {
    add: (found) => {
      byRank[found.rank]?.marks.push(found);
      const x = xOf(found.place);
      if (found.rank !== turnRank || x - (turns.at(-1) ?? -Infinity) < leastBetweenTurns) return;
      turns.push(x);
    },
    finish: () => {
      drawTurns(context, palette, turns, scene.rows.height);
      for (const { look, marks } of byRank) if (marks.length > 0) drawAlike(look, marks);
    },
  };
};
