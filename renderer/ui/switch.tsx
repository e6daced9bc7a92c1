import { classNames } from './class-names.ts';
import './switch.css';

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  /** What stands beside it: the state in a word, so that it is not told by colour alone. */
  readonly word: string;
  /** Off means that something is broken on purpose. */
  readonly isAmberWhenOff?: boolean;
  readonly shortcut?: string;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that is on or off, with effect at once. */
export const Switch = ({
  label,
  isOn,
  word,
  isAmberWhenOff = false,
  shortcut,
  onChange,
}: SwitchProps) => (
  <button
    type="button"
    role="switch"
    aria-checked={isOn}
    aria-label={label}
    aria-keyshortcuts={shortcut}
    className={classNames('switch', !isOn && isAmberWhenOff && 'switch--amber')}
    onClick={() => onChange(!isOn)}
  >
    <span className="switch__track" aria-hidden>
      <span className="switch__thumb" />
    </span>
    <span className="switch__word">{word}</span>
  </button>
);
