import { useState, useTransition } from 'react';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

const words = messages.project;

/** Asks before what was kept of the open project is removed. */
export const ForgetProjectDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const open = useApp(({ documents }) => documents.project);
  // Another window may open another one meanwhile: it is not the one that was meant.
  const [{ id, name, kind }] = useState(open);
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
      <p>{kind === 'live' ? words.forgetLiveText(name) : words.forgetText(name)}</p>
    </Dialog>
  );
};
