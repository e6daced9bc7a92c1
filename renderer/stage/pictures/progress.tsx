import { CircleAlert, FolderOpen } from 'lucide-react';
import { useApp, useStageDeeds } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { Button } from '../../ui/button.tsx';

const words = messages.stage.pictures;

const Taking = ({ taken, wanted }: { readonly taken: number; readonly wanted: number }) => {
  const { cancelPictures } = useStageDeeds();
  return (
    <div className="pictures__progress">
      <progress aria-label={words.progressLabel} value={taken} max={Math.max(1, wanted)} />
      <span>{words.progress(taken, wanted)}</span>
      <Button isSmall onClick={cancelPictures}>
        {words.cancel}
      </Button>
    </div>
  );
};

/** How it goes with the pictures, or went. */
export const Progress = () => {
  const { status, taken, wanted, message } = useApp(({ documents }) => documents.pictures);
  const { showPictures } = useStageDeeds();
  if (status === 'none') return null;
  if (status === 'taking') return <Taking taken={taken} wanted={wanted} />;
  const ended = { done: words.done(taken), cancelled: words.cancelled, failed: words.failed };
  return (
    <div className="pictures__progress" role="status">
      <p className={status === 'failed' ? 'status status--problem' : undefined}>
        {status === 'failed' ? <CircleAlert size={14} aria-hidden /> : null}
        {ended[status]}
      </p>
      {taken === 0 ? null : (
        <Button isSmall icon={FolderOpen} onClick={showPictures}>
          {words.show}
        </Button>
      )}
      {message === null ? null : <p className="pictures__message">{message}</p>}
    </div>
  );
};
