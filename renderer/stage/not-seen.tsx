import { useStage } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import './not-seen.css';

/** Says that what was pointed at is not on the stage, where it is not; else what can be done. */
export const NotSeen = ({ hint = '' }: { readonly hint?: string }) => {
  const isMissed = useStage((stage) => stage.isSoughtSeen === false);
  return (
    <p className="not-seen" role="status">
      {isMissed ? messages.stage.notSeen : hint}
    </p>
  );
};
