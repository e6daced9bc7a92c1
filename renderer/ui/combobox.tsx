import { type KeyboardEvent, useId, useState } from 'react';
import './combobox.css';

export interface ComboboxOption {
  readonly value: string;
  readonly word: string;
  /** What else it can be found by. */
  readonly detail: string;
}

interface ComboboxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly options: readonly ComboboxOption[];
  /** Said where nothing is found: what is typed is taken all the same. */
  readonly noneFound: string;
  /** The dialog around it begins with it. */
  readonly isFirst?: boolean;
  readonly onChange: (value: string) => void;
}

/** More would not be looked through, but searched for by more letters. */
const mostFound = 40;

const foundOf = (options: readonly ComboboxOption[], text: string): readonly ComboboxOption[] => {
  const wanted = text.trim().toLowerCase();
  return options
    .filter(({ value, word, detail }) =>
      [value, word, detail].some((name) => name.toLowerCase().includes(wanted)),
    )
    .slice(0, mostFound);
};

/** A field that offers what it can be filled with, and takes anything else, too. */
export const Combobox = (props: ComboboxProps) => {
  const { label, placeholder, value, options, noneFound, isFirst, onChange } = props;
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = isOpen ? foundOf(options, value) : [];

  const choose = (option: ComboboxOption): void => {
    onChange(option.value);
    setIsOpen(false);
  };

  const open = (): void => {
    setIsOpen(true);
    setActive(-1);
  };

  const deeds: Readonly<Record<string, (() => void) | undefined>> = {
    ArrowDown: () => {
      if (isOpen) setActive(Math.min(active + 1, found.length - 1));
      else open();
    },
    ArrowUp: isOpen ? () => setActive(Math.max(active - 1, 0)) : undefined,
    Enter: isOpen
      ? () => {
          const option = found[active];
          if (option === undefined) setIsOpen(false);
          else choose(option);
        }
      : undefined,
    Escape: isOpen ? () => setIsOpen(false) : undefined,
  };

  const press = (event: KeyboardEvent): void => {
    const deed = deeds[event.key];
    if (deed === undefined) return;
    event.preventDefault();
    // What is around it would close by the same Escape.
    event.stopPropagation();
    deed();
  };

  return (
    <span className="combobox">
      <input
        data-autofocus={isFirst}
        type="text"
        role="combobox"
        className="text-field__input combobox__input"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found[active] === undefined ? undefined : `${id}-${active}`}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
          open();
        }}
        onClick={open}
        onKeyDown={press}
        onBlur={() => setIsOpen(false)}
      />
      {isOpen ? (
        <div
          id={`${id}-list`}
          // A list of nothing is none.
          {...(found.length === 0 ? {} : { role: 'listbox', 'aria-label': label })}
          className="combobox__list"
        >
          {found.map((option, place) => (
            <div
              key={`${option.value} ${option.word}`}
              id={`${id}-${place}`}
              ref={
                place === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null
              }
              role="option"
              aria-selected={place === active}
              className="combobox__option"
              // The field keeps the focus: losing it would close the list before the press ends.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(option);
              }}
            >
              <span className="clipped">{option.word}</span>
              <span className="combobox__detail clipped">{option.detail}</span>
            </div>
          ))}
          {found.length === 0 ? <p className="combobox__none">{noneFound}</p> : null}
        </div>
      ) : null}
    </span>
  );
};
