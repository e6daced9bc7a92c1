import { useTransition } from 'react';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

const words = messages.project;

/** Asks before what was kept of the open project is removed. */
export const ForgetProjectDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { id, name } = useApp(({ documents }) => documents.project);
  const { forgetProject } = useActions();
  const [isForgetting, startForgetting] = useTransition();
  const forget = (): void =>
    startForgetting(async () => {
      await forgetProject(id);
      onClose();
    });
  const footer = (
    <>
      <Button data-autofocus onClick={onClose}>
        {messages.dialog.cancel}
      </Button>
      <Button look="danger" disabled={isForgetting} onClick={forget}>
        {isForgetting ? words.forgetting : words.forgetIt}
      </Button>
    </>
  );
  return (
    <Dialog isSmall title={words.forgetTitle} footer={footer} onClose={onClose}>
      <p>{words.forgetText(name)}</p>
    </Dialog>
  );
};
