import { useTransition } from 'react';
import { useActions } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

const words = messages.settings;

/** Asks before everything is removed. */
export const WipeDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { wipeData } = useActions();
  const [isWiping, startWiping] = useTransition();
  const wipe = (): void =>
    startWiping(async () => {
      await wipeData();
      onClose();
    });
  const footer = (
    <>
      <Button data-autofocus onClick={onClose}>
        {messages.dialog.cancel}
      </Button>
      <Button look="danger" disabled={isWiping} onClick={wipe}>
        {isWiping ? words.wiping : words.wipeConfirm}
      </Button>
    </>
  );
  return (
    <Dialog isSmall title={words.wipeTitle} footer={footer} onClose={onClose}>
      <p>{words.wipeText}</p>
    </Dialog>
  );
};
