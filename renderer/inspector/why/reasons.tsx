import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { AnswerSummary } from '../../../shared/contract/calls.ts';
import type { TimelineEvent } from '../../../shared/timeline.ts';
import { isDecision, qualityWords } from '../../../shared/words.ts';
import { useEvents, useStores } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { exactTime } from '../../state/format.ts';
import type { ListedItem } from '../../state/selection.ts';
import { chainOf, decisiveEvent, isAbout, newestEvents } from '../../state/why.ts';
import { choose } from '../../timeline/choose.ts';
import { EventWords } from '../../timeline/event-words.tsx';

const words = messages.detail;

/** More than these are looked up in the timeline. */
const mostRecent = 12;

const answerWords = (answer: AnswerSummary): string => {
  const text =
    answer.status === 'ok' ? `${qualityWords(answer.source, answer.freshness)}.` : answer.message;
  return answer.isFormerUser ? `${text} ${words.answeredFormer}` : text;
};

const useReasons = ({ offering, id }: ListedItem) => {
  const { ring, version } = useEvents();
  const answer = useStore(useStores().answers, ({ answers }) => answers.get(id) ?? null);
  const workflowId = offering === null ? id : offering.workflowId;
  // The ring is written in place, so it is the version that says when to look again.
  return useMemo(() => {
    const decisive = workflowId === null ? null : decisiveEvent(ring, workflowId);
    const ids = workflowId === null || workflowId === id ? [id] : [id, workflowId];
    return {
      answer,
      reasons: decisive === null ? [] : chainOf(ring, decisive).filter(isDecision),
      recent: newestEvents(ring, isAbout(ids), mostRecent),
    };
  }, [ring, version, answer, id, workflowId]);
};

/** Leads to where it stands in the timeline. */
const EventButton = ({ event }: { readonly event: TimelineEvent }) => {
  const stores = useStores();
  return (
    <button
      type="button"
      className="reasons__event"
      aria-description={words.showInTimeline}
      onClick={() => choose(stores, event.eventId)}
    >
      <time className="reasons__time">{exactTime(event.at)}</time>
      <span>
        <EventWords event={event} />
      </span>
    </button>
  );
};

interface EventsProps {
  readonly label: string;
  readonly className: string;
  readonly events: readonly TimelineEvent[];
}

const Events = ({ label, className, events }: EventsProps) => (
  <ol className={className} aria-label={label}>
    {events.map((event) => (
      <li key={event.eventId}>
        <EventButton event={event} />
      </li>
    ))}
  </ol>
);

/** In plain words, oldest first: what led to how it is now; then all that happened, newest first. */
export const Reasons = ({ item }: { readonly item: ListedItem }) => {
  const { answer, reasons, recent } = useReasons(item);
  return (
    <div className="reasons">
      <section>
        <h3 className="why-pane__heading">{words.chain}</h3>
        {reasons.length === 0 ? (
          <p className="reasons__none">{words.noReason}</p>
        ) : (
          <Events label={words.chain} className="reasons__chain" events={reasons} />
        )}
        {answer === null ? null : (
          <p className="reasons__answer">{words.lastAnswer(answerWords(answer))}</p>
        )}
      </section>
      {recent.length === 0 ? null : (
        <section>
          <h3 className="why-pane__heading">{words.recent}</h3>
          <Events label={words.recent} className="reasons__recent" events={recent} />
        </section>
      )}
    </div>
  );
};
