import { type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { classNames } from './class-names.ts';
import './popover.css';

interface PopoverProps {
  /** Names what opens it and what is in it. */
  readonly label: string;
  readonly panelLabel: string;
  readonly button: ReactNode;
  /** The button is a picture, or may be: its name is shown under the pointer. */
  readonly isPicture?: boolean;
  /** Another look of what opens it, or of the panel. */
  readonly buttonClass?: string;
  readonly panelClass?: string;
  readonly shortcut?: string;
  /** What is in it; it can close it when it is done. */
  readonly children: (close: () => void) => ReactNode;
}

/** A panel below its button, by the browser's own means: Escape and a press elsewhere close it. */
export const Popover = ({
  label,
  panelLabel,
  button,
  isPicture = false,
  buttonClass = 'button--plain popover-button',
  panelClass,
  shortcut,
  children,
}: PopoverProps) => {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  // What is in it is made anew each time: nothing that was half typed is left over.
  const [isOpen, setIsOpen] = useState(false);
  const close = () => panel.current?.hidePopover();
  return (
    <>
      <button
        type="button"
        className={`button ${buttonClass}`}
        popoverTarget={id}
        aria-label={label}
        title={isPicture ? label : undefined}
        aria-keyshortcuts={shortcut}
      >
        {button}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={panelLabel}
        className={classNames('popover', panelClass)}
        onBeforeToggle={({ newState }: ToggleEvent) => {
          // At once: the browser looks for what is to have the focus before it goes on.
          if (newState === 'open') flushSync(() => setIsOpen(true));
        }}
        onToggle={({ newState }: ToggleEvent) => {
          if (newState === 'closed') setIsOpen(false);
        }}
      >
        {isOpen ? children(close) : null}
      </div>
    </>
  );
};
