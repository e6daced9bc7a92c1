import { Fragment, type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react';
import './popover.css';

interface PopoverProps {
  /** Names what opens it and what is in it. */
  readonly label: string;
  readonly panelLabel: string;
  readonly button: ReactNode;
  /** What is in it; it can close it when it is done. */
  readonly children: (close: () => void) => ReactNode;
}

/** A panel below its button, by the browser's own means: Escape and a press elsewhere close it. */
export const Popover = ({ label, panelLabel, button, children }: PopoverProps) => {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  // Another number makes what is in it anew: nothing that was half typed is left over.
  const [openings, setOpenings] = useState(0);
  const close = () => panel.current?.hidePopover();
  return (
    <>
      <button
        type="button"
        className="button button--plain popover-button"
        popoverTarget={id}
        aria-label={label}
      >
        {button}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={panelLabel}
        className="popover"
        onToggle={({ newState }: ToggleEvent) => {
          if (newState === 'closed') setOpenings(openings + 1);
        }}
      >
        <Fragment key={openings}>{children(close)}</Fragment>
      </div>
    </>
  );
};
