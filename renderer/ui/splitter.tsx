import type { KeyboardEvent, PointerEvent } from 'react';
import { classNames } from './class-names.ts';
import { drag } from './drag.ts';
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

/** How large the pane is: a small window may leave it less than it was given. */
const paneSize = (line: Element, pane: SplitterProps['pane'], isUpright: boolean): number => {
  const beside = pane === 'before' ? line.previousElementSibling : line.nextElementSibling;
  const { width = 0, height = 0 } = beside?.getBoundingClientRect() ?? {};
  return isUpright ? width : height;
};

/** The line between two panes: dragged, moved by arrow keys, put back by a double press. */
export const Splitter = ({ label, line, size, limits, pane, onResize }: SplitterProps) => {
  const isUpright = line === 'upright';
  const sign = pane === 'before' ? 1 : -1;

  const follow = (down: PointerEvent<HTMLDivElement>) => {
    const startSize = paneSize(down.currentTarget, pane, isUpright);
    drag(down, isUpright ? 'x' : 'y', (by) => onResize(startSize + sign * by));
  };

  const press = (event: KeyboardEvent) => {
    const now = paneSize(event.currentTarget, pane, isUpright);
    const steps: Readonly<Record<string, number>> = isUpright
      ? { ArrowLeft: -keyStep, ArrowRight: keyStep }
      : { ArrowUp: -keyStep, ArrowDown: keyStep };
    const step = steps[event.key];
    const sizes: Readonly<Record<string, number>> = { Home: limits.least, End: limits.most };
    const wanted = step === undefined ? sizes[event.key] : now + sign * step;
    if (wanted === undefined) return;
    event.preventDefault();
    onResize(wanted);
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
      onPointerDown={follow}
      onKeyDown={press}
      onDoubleClick={() => onResize(limits.normal)}
    />
  );
};
