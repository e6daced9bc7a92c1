import { NoticeArea } from '../app/notice-area.tsx';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import './help.css';
import { Licences } from './licences.tsx';
import { Shortcuts } from './shortcuts.tsx';

const words = messages.help;

const Guide = () => (
  <section className="help__guide">
    {words.guide.map(({ title, text }) => (
      <div key={title}>
        <h3>{title}</h3>
        <p>{text}</p>
      </div>
    ))}
  </section>
);

const Logs = () => {
  const folder = useApp(({ documents }) => documents.app.logFolder);
  const { showLogs } = useActions();
  return (
    <section className="help__section">
      <h3>{words.logs}</h3>
      <div className="help__logs">
        <div>
          <p className="help__hint">{words.logsHint}</p>
          <code className="help__path">{folder}</code>
        </div>
        <Button onClick={showLogs}>{words.showLogs}</Button>
      </div>
    </section>
  );
};

/** How the app is used, its shortcuts, its log and what it is made of. */
export const HelpDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={words.title} onClose={onClose}>
    <NoticeArea isInDialog />
    <Guide />
    <Shortcuts />
    <Logs />
    <Licences />
  </Dialog>
);
