import type { KeyboardEvent, PointerEvent } from 'react';
import { drag } from '../../ui/drag.ts';

interface EdgeGripProps {
  readonly label: string;
  readonly side: 'width' | 'height';
  readonly size: number;
  readonly limits: { readonly least: number; readonly most: number };
  /** How many pixels of the window one point of the screen takes. */
  readonly scale: number;
  readonly onResize: (size: number) => void;
}

const keyStep = 8;

/** An edge of a screen of free size, to be dragged or moved by arrow keys. */
export const EdgeGrip = ({ label, side, size, limits, scale, onResize }: EdgeGripProps) => {
  const isWidth = side === 'width';
  const resize = (wanted: number): void =>
    onResize(Math.round(Math.min(limits.most, Math.max(limits.least, wanted))));

  const follow = (down: PointerEvent<HTMLDivElement>): void =>
    // It stands in the middle, so it grows to both sides.
    drag(down, isWidth ? 'x' : 'y', (by) => resize(size + (2 * by) / scale));

  const press = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = isWidth
      ? { ArrowLeft: -keyStep, ArrowRight: keyStep }
      : { ArrowUp: -keyStep, ArrowDown: keyStep };
    const step = steps[event.key];
    if (step === undefined || event.altKey) return;
    event.preventDefault();
    resize(size + step);
  };

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={isWidth ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={limits.least}
      aria-valuemax={limits.most}
      className={`device__grip device__grip--${side}`}
      onPointerDown={follow}
      onKeyDown={press}
    />
  );
};
