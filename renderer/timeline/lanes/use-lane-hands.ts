import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { useLatest } from '../use-shown.ts';
import { axisHeight } from './draw-axis.ts';
import { type Land, type View, atEnd, atStart, panned, rangeOf, zoomed } from './view.ts';

export interface Hands {
  readonly view: View;
  readonly land: Land | null;
  readonly width: number;
  readonly onView: (view: View) => void;
  /** Somebody points at it, from the top left of the lanes. */
  readonly onPoint: (x: number, y: number) => void;
  /** To the event before or behind the chosen one. */
  readonly onStep: (by: -1 | 1) => void;
}

/** One notch of a wheel is 100 pixels. */
const zoomPerPixel = 0.0016;
/** A hand that trembles does not drag. */
const still = 4;
const keyZoom = 1.6;
const keyPan = 0.15;

const pixelsOf = ({ deltaMode }: WheelEvent, delta: number): number =>
  delta * (deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);

/** Wheel, pinch, drag and keys, as moves of the view. */
export const useLaneHands = (canvas: RefObject<HTMLCanvasElement | null>, hands: Hands) => {
  const { view, land, width, onView, onPoint, onStep } = hands;

  const placeAt = (x: number): number | null => {
    if (land === null || width <= 0) return null;
    const { from, to } = rangeOf(view, land);
    return from + (x / width) * (to - from);
  };

  const panBy = (pixels: number): void => {
    if (land === null || width <= 0) return;
    const { from, to } = rangeOf(view, land);
    onView(panned(view, land, (pixels / width) * (to - from)));
  };

  const zoomBy = (factor: number, x: number | null): void => {
    if (land !== null) onView(zoomed(view, land, factor, x === null ? null : placeAt(x)));
  };

  const wheel = useLatest((event: WheelEvent): void => {
    event.preventDefault();
    const [across, along] = [pixelsOf(event, event.deltaX), pixelsOf(event, event.deltaY)];
    // A pinch comes as a wheel with Control held, in smaller steps.
    if (event.ctrlKey) zoomBy(Math.exp(along * zoomPerPixel * 5), event.offsetX);
    else if (event.shiftKey) panBy(along + across);
    else if (Math.abs(across) > Math.abs(along)) panBy(across);
    else zoomBy(Math.exp(along * zoomPerPixel), event.offsetX);
  });

  // React's own listener could not keep the page from scrolling.
  useEffect(() => {
    const element = canvas.current;
    element?.addEventListener('wheel', wheel, { passive: false });
    return () => element?.removeEventListener('wheel', wheel);
  }, [canvas, wheel]);

  const drag = useRef<{ x: number; startX: number; moved: boolean } | null>(null);

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || land === null) return;
    const deeds: Readonly<Record<string, () => void>> = {
      '+': () => zoomBy(1 / keyZoom, null),
      '=': () => zoomBy(1 / keyZoom, null),
      '-': () => zoomBy(keyZoom, null),
      '0': () => onView({ mode: 'all' }),
      ArrowLeft: () => panBy(-width * keyPan),
      ArrowRight: () => panBy(width * keyPan),
      ArrowUp: () => onStep(-1),
      ArrowDown: () => onStep(1),
      Home: () => onView(atStart(view, land)),
      End: () => onView(atEnd(view, land)),
    };
    const deed = deeds[event.key];
    if (deed === undefined) return;
    event.preventDefault();
    deed();
  };

  return {
    onKeyDown: press,
    onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { x: event.clientX, startX: event.clientX, moved: false };
    },
    onPointerMove: ({ clientX }: PointerEvent) => {
      const now = drag.current;
      if (now === null) return;
      now.moved ||= Math.abs(clientX - now.startX) >= still;
      if (!now.moved) return;
      panBy(now.x - clientX);
      now.x = clientX;
    },
    onPointerUp: ({ nativeEvent }: PointerEvent) => {
      const was = drag.current;
      drag.current = null;
      if (was !== null && !was.moved)
        onPoint(nativeEvent.offsetX, nativeEvent.offsetY - axisHeight);
    },
    onPointerCancel: () => {
      drag.current = null;
    },
  };
};
