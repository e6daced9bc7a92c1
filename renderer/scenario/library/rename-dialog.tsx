import { type SyntheticEvent, useId, useState } from 'react';
import { useActions } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Listed } from './listed.ts';

const words = messages.scenarios;

interface RenameDialogProps {
  readonly scenario: Listed;
  readonly onClose: () => void;
  /** It may have another title. */
  readonly onDone: () => void;
}

/** Asks for another title. */
export const RenameDialog = ({ scenario, onClose, onDone }: RenameDialogProps) => {
  const { renameListed } = useActions();
  const [title, setTitle] = useState(scenario.title);
  const form = useId();
  const canRename = title.trim() !== '' && title.trim() !== scenario.title;
  const rename = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (canRename) void renameListed(scenario.name, title).then(onDone);
  };
  const footer = (
    <>
      <Button onClick={onClose}>{messages.dialog.cancel}</Button>
      <Button
        type="submit"
        form={form}
        look="primary"
        isIdle={!canRename}
        onClick={() => undefined}
      >
        {words.rename}
      </Button>
    </>
  );
  return (
    <Dialog isSmall title={words.renameTitle} footer={footer} onClose={onClose}>
      <form id={form} className="scenarios__rename" onSubmit={rename}>
        <span aria-hidden>{words.renameField}</span>
        <TextField
          data-autofocus
          label={words.renameField}
          value={title}
          maxLength={200}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => setTitle(target.value)}
        />
      </form>
    </Dialog>
  );
};
