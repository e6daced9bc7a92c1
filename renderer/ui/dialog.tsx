import { X } from 'lucide-react';
import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from 'react';
import { messages } from '../messages.ts';
import { classNames } from './class-names.ts';
import './dialog.css';
import { IconButton } from './icon-button.tsx';

interface DialogProps {
  readonly title: string;
  readonly isSmall?: boolean;
  /** For what stands side by side. */
  readonly isWide?: boolean;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
  /** It was closed, by whatever means. */
  readonly onClose: () => void;
}

/** A modal dialog of the browser's own: it keeps the focus inside, and gives it back. */
export const Dialog = ({
  title,
  isSmall = false,
  isWide = false,
  footer,
  children,
  onClose,
}: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // React tells a dialog of the closing of one inside it, too.
  const tell = ({ target }: SyntheticEvent): void => {
    if (target === dialog.current) onClose();
  };
  // Before the element goes: closing is what gives the focus back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // React keeps `autofocus` to itself, and does it too early for a dialog.
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classNames('dialog', isSmall && 'dialog--small', isWide && 'dialog--wide')}
      aria-labelledby={titleId}
      closedby="any"
      // Told at once: that it is closed comes later, and whatever was asked for in between is lost.
      onCancel={tell}
      onClose={tell}
    >
      <header className="dialog__head">
        <h2 id={titleId} className="dialog__title">
          {title}
        </h2>
        <IconButton icon={X} label={messages.dialog.close} onClick={onClose} />
      </header>
      <div className="dialog__body">{children}</div>
      {footer === undefined ? null : <footer className="dialog__foot">{footer}</footer>}
    </dialog>
  );
};
