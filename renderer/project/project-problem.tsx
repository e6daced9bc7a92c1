import { CircleAlert } from 'lucide-react';
import { useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import './project-problem.css';

const words = messages.project;

/** Says that what stands on disk now is not what is shown, and where it is broken. */
export const ProjectProblem = () => {
  const message = useApp(({ documents }) => documents.project.problem?.message ?? null);
  if (message === null) return null;
  return (
    <div role="alert" className="project-problem">
      <CircleAlert size={14} aria-hidden />
      <strong>{words.broken}</strong>
      <span className="project-problem__text">{words.brokenText(message)}</span>
    </div>
  );
};
