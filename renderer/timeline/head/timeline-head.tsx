import { useEvents, useStores, useTimeline } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { Shown } from '../use-shown.ts';
import { TimelineFilter } from './timeline-filter.tsx';
import { TimelineTools } from './timeline-tools.tsx';
import './timeline-head.css';

const words = messages.timeline;

interface TimelineHeadProps {
  readonly shown: Shown;
  /** Lanes and events have room beside each other. */
  readonly isWide: boolean;
}

const tabs = [
  { value: 'lanes', word: words.tab.lanes },
  { value: 'events', word: words.tab.events },
] as const;

/** Lanes or events, where there is no room for both. */
const Tabs = () => {
  const { timeline } = useStores();
  const tab = useTimeline((state) => state.tab);
  return (
    <Segmented
      label={words.tabs}
      value={tab}
      options={tabs}
      onChange={(value) => timeline.setState({ tab: value })}
    />
  );
};

const Counts = ({ shown: { rows, ring } }: { readonly shown: Shown }) => {
  const { timeline } = useStores();
  const { missed, earlier } = useEvents();
  const isCleared = useTimeline(({ clearedAt }) => clearedAt !== null);
  const all = ring.size + earlier;
  return (
    <span className="timeline__counts">
      <span className="timeline__count">
        {rows.count === all ? words.count(all) : words.shown(rows.count, all)}
      </span>
      {missed > 0 ? <span className="timeline__missed">{words.missed(missed)}</span> : null}
      {isCleared ? (
        <Button isSmall look="quiet" onClick={() => timeline.setState({ clearedAt: null })}>
          {words.unclear}
        </Button>
      ) : null}
    </span>
  );
};

/** How many events there are, which of them are shown, and what can be done with them. */
export const TimelineHead = ({ shown, isWide }: TimelineHeadProps) => (
  <header className="timeline__head">
    <h2 className="timeline__title">{words.label}</h2>
    {isWide ? null : <Tabs />}
    <Counts shown={shown} />
    <TimelineFilter book={shown.book} />
    <TimelineTools shown={shown} />
  </header>
);
