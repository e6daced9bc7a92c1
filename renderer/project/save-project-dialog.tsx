import { type SyntheticEvent, useId, useState, useTransition } from 'react';
import { NoticeArea } from '../app/notice-area.tsx';
import { useActions } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PathField } from './path-field.tsx';
import './project-dialogs.css';

const words = messages.project;

/** Asks where the open project is written to. */
export const SaveProjectDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { saveProject, openFolder, chooseFolder, hasDialogs } = useActions();
  const [path, setPath] = useState('');
  const [isSaving, startSaving] = useTransition();
  const formId = useId();
  const save = (isOpenedThen: boolean): void =>
    startSaving(async () => {
      const folder = await saveProject(path);
      if (folder === null) return;
      if (isOpenedThen) await openFolder(folder);
      onClose();
    });
  const isReady = path.trim() !== '' && !isSaving;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isReady) save(true);
  };
  const footer = (
    <>
      <Button onClick={onClose}>{messages.dialog.cancel}</Button>
      <Button disabled={!isReady} onClick={() => save(false)}>
        {isSaving ? words.saving : words.saveIt}
      </Button>
      <Button type="submit" form={formId} look="primary" disabled={!isReady}>
        {words.saveAndOpen}
      </Button>
    </>
  );
  return (
    <Dialog title={words.saveTitle} footer={footer} onClose={onClose}>
      <NoticeArea isInDialog />
      <form id={formId} className="project-dialog" onSubmit={submit}>
        <p>{words.saveIntro}</p>
        <PathField isForProject={false} path={path} onChange={setPath} />
        {hasDialogs() ? (
          <Button onClick={() => void chooseFolder().then((chosen) => setPath(chosen ?? path))}>
            {words.browse}
          </Button>
        ) : null}
      </form>
    </Dialog>
  );
};
