import { Copy } from 'lucide-react';
import { messages } from '../messages.ts';
import { IconButton } from '../ui/icon-button.tsx';

const words = messages.phone;

interface CopiedProps {
  /** In the middle of a sentence. */
  readonly what: string;
  readonly text: string;
  readonly onCopy: (what: string, text: string) => void;
}

/** A text to take away. */
export const Copied = ({ what, text, onCopy }: CopiedProps) => (
  <div className="phone__copied">
    <pre className="phone__code" tabIndex={0} role="group" aria-label={what}>
      <code>{text}</code>
    </pre>
    <IconButton isSmall icon={Copy} label={words.copyOf(what)} onClick={() => onCopy(what, text)} />
  </div>
);
