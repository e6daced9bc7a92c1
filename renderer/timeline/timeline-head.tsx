import { ArrowDownToLine, Pause, Play } from 'lucide-react';
import { isMac } from '../app/is-mac.ts';
import { ariaKeysOf } from '../app/shortcuts.ts';
import { useEvents, useStores, useUi } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';

const words = messages.timeline;

interface TimelineHeadProps {
  readonly shown: number;
  readonly isAtEnd: boolean;
  readonly onNewest: () => void;
}

/** How many events there are, and stopping or following them. */
export const TimelineHead = ({ shown, isAtEnd, onNewest }: TimelineHeadProps) => {
  const { ui } = useStores();
  const { ring, lastId, missed } = useEvents();
  const isPaused = useUi((state) => state.pausedAt !== null);
  const waiting = ring.size - shown;
  return (
    <header className="timeline__head">
      <h2>{words.label}</h2>
      <span className="timeline__count">{words.count(shown)}</span>
      {missed > 0 ? <span className="timeline__missed">{words.missed(missed)}</span> : null}
      <span className="timeline__tools">
        {isPaused && waiting > 0 ? (
          <span className="timeline__count">{words.waiting(waiting)}</span>
        ) : null}
        {isAtEnd ? null : (
          <Button isSmall look="quiet" icon={ArrowDownToLine} onClick={onNewest}>
            {words.newest}
          </Button>
        )}
        <Button
          isSmall
          look={isPaused ? 'plain' : 'quiet'}
          icon={isPaused ? Play : Pause}
          aria-keyshortcuts={ariaKeysOf('pause', isMac)}
          onClick={() => ui.setState({ pausedAt: isPaused ? null : lastId })}
        >
          {isPaused ? words.resume : words.pause}
        </Button>
      </span>
    </header>
  );
};
