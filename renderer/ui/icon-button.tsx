import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps } from './button.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** What it does, for those who do not see the picture, or do not know it. */
  readonly label: string;
}

/** A button with nothing but a picture, for what everybody knows. */
export const IconButton = ({ icon, label, ...rest }: IconButtonProps) => (
  <Button
    look="quiet"
    icon={icon}
    aria-label={label}
    title={label}
    className="button--icon"
    {...rest}
  />
);
