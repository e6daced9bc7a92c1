import { Check, ChevronDown } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import './choice-menu.css';
import { classNames } from './class-names.ts';
import { Popover } from './popover.tsx';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly word: string;
  /** What it means, in a sentence. */
  readonly hint: string;
}

interface ChoiceMenuProps<Value extends string> {
  /** What is chosen; it stands above the button, so the button tells the choice only. */
  readonly label: string;
  /** The name of the button: the label, and what is chosen. */
  readonly name: string;
  /** Null: none of the choices is what is set. */
  readonly value: Value | null;
  readonly word: string;
  readonly choices: readonly Choice<Value>[];
  /** What is chosen breaks something on purpose. */
  readonly isAmber?: boolean;
  readonly icon?: ReactNode;
  readonly shortcut?: string;
  readonly onChoose: (value: Value) => void;
}

const moves: Readonly<Record<string, (place: number, last: number) => number>> = {
  ArrowDown: (place, last) => (place === last ? 0 : place + 1),
  ArrowUp: (place, last) => (place <= 0 ? last : place - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** Arrow keys go through the choices, a letter goes to the next that begins with it. */
const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitemradio"]')];
  const place = items.findIndex((item) => item === document.activeElement);
  const next = moves[event.key]?.(place, items.length - 1);
  const letter = event.key.toLowerCase();
  const later = [...items.slice(place + 1), ...items];
  const target =
    next === undefined
      ? later.find((item) => item.dataset['word']?.toLowerCase().startsWith(letter) === true)
      : items[next];
  if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  target.focus();
};

/** One of several, each with a sentence that says what it does. */
export const ChoiceMenu = <Value extends string>(props: ChoiceMenuProps<Value>) => {
  const { label, name, value, word, choices, isAmber = false, icon, shortcut, onChoose } = props;
  const hintId = useId();
  const button = (
    <>
      {icon}
      <span className="choice-menu__word clipped">{word}</span>
      <ChevronDown size={14} aria-hidden />
    </>
  );
  return (
    <Popover
      label={name}
      panelLabel={label}
      button={button}
      buttonClass={classNames('popover-button', isAmber ? 'button--on-purpose' : 'button--plain')}
      panelClass="popover--menu"
      {...(shortcut === undefined ? {} : { shortcut })}
    >
      {(close) => (
        <div role="menu" aria-label={label} className="choice-menu" onKeyDown={moveFocus}>
          {choices.map((choice, place) => {
            const isChosen = choice.value === value;
            const isFirst = value === null ? place === 0 : isChosen;
            return (
              <button
                key={choice.value}
                // Where the focus goes when the menu opens; React keeps the attribute to itself.
                ref={(element) => void element?.toggleAttribute('autofocus', isFirst)}
                type="button"
                role="menuitemradio"
                aria-checked={isChosen}
                aria-label={choice.word}
                aria-describedby={`${hintId}-${choice.value}`}
                data-word={choice.word}
                tabIndex={isFirst ? 0 : -1}
                className="choice-menu__choice"
                onClick={() => {
                  onChoose(choice.value);
                  close();
                }}
              >
                <span className="choice-menu__check">
                  {isChosen ? <Check size={14} aria-hidden /> : null}
                </span>
                <span className="choice-menu__name">{choice.word}</span>
                <span id={`${hintId}-${choice.value}`} className="choice-menu__hint">
                  {choice.hint}
                </span>
              </button>
            );
          })}
        </div>
      )}
    </Popover>
  );
};
