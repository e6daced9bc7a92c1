import { Button, type ButtonProps } from '../ui/button.tsx';
import './tool-button.css';

interface ToolButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  readonly label: string;
}

/** A button of the bar: a picture, with its word where the window has room for it. */
export const ToolButton = ({ label, ...rest }: ToolButtonProps) => (
  <Button look="quiet" aria-label={label} title={label} className="tool-button" {...rest}>
    <span className="tool-button__word">{label}</span>
  </Button>
);
