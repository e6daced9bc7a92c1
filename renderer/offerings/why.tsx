import { useMemo } from 'react';
import { useStore } from 'zustand';
import { decisionWords, eventWords, qualityWords } from '../../shared/words.ts';
import type { AnswerSummary } from '../../shared/contract/calls.ts';
import { useEvents, useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { exactTime } from '../state/format.ts';
import type { ListedItem } from '../state/selection.ts';
import { chainOf, decisiveEvent, isAbout, newestEvents } from '../state/why.ts';

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
      reasons: decisive === null ? [] : decisionWords(chainOf(ring, decisive)),
      recent: newestEvents(ring, isAbout(ids), mostRecent),
    };
  }, [ring, version, answer, id, workflowId]);
};

/** In plain words, oldest first: what led to how it is now; then all that happened, newest first. */
export const Why = ({ item }: { readonly item: ListedItem }) => {
  const { answer, reasons, recent } = useReasons(item);
  return (
    <div className="why">
      <section>
        <h3 className="detail__heading">{words.why}</h3>
        {reasons.length === 0 ? <p className="why__none">{words.noReason}</p> : null}
        <ol className="why__reasons" aria-label={words.why}>
          {reasons.map((reason, place) => (
            <li key={`${String(place)} ${reason}`}>{reason}</li>
          ))}
        </ol>
        {answer === null ? null : (
          <p className="why__answer">{words.lastAnswer(answerWords(answer))}</p>
        )}
      </section>
      {recent.length === 0 ? null : (
        <section>
          <h3 className="detail__heading">{words.recent}</h3>
          <ul className="why__recent" aria-label={words.recent}>
            {recent.map((event) => (
              <li key={event.eventId}>
                <time className="why__time">{exactTime(event.at)}</time>
                <span>{eventWords(event)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};
