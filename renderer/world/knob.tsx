import type { ReactNode } from 'react';

interface KnobProps {
  readonly caption: string;
  readonly children: ReactNode;
}

/** One thing of the world: what it is, above what it is set to. */
export const Knob = ({ caption, children }: KnobProps) => (
  <div className="knob">
    {/* The control is named the same, so a screen reader need not hear it twice. */}
    <span className="knob__caption" aria-hidden>
      {caption}
    </span>
    {children}
  </div>
);
