import { ListVideo } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useActions, useNow, useStores, useTimeline, useUi } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { type PaneName, allowedSize, paneLimits } from '../state/ui-store.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Splitter } from '../ui/splitter.tsx';
import { useSize } from '../ui/use-size.ts';
import { EventPane } from './event/event-pane.tsx';
import { TimelineHead } from './head/timeline-head.tsx';
import { landOf } from './lanes/land.ts';
import { LanePane } from './lanes/lane-pane.tsx';
import { rangeOf } from './lanes/view.ts';
import { EventList } from './list/event-list.tsx';
import { type Shown, useShown } from './use-shown.ts';
import './timeline.css';

/** From here on lanes and events have room beside each other. */
const leastForBoth = 860;
const leastForLanes = 300;

/** Whoever looks at where nothing is known yet is shown what the app remembers. */
const useOlderEvents = ({ lanes, earlier, after, upTo, version }: Shown): void => {
  const { readOlderEvents } = useActions();
  const now = useNow();
  const view = useTimeline((timeline) => timeline.view);
  useEffect(() => {
    const land = landOf(lanes, { after, upTo, now });
    if (earlier === 0 || after !== 0 || land === null) return;
    if (view.mode === 'all' || rangeOf(view, land).from < land.from) void readOlderEvents();
  }, [lanes, earlier, after, upTo, version, view, now, readOlderEvents]);
};

interface PaneProps {
  readonly pane: 'eventsWidth' | 'eventWidth';
  readonly label: string;
  /** It may take no more than that. */
  readonly room: number;
  readonly children: React.ReactNode;
}

/** A pane on the right, as wide as somebody has made it. */
const SidePane = ({ pane, label, room, children }: PaneProps) => {
  const { ui } = useStores();
  const size = useUi((state) => state[pane]);
  const resize = (name: PaneName) => (wanted: number) =>
    ui.setState({ [name]: allowedSize(name, wanted) });
  return (
    <>
      <Splitter
        label={label}
        line="upright"
        pane="behind"
        size={size}
        limits={paneLimits[pane]}
        onResize={resize(pane)}
      />
      <div className="timeline__pane" style={{ flex: 'none', width: Math.min(size, room) }}>
        {children}
      </div>
    </>
  );
};

/** Everything that the app decided: along the time, as a list, and one of it in full. */
export const Timeline = () => {
  const shown = useShown();
  useOlderEvents(shown);
  const tab = useTimeline((timeline) => timeline.tab);
  const chosen = useTimeline((timeline) => timeline.chosen);
  const body = useRef<HTMLDivElement>(null);
  const width = useSize(body)?.width ?? 0;
  const isWide = width >= leastForBoth;
  const event = chosen === null ? null : shown.ring.find(chosen);
  const { events, event: eventLabel } = messages.panes;
  const forEvent = event === null ? 0 : Math.max(240, (isWide ? 0.36 : 0.5) * width);
  return (
    <>
      <TimelineHead shown={shown} isWide={isWide} />
      <div ref={body} className="timeline__body">
        {shown.ring.size === 0 ? (
          <EmptyState icon={ListVideo} {...messages.timeline.empty} />
        ) : (
          <>
            {isWide || tab === 'lanes' ? <LanePane shown={shown} /> : null}
            {isWide ? (
              <SidePane
                pane="eventsWidth"
                label={events}
                room={Math.max(200, width - forEvent - leastForLanes)}
              >
                <EventList shown={shown} />
              </SidePane>
            ) : null}
            {!isWide && tab === 'events' ? <EventList shown={shown} /> : null}
            {event === null ? null : (
              <SidePane pane="eventWidth" label={eventLabel} room={forEvent}>
                <EventPane event={event} shown={shown} />
              </SidePane>
            )}
          </>
        )}
      </div>
    </>
  );
};
