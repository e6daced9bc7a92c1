import type { KeyboardEvent, PointerEvent } from 'react';
import { classNames } from './class-names.ts';
import './splitter.css';

interface SplitterProps {
  readonly label: string;
  /** The line stands upright between left and right, or lies between above and below. */
  readonly line: 'upright' | 'lying';
  readonly size: number;
  readonly limits: { readonly least: number; readonly most: number; readonly normal: number };
  /** Whether the pane that is sized lies before the line or behind it. */
  readonly pane: 'before' | 'behind';
  readonly onResize: (size: number) => void;
}

const keyStep = 16;

/** The line between two panes: dragged, moved by arrow keys, put back by a double press. */
export const Splitter = ({ label, line, size, limits, pane, onResize }: SplitterProps) => {
  const isUpright = line === 'upright';
  const sign = pane === 'before' ? 1 : -1;

  const drag = (down: PointerEvent<HTMLDivElement>) => {
    const target: HTMLDivElement = down.currentTarget;
    const place = ({ clientX, clientY }: { clientX: number; clientY: number }) =>
      isUpright ? clientX : clientY;
    const start = place(down);
    const dragging = new AbortController();
    const { signal } = dragging;
    target.setPointerCapture(down.pointerId);
    target.addEventListener(
      'pointermove',
      (move) => onResize(size + sign * (place(move) - start)),
      { signal },
    );
    target.addEventListener('lostpointercapture', () => dragging.abort(), { signal });
  };

  const press = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = isUpright
      ? { ArrowLeft: -keyStep, ArrowRight: keyStep }
      : { ArrowUp: -keyStep, ArrowDown: keyStep };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onResize(size + sign * step);
  };

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={isUpright ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={limits.least}
      aria-valuemax={limits.most}
      className={classNames('splitter', `splitter--${line}`)}
      onPointerDown={drag}
      onKeyDown={press}
      onDoubleClick={() => onResize(limits.normal)}
    />
  );
};
