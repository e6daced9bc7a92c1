import {
  CircleAlert,
  CircleDashed,
  LayoutTemplate,
  LoaderCircle,
  type LucideIcon,
  PanelsTopLeft,
  Undo2,
  Workflow,
} from 'lucide-react';
import type { Presentation } from '../../shared/stage/presentation.ts';
import { isMac } from '../app/is-mac.ts';
import { ariaKeysOf } from '../app/shortcuts.ts';
import { useActions, useStage, useStageDeeds } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { useSubject } from './use-stage.ts';

const words = messages.stage;

const icons: Readonly<Record<Presentation['shows'], LucideIcon>> = {
  workflow: Workflow,
  'own-paywall': PanelsTopLeft,
  'default-paywall': LayoutTemplate,
  error: CircleAlert,
  waiting: LoaderCircle,
  nothing: CircleDashed,
};

/** After an exit offer: what it is, and the way back. */
const Exit = ({ offeringId, from }: { readonly offeringId: string; readonly from: string }) => {
  const { comeBack } = useStageDeeds();
  return (
    <span className="stage-caption__exit">
      <strong>{words.exit.shown(offeringId)}</strong>
      <Button isSmall icon={Undo2} onClick={comeBack}>
        {words.exit.back(from)}
      </Button>
    </span>
  );
};

/** In one sentence: what a customer would see, and why; and asking for it. */
export const Caption = () => {
  const { presentation, askId } = useSubject();
  const exit = useStage((stage) => stage.exit);
  const { askWorkflow } = useActions();
  const Icon = icons[presentation.shows];
  return (
    <div className="stage-caption" data-shows={presentation.shows}>
      <Icon size={14} aria-hidden className="stage-caption__icon" />
      <p className="stage-caption__why" role="status">
        {exit === null ? null : (
          <Exit
            offeringId={exit.offeringId}
            from={exit.before.name.offeringId ?? exit.before.name.id}
          />
        )}
        {presentation.why}
      </p>
      {askId === null ? null : (
        <Button
          isSmall
          look={presentation.shows === 'nothing' ? 'primary' : 'plain'}
          aria-keyshortcuts={ariaKeysOf('askWorkflow', isMac)}
          onClick={() => askWorkflow(askId)}
        >
          {messages.detail.ask}
        </Button>
      )}
    </div>
  );
};
