import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import './button.css';
import { classNames } from './class-names.ts';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `amber` ends what is broken on purpose, `on-purpose` tells of it, `danger` destroys,
   * `guest` steers what stands in the place of the person's own session. */
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger' | 'amber' | 'on-purpose' | 'guest';
  readonly isSmall?: boolean;
  /** There is nothing to do for it now; unlike a disabled button it keeps the focus. */
  readonly isIdle?: boolean;
  readonly icon?: LucideIcon;
  readonly children?: ReactNode;
}

/** A button with a word on it. */
export const Button = ({
  look = 'plain',
  isSmall = false,
  isIdle = false,
  icon: Icon,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    className={classNames('button', `button--${look}`, isSmall && 'button--small', className)}
    aria-disabled={isIdle ? true : undefined}
    onClick={isIdle ? undefined : onClick}
    {...rest}
  >
    {Icon === undefined ? null : <Icon size={14} aria-hidden />}
    {children}
  </button>
);
