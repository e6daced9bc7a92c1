import { type SyntheticEvent, useId, useState, useTransition } from 'react';
import { NoticeArea } from '../app/notice-area.tsx';
import { useActions } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PathField } from './path-field.tsx';
import './project-dialogs.css';

const words = messages.project;

/** Asks for a folder by its path, where no system can be asked for one. */
export const OpenProjectDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { openFolder } = useActions();
  const [path, setPath] = useState('');
  const [isOpening, startOpening] = useTransition();
  const formId = useId();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    startOpening(async () => {
      if (await openFolder(path)) onClose();
    });
  };
  const isReady = path.trim() !== '' && !isOpening;
  const footer = (
    <>
      <Button onClick={onClose}>{messages.dialog.cancel}</Button>
      <Button type="submit" form={formId} look="primary" disabled={!isReady}>
        {isOpening ? words.opening : words.openIt}
      </Button>
    </>
  );
  return (
    <Dialog title={words.openTitle} footer={footer} onClose={onClose}>
      <NoticeArea isInDialog />
      <form id={formId} className="project-dialog" onSubmit={submit}>
        <p>{words.openIntro}</p>
        <PathField isForProject path={path} onChange={setPath} />
      </form>
    </Dialog>
  );
};
