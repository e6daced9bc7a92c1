import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names.ts';

interface KnobProps {
  readonly caption: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** One thing of the world: what it is, above what it is set to. */
export const Knob = ({ caption, className, children }: KnobProps) => (
  <div className={classNames('knob', className)}>
    {/* The control is named the same, so a screen reader need not hear it twice. */}
    <span className="knob__caption clipped" aria-hidden>
      {caption}
    </span>
    {children}
  </div>
);
