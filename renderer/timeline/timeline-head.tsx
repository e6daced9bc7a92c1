import { ArrowDownToLine, Pause, Play } from 'lucide-react';
import { isMac } from '../app/is-mac.ts';
import { ariaKeysOf } from '../app/shortcuts.ts';
import { useEvents, useStores, useUi } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { useFocusHeir } from '../ui/use-focus-heir.ts';
import { Button } from '../ui/button.tsx';

const words = messages.timeline;

interface TimelineHeadProps {
  readonly shown: number;
  readonly isAtEnd: boolean;
  readonly onNewest: () => void;
}

const eventList = (going: HTMLElement): HTMLElement | null | undefined =>
  going.closest('section')?.querySelector<HTMLElement>('[role="list"]');

/** Goes where the newest event is, and away when it is in sight. */
const Newest = ({ onPress }: { readonly onPress: () => void }) => {
  const button = useFocusHeir<HTMLSpanElement>(eventList);
  return (
    <span ref={button}>
      <Button isSmall look="quiet" icon={ArrowDownToLine} onClick={onPress}>
        {words.newest}
      </Button>
    </span>
  );
};

/** How many events there are, and stopping or following them. */
export const TimelineHead = ({ shown, isAtEnd, onNewest }: TimelineHeadProps) => {
  const { ui } = useStores();
  const { ring, lastId, missed, earlier } = useEvents();
  const isPaused = useUi((state) => state.pausedAt !== null);
  const waiting = ring.size - shown;
  return (
    <header className="timeline__head">
      <h2>{words.label}</h2>
      <span className="timeline__count">{words.count(shown)}</span>
      {earlier > 0 ? <span className="timeline__count">{words.earlier(earlier)}</span> : null}
      {missed > 0 ? <span className="timeline__missed">{words.missed(missed)}</span> : null}
      <span className="timeline__tools">
        {isPaused && waiting > 0 ? (
          <span className="timeline__count">{words.waiting(waiting)}</span>
        ) : null}
        {isAtEnd ? null : <Newest onPress={onNewest} />}
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
