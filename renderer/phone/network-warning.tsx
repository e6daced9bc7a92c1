import { useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

const words = messages.phone.warning;

interface NetworkWarningProps {
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Says what others could see, before they can. */
export const NetworkWarning = ({ onConfirm, onClose }: NetworkWarningProps) => {
  const isLive = useApp(({ documents }) => documents.project.kind === 'live');
  const confirm = (): void => {
    onConfirm();
    onClose();
  };
  const footer = (
    <>
      <Button data-autofocus onClick={onClose}>
        {messages.dialog.cancel}
      </Button>
      <Button look="primary" onClick={confirm}>
        {words.confirm}
      </Button>
    </>
  );
  return (
    <Dialog isSmall title={words.title} footer={footer} onClose={onClose}>
      <div className="phone__warning">
        <p>{isLive ? words.live : words.text}</p>
        <p>{words.more}</p>
      </div>
    </Dialog>
  );
};
