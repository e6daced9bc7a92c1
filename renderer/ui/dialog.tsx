import { X } from 'lucide-react';
import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react';
import { messages } from '../messages.ts';
import { classNames } from './class-names.ts';
import './dialog.css';
import { IconButton } from './icon-button.tsx';

interface DialogProps {
  readonly title: string;
  readonly isSmall?: boolean;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
  /** It was closed, by whatever means. */
  readonly onClose: () => void;
}

/** A modal dialog of the browser's own: it keeps the focus inside, and gives it back. */
export const Dialog = ({ title, isSmall = false, footer, children, onClose }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // React tells a dialog of the closing of one inside it, too.
  const tell = ({ target }: SyntheticEvent): void => {
    if (target === dialog.current) onClose();
  };
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Closing is what gives the focus back to where it was.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classNames('dialog', isSmall && 'dialog--small')}
      aria-labelledby={titleId}
      closedby="any"
      onClose={tell}
    >
      <header className="dialog__head">
        <h2 id={titleId} className="dialog__title">
          {title}
        </h2>
        <IconButton
          icon={X}
          label={messages.dialog.close}
          onClick={() => dialog.current?.close()}
        />
      </header>
      <div className="dialog__body">{children}</div>
      {footer === undefined ? null : <footer className="dialog__foot">{footer}</footer>}
    </dialog>
  );
};
