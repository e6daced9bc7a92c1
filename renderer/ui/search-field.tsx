import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { Keys } from './keys.tsx';
import './search-field.css';

interface SearchFieldProps {
  readonly label: string;
  readonly clearLabel: string;
  readonly placeholder: string;
  readonly value: string;
  /** The key that leads here, printed in it while it is empty. */
  readonly shortcut?: string;
  readonly field?: RefObject<HTMLInputElement | null>;
  readonly onChange: (value: string) => void;
  /** Enter, or an arrow down: on to what was found. */
  readonly onLeave?: () => void;
}

/** What is searched for; Escape clears it, and leaves it when it is clear. */
export const SearchField = (props: SearchFieldProps) => {
  const { label, clearLabel, placeholder, value, shortcut, onChange, onLeave } = props;
  const own = useRef<HTMLInputElement>(null);
  const field = props.field ?? own;

  const press = (event: KeyboardEvent): void => {
    const isLeaving = event.key === 'Enter' || event.key === 'ArrowDown';
    if (!isLeaving && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Escape' && value !== '') onChange('');
    else onLeave?.();
  };

  return (
    <span className="search-field">
      <Search size={14} aria-hidden className="search-field__icon" />
      <input
        ref={field}
        type="text"
        role="searchbox"
        className="search-field__input"
        aria-label={label}
        aria-keyshortcuts={shortcut}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={press}
      />
      {value === '' ? (
        shortcut === undefined ? null : (
          <Keys keys={[shortcut]} />
        )
      ) : (
        <button
          type="button"
          className="search-field__clear"
          aria-label={clearLabel}
          onClick={() => {
            onChange('');
            field.current?.focus();
          }}
        >
          <X size={14} aria-hidden />
        </button>
      )}
    </span>
  );
};
