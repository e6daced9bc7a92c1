import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { messages } from '../../messages.ts';
import { durationText } from '../../state/format.ts';
import { axisHeight, drawAxis } from './draw-axis.ts';
import { drawLanes } from './draw-lanes.ts';
import { type Palette, onOtherColours, readPalette } from './palette.ts';
import type { Scene } from './scene.ts';

const words = messages.timeline.lanes;

const jumpText = (jumpMs: number): string =>
  jumpMs < 0 ? words.back(durationText(-jumpMs)) : words.later(durationText(jumpMs));

/** A canvas that has a pixel for each of the screen's. */
const sharp = (
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null => {
  const ratio = devicePixelRatio;
  const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== pixelWidth) canvas.width = pixelWidth;
  if (canvas.height !== pixelHeight) canvas.height = pixelHeight;
  const context = canvas.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
};

const draw = (canvas: HTMLCanvasElement, palette: Palette, scene: Scene): void => {
  const { width, rows, lanes, range } = scene;
  const height = axisHeight + rows.height;
  const context = sharp(canvas, width, height);
  if (context === null) return;
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, width, height);
  drawAxis(context, palette, { axis: lanes.axis, range, width, height, jumpText });
  context.save();
  context.translate(0, axisHeight);
  drawLanes(context, palette, scene);
  context.restore();
};

/** Draws the scene before the next frame, whenever it or the colours are others. */
export const useLanePicture = (
  canvas: RefObject<HTMLCanvasElement | null>,
  scene: Scene | null,
): void => {
  const [colours, setColours] = useState(0);
  const palette = useRef<{ readonly version: number; readonly palette: Palette } | null>(null);

  useEffect(() => onOtherColours(() => setColours((version) => version + 1)), []);

  useLayoutEffect(() => {
    const element = canvas.current;
    const parent = element?.parentElement;
    if (element === null || parent == null || scene === null) return;
    const frame = requestAnimationFrame(() => {
      if (palette.current?.version !== colours)
        palette.current = { version: colours, palette: readPalette(parent) };
      draw(element, palette.current.palette, scene);
    });
    return () => cancelAnimationFrame(frame);
  });
};
