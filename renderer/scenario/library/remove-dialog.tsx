import { useTransition } from 'react';
import { useActions } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Listed } from './listed.ts';

const words = messages.scenarios;

interface RemoveDialogProps {
  readonly scenario: Listed;
  readonly onClose: () => void;
  /** It may be gone. */
  readonly onDone: () => void;
}

/** Asks before a file is deleted. */
export const RemoveDialog = ({ scenario, onClose, onDone }: RemoveDialogProps) => {
  const { title, name } = scenario;
  const { removeListed } = useActions();
  const [isRemoving, startRemoving] = useTransition();
  const remove = (): void =>
    startRemoving(async () => {
      await removeListed(name);
      onDone();
    });
  const footer = (
    <>
      <Button data-autofocus onClick={onClose}>
        {messages.dialog.cancel}
      </Button>
      <Button look="danger" disabled={isRemoving} onClick={remove}>
        {words.remove}
      </Button>
    </>
  );
  return (
    <Dialog isSmall title={words.removeTitle} footer={footer} onClose={onClose}>
      <p className="scenarios__asked">{words.removeText(title, name)}</p>
    </Dialog>
  );
};
