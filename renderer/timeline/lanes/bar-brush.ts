import type { TimelineEvent } from '../../../shared/timeline.ts';
import { rowsPerLane } from '../layout/chunk.ts';
import type { FoundBar } from '../layout/lane-index.ts';
import { type BarLook, barLooks } from '../layout/look.ts';
import { type Box, drawBar, drawSlivers, leastForPattern } from './draw-bar.ts';
import type { LaneRow } from './lane-rows.ts';
import type { Palette } from './palette.ts';
import { type Scene, geometryOf } from './scene.ts';

type Context = CanvasRenderingContext2D;

/** Narrower than this a bar has no room for a word, and lower neither. */
const leastForLabel = { width: 34, height: 9 } as const;

/** Between two that are narrow, less is not seen as a gap. */
const leastGap = 2;

/** Draws bars as they are found. */
export interface BarBrush {
  readonly add: (found: FoundBar) => void;
  /** Draws what waits for a neighbour, and the words upon bars. */
  readonly finish: () => void;
}

/** A bar that is too narrow for a pattern, or several side by side. */
interface Sliver extends Box {
  width: number;
  readonly look: BarLook;
}

const labelOf = (event: TimelineEvent | null, count: number): string => {
  if (event === null || count > 1) return '';
  return event.id ?? event.asked ?? event.subject;
};

const drawLabel = (context: Context, palette: Palette, text: string, box: Box): void => {
  const left = Math.max(0, box.x) + 5;
  const middle = box.y + box.height / 2;
  context.save();
  context.beginPath();
  context.rect(left, middle - 8, box.x + box.width - 3 - left, 16);
  context.clip();
  context.fillStyle = palette.text;
  context.fillText(text, left, middle);
  context.restore();
};

/** A thin row of a lane, from the top of all lanes. */
type Line = Pick<Box, 'y' | 'height'>;

/** How high a bar is in its row, and where. */
const heightIn = (row: LaneRow, thin: number): Line => {
  const gap = row.height >= 12 ? 3 : 1;
  const each = (row.height - gap * 2) / row.rows;
  const height = Math.max(2, Math.floor(each) - (row.rows > 1 ? 1 : 0));
  return { y: Math.floor(row.top + gap + thin * each), height };
};

/** Each line once, however many bars stand in it: the same object for the same one. */
const createLines = () => {
  const lines = new Map<number, Line>();
  return (row: LaneRow, thin: number): Line => {
    const key = row.top * rowsPerLane + thin;
    const known = lines.get(key) ?? heightIn(row, thin);
    lines.set(key, known);
    return known;
  };
};

/** Joins what lies side by side. There are thousands in a picture: one that grows is written in place. */
const createSlivers = () => {
  const growing = new Map<Line, Sliver>();
  const all = new Map<BarLook, Sliver[]>();
  return {
    all,
    add: (line: Line, look: BarLook, { x, y, width, height }: Box): void => {
      const before = growing.get(line);
      const right = before === undefined ? -Infinity : before.x + before.width;
      if (before?.look === look && x - right <= leastGap) {
        before.width = Math.max(right, x + width) - before.x;
        return;
      }
      const sliver = { look, x, y, width, height };
      growing.set(line, sliver);
      const alike = all.get(look);
      if (alike === undefined) all.set(look, [sliver]);
      else alike.push(sliver);
    },
  };
};

export const createBarBrush = (context: Context, palette: Palette, scene: Scene): BarBrush => {
  const { xOf, rowOf } = geometryOf(scene);
  const labels: (() => void)[] = [];
  const slivers = createSlivers();
  const lineOf = createLines();

  const boxOf = ({ start, end }: FoundBar, { y, height }: Line): Box => {
    const x = Math.max(-4, xOf(start));
    const right = Math.min(scene.width + 4, xOf(Math.min(end, scene.now)));
    return { x, y, width: Math.max(1, right - x), height };
  };

  return {
    add: (found) => {
      const row = rowOf(found.lane);
      const look = barLooks[found.rank];
      if (row === undefined || look === undefined) return;
      const line = lineOf(row, found.row);
      const box = boxOf(found, line);
      if (box.width < leastForPattern) {
        slivers.add(line, look, box);
        return;
      }
      drawBar(context, palette, look, box);
      if (box.width < leastForLabel.width || box.height < leastForLabel.height) return;
      const text = labelOf(scene.find(found.eventId), found.count);
      labels.push(() => {
        drawLabel(context, palette, text, box);
      });
    },
    finish: () => {
      for (const [look, boxes] of slivers.all) drawSlivers(context, palette, look, boxes);
      for (const draw of labels) draw();
    },
  };
};
