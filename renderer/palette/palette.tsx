import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { isMac } from '../app/is-mac.ts';
import { keysOf, shortcutOf, shortcuts } from '../app/shortcuts.ts';
import { useWindowParts } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Keys } from '../ui/keys.tsx';
import { findCommands } from './find-commands.ts';
import { type PaletteCommand, paletteCommands } from './palette-commands.ts';
import './palette.css';

const words = messages.palette;

const ShortcutKeys = ({ command }: { readonly command: PaletteCommand }) => {
  const shortcut = shortcuts.find(({ name }) => name === command.shortcut);
  return shortcut === undefined ? null : <Keys keys={keysOf(shortcut, isMac)} />;
};

interface OptionProps {
  readonly id: string;
  readonly command: PaletteCommand;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

const Option = ({ id, command, isActive, onChoose }: OptionProps) => (
  <div
    id={id}
    ref={isActive ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
    role="option"
    aria-selected={isActive}
    className="palette__option"
    // The field keeps the focus.
    onMouseDown={(event) => event.preventDefault()}
    onClick={onChoose}
  >
    <span className="palette__word clipped" dir="auto">
      {command.word}
    </span>
    <span className="palette__detail clipped" dir="auto">
      {command.detail}
    </span>
    <span className="palette__group">{words.groups[command.group]}</span>
    <span className="palette__keys">
      <ShortcutKeys command={command} />
    </span>
  </div>
);

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => (at >= last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  PageDown: (at, last) => Math.min(last, at + 8),
  PageUp: (at) => Math.max(0, at - 8),
};

/** Shown before anything else happens: closing gives the focus back to where it was. */
const useModal = () => {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return dialog;
};

/** Everything that can be done, found by its name. */
export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const id = useId();
  const parts = useWindowParts();
  const dialog = useModal();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  // As it was when it was opened: nothing moves under the finger.
  const commands = useMemo(() => paletteCommands(parts), [parts]);
  const found = useMemo(() => findCommands(commands, typed), [commands, typed]);

  const choose = (command: PaletteCommand | undefined): void => {
    if (command === undefined) return;
    onClose();
    // Once the focus is back: what is done may move it.
    setTimeout(command.run);
  };

  const press = (event: KeyboardEvent): void => {
    const next = moves[event.key]?.(at, found.length - 1);
    if (next !== undefined) setAt(next);
    else if (event.key === 'Enter') choose(found[at]);
    else if (shortcutOf(event, isMac)?.name === 'palette') onClose();
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label={words.title}
      closedby="any"
      onCancel={onClose}
      onClose={onClose}
    >
      <div className="palette__field">
        <Search size={16} aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label={words.title}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={found.length === 0 ? undefined : `${id}-${at}`}
          className="palette__input"
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={words.title} className="palette__list">
        {found.map((command, place) => (
          <Option
            key={command.id}
            id={`${id}-${place}`}
            command={command}
            isActive={place === at}
            onChoose={() => choose(command)}
          />
        ))}
      </div>
      <p className="palette__said" role="status">
        {found.length === 0 ? words.none(typed) : words.hint}
      </p>
    </dialog>
  );
};
