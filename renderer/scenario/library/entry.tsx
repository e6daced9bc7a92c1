import { Pencil, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { messages } from '../../messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useFocusHeir } from '../../ui/use-focus-heir.ts';
import type { Change, Listed } from './listed.ts';

const words = messages.scenarios;

interface EntryProps {
  readonly scenario: Listed;
  readonly onChoose: () => void;
  readonly onChange: (change: Change) => void;
}

const keys: Readonly<Partial<Record<string, Change>>> = { Delete: 'remove', F2: 'rename' };

/** One that can be opened; those that were saved here can be renamed and deleted, too. */
export const Entry = ({ scenario, onChoose, onChange }: EntryProps) => {
  const { origin, title, description, hindrance } = scenario;
  const line = useFocusHeir<HTMLLIElement>((going) =>
    going.closest('dialog')?.querySelector<HTMLElement>('[data-autofocus]'),
  );
  const isOwn = origin === 'own';
  const canBeRenamed = isOwn && hindrance === null;
  const press = (event: KeyboardEvent): void => {
    const change = keys[event.key];
    if (!isOwn || change === undefined || (change === 'rename' && !canBeRenamed)) return;
    event.preventDefault();
    onChange(change);
  };
  return (
    <li ref={line} className="scenarios__line">
      <button
        type="button"
        className="scenarios__entry"
        aria-description={isOwn ? words.entryKeys : undefined}
        onClick={onChoose}
        onKeyDown={press}
      >
        <span className="scenarios__title">{title}</span>
        {description === null ? null : <span className="scenarios__words">{description}</span>}
        {hindrance === null ? null : <span className="scenarios__hindrance">{hindrance}</span>}
      </button>
      {canBeRenamed ? (
        <IconButton
          isSmall
          icon={Pencil}
          label={words.rename}
          aria-description={title}
          onClick={() => onChange('rename')}
        />
      ) : null}
      {isOwn ? (
        <IconButton
          isSmall
          icon={Trash2}
          label={words.remove}
          aria-description={title}
          onClick={() => onChange('remove')}
        />
      ) : null}
    </li>
  );
};
