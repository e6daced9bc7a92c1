import {
  CircleAlert,
  CircleDashed,
  DoorOpen,
  LoaderCircle,
  OctagonX,
  Power,
  RotateCcw,
} from 'lucide-react';
import { useStageDeeds } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import type { StageTrouble } from '../state/stage-store.ts';
import type { StageView } from '../state/stage-view.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

const words = messages.stage.states;

const troubleWords = (trouble: StageTrouble): { readonly title: string; readonly text: string } => {
  switch (trouble.kind) {
    case 'silent':
      return words.silent;
    case 'never-ready':
      return words.neverReady;
    case 'failed':
      return { title: words.failed, text: trouble.message };
    case 'unreadable':
      return { title: words.unreadable, text: trouble.message };
  }
};

const Trouble = ({ trouble }: { readonly trouble: StageTrouble }) => {
  const { tryAgain } = useStageDeeds();
  return (
    <EmptyState icon={OctagonX} {...troubleWords(trouble)}>
      <Button icon={RotateCcw} onClick={tryAgain}>
        {words.tryAgain}
      </Button>
    </EmptyState>
  );
};

const Closed = () => {
  const { openAgain } = useStageDeeds();
  return (
    <EmptyState icon={DoorOpen} {...words.closed}>
      <Button icon={Power} onClick={openAgain}>
        {words.openAgain}
      </Button>
    </EmptyState>
  );
};

const contentOf = (view: StageView) => {
  switch (view.kind) {
    case 'screen':
      return null;
    case 'loading':
      return <EmptyState icon={LoaderCircle} {...words.loading} />;
    case 'waiting':
      return <EmptyState icon={LoaderCircle} title={words.loading.title} text={view.why} />;
    case 'unasked':
      return <EmptyState icon={CircleDashed} {...words.unasked} />;
    case 'error':
      return <EmptyState icon={CircleAlert} title={words.error} text={view.why} />;
    case 'closed':
      return <Closed />;
    case 'no-start':
      return <EmptyState icon={CircleAlert} {...words.noStart} />;
    case 'no-screen':
      return <EmptyState icon={CircleDashed} {...words.noScreen} />;
    case 'nothing':
      return <EmptyState icon={CircleDashed} {...words.nothing} />;
    case 'trouble':
      return <Trouble trouble={view.trouble} />;
  }
};

/** Stands where there is no screen: why, and what can be done. */
export const StandIn = ({ view }: { readonly view: StageView }) => (
  <div className="stage__stand-in" data-view={view.kind}>
    {contentOf(view)}
  </div>
);
