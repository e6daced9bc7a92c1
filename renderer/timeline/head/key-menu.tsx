import { memo, useEffect, useRef, useState } from 'react';
import { messages } from '../../messages.ts';
import { Popover } from '../../ui/popover.tsx';
import { drawBar } from '../lanes/draw-bar.ts';
import { markPen } from '../lanes/draw-mark.ts';
import { type Palette, onOtherColours, readPalette } from '../lanes/palette.ts';
import { type BarLook, type MarkLook, barLooks, markLooks } from '../layout/look.ts';

const words = messages.timeline;
const size = { width: 28, height: 16 } as const;

type Draw = (context: CanvasRenderingContext2D, palette: Palette) => void;

const paint = (element: HTMLCanvasElement | null, draw: Draw): void => {
  const context = element?.getContext('2d');
  const parent = element?.parentElement;
  if (element === null || context == null || parent == null) return;
  element.width = size.width * devicePixelRatio;
  element.height = size.height * devicePixelRatio;
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  draw(context, readPalette(parent));
};

/** A bar or a mark as the lanes have it, with what it means. */
const Entry = ({ draw, word }: { readonly draw: Draw; readonly word: string }) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [colours, setColours] = useState(0);
  useEffect(() => onOtherColours(() => setColours((version) => version + 1)), []);
  useEffect(() => paint(canvas.current, draw), [draw, colours]);
  return (
    <li className="timeline__key">
      <canvas ref={canvas} aria-hidden style={size} />
      {word}
    </li>
  );
};

const drawBarOf =
  (look: BarLook): Draw =>
  (context, palette) =>
    drawBar(context, palette, look, { x: 1, y: 3, width: 26, height: 10 });

const drawMarkOf =
  (look: MarkLook): Draw =>
  (context, palette) =>
    markPen(context, palette, look)(14, 8, 4.5);

const bars = barLooks.map((look) => ({ look, draw: drawBarOf(look) }));
const marks = markLooks.map((look) => ({ look, draw: drawMarkOf(look) }));

/** What the shapes in the lanes mean. */
export const KeyMenu = memo(() => (
  <Popover label={words.key} panelLabel={words.keyTitle} button={words.key}>
    {() => (
      <div className="timeline__keys">
        <h3>{words.keyBars}</h3>
        <ul>
          {bars.map(({ look, draw }) => (
            <Entry key={look} word={words.bars[look]} draw={draw} />
          ))}
        </ul>
        <h3>{words.keyMarks}</h3>
        <ul>
          {marks.map(({ look, draw }) => (
            <Entry key={look} word={words.marks[look]} draw={draw} />
          ))}
        </ul>
      </div>
    )}
  </Popover>
));
KeyMenu.displayName = 'KeyMenu';
