import { ArrowRightToLine, Eraser, Maximize, Pause, Play, ZoomIn, ZoomOut } from 'lucide-react';
import { isMac } from '../../app/is-mac.ts';
import { ariaKeysOf } from '../../app/shortcuts.ts';
import { useEvents, useStores, useTimeline, useUi } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { landOf } from '../lanes/land.ts';
import { type View, atEnd, isFollowing, latest, zoomed } from '../lanes/view.ts';
import type { Shown } from '../use-shown.ts';
import { ExportMenu } from './export-menu.tsx';
import { KeyMenu } from './key-menu.tsx';

const words = messages.timeline;
const zoomStep = 2;

/** Where the lanes are, and how close. */
const ZoomTools = ({ shown: { lanes, after, upTo } }: { readonly shown: Shown }) => {
  const { timeline, clock } = useStores();
  const view = useTimeline((state) => state.view);
  const land = () => landOf(lanes, { after, upTo, now: clock.getState().now });
  const look = (next: View | null): void => {
    if (next !== null) timeline.setState({ view: next });
  };
  const zoom = (factor: number): void => {
    const here = land();
    look(here && zoomed(view, here, factor, null));
  };
  const toEnd = (): void => {
    const here = land();
    // Pressed once more it shows what happened last, however wide it was.
    timeline.goToNow(isFollowing(view) || here === null ? latest : atEnd(view, here));
  };
  const { zoomIn, zoomOut, all, latest: now } = words.lanes;
  return (
    <span className="timeline__zoom">
      <IconButton isSmall icon={ZoomOut} label={zoomOut} onClick={() => zoom(zoomStep)} />
      <IconButton isSmall icon={ZoomIn} label={zoomIn} onClick={() => zoom(1 / zoomStep)} />
      <IconButton isSmall icon={Maximize} label={all} onClick={() => look({ mode: 'all' })} />
      <Button isSmall look="quiet" icon={ArrowRightToLine} onClick={toEnd}>
        {now}
      </Button>
    </span>
  );
};

const PauseButton = ({ waiting }: { readonly waiting: number }) => {
  const { ui } = useStores();
  const { lastId } = useEvents();
  const isPaused = useUi((state) => state.pausedAt !== null);
  return (
    <>
      {isPaused && waiting > 0 ? (
        <span className="timeline__count">{words.waiting(waiting)}</span>
      ) : null}
      <Button
        isSmall
        look={isPaused ? 'plain' : 'quiet'}
        icon={isPaused ? Play : Pause}
        aria-keyshortcuts={ariaKeysOf('pause', isMac)}
        onClick={() => ui.setState({ pausedAt: isPaused ? null : lastId })}
      >
        {isPaused ? words.resume : words.pause}
      </Button>
    </>
  );
};

/** What can be done with the timeline. */
export const TimelineTools = ({ shown }: { readonly shown: Shown }) => {
  const { timeline } = useStores();
  const { ring, upTo, lastId } = shown;
  const waiting = upTo === Infinity ? 0 : ring.size - ring.countUpTo(upTo);
  return (
    <span className="timeline__tools">
      <ZoomTools shown={shown} />
      <PauseButton waiting={waiting} />
      <IconButton
        isSmall
        icon={Eraser}
        label={words.clear}
        onClick={() => timeline.setState({ clearedAt: lastId, chosen: null, view: latest })}
      />
      <KeyMenu />
      <ExportMenu count={shown.rows.count} />
    </span>
  );
};
