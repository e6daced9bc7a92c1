import { CircleAlert } from 'lucide-react';
import type { Documents } from '../../shared/contract/documents.ts';
import type { LiveTrouble } from '../../shared/contract/live.ts';
import { useActions, useApp, useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import './project-problem.css';
import './live-trouble.css';

const words = messages.live;

/** What is to be said of the host: nothing where the offerings came, or were broken on purpose. */
const shownTrouble = ({
  project: { trouble },
  caches: { offerings },
  guest,
}: Pick<Documents, 'project' | 'caches' | 'guest'>): LiveTrouble | null => {
  if (trouble === null || guest !== null) return null;
  if (trouble.kind === 'no-key') return trouble;
  return offerings.failure === null || offerings.failure.isOnPurpose ? null : trouble;
};

/** Says why a real host does not answer as it should, and what can be done. */
export const LiveProblem = () => {
  const trouble = useApp(({ documents }) => shownTrouble(documents));
  const { askOfferings } = useActions();
  const { ui } = useStores();
  if (trouble === null) return null;
  const { title, text } = words.trouble(trouble);
  return (
    <div role="alert" className="project-problem live-trouble">
      <CircleAlert size={14} aria-hidden />
      <strong>{title}</strong>
      <span className="project-problem__text">{text}</span>
      <span className="live-trouble__deeds">
        {trouble.kind === 'no-key' ? null : <Button onClick={askOfferings}>{words.again}</Button>}
        <Button onClick={() => ui.setState({ panel: 'editLive' })}>{words.edit}</Button>
      </span>
    </div>
  );
};
