import { placeText } from '../../shared/scenario/unroll.ts';
import { stepWords } from '../../shared/scenario/step-words.ts';
import type { EventId, TimelineEvent } from '../../shared/timeline.ts';
import { decisionWords, eventWords, qualityWords } from '../../shared/words.ts';
import type { Timeline } from '../engine/timeline.ts';
import { arrivalText } from './checks.ts';
import { findingText, shortList } from './finding.ts';
import type { StepReport } from './play.ts';
import type { Stage } from './stage.ts';

/** A line of the story, and how loud it is. */
export interface StoryLine {
  readonly kind: 'step' | 'answer' | 'why' | 'good' | 'bad';
  readonly text: string;
}

const chainOf = (timeline: Timeline, last: EventId | undefined): readonly TimelineEvent[] => {
  const event = last === undefined ? null : timeline.find(last);
  return event === null ? [] : [...chainOf(timeline, event.cause), event];
};

const calledOf = (timeline: Timeline, { call }: TimelineEvent): TimelineEvent | undefined =>
  timeline.since(1).find((event) => event.type === 'called' && event.call === call);

const answerText = (timeline: Timeline, completed: TimelineEvent): string => {
  const called = calledOf(timeline, completed);
  const subject = called?.id ?? completed.subject;
  if (completed.error !== undefined) return `${subject}: error, ${completed.error.code}`;
  const decision = completed.cause === undefined ? null : timeline.find(completed.cause);
  const found = decision?.id !== undefined && decision.id !== subject ? ` → ${decision.id}` : '';
  const { source, freshness } = completed;
  const quality =
    source === undefined || freshness === undefined ? '' : ` ${qualityWords(source, freshness)}`;
  return `${subject}${found}${quality}`;
};

const whyLine = (text: string): StoryLine => ({ kind: 'why', text });

const answerLines = (timeline: Timeline, events: readonly TimelineEvent[]): StoryLine[] =>
  events
    .filter(({ type }) => type === 'completed')
    .flatMap((completed): StoryLine[] => [
      { kind: 'answer', text: answerText(timeline, completed) },
      ...decisionWords(chainOf(timeline, completed.cause)).map(whyLine),
    ]);

/** What did not follow from a call, and should be seen all the same. */
const noteworthy = ['dropped-late', 'quarantined', 'leaked', 'warned', 'pruned', 'restored'];

const otherLines = (events: readonly TimelineEvent[]): StoryLine[] =>
  events
    .filter(({ type }) => noteworthy.includes(type))
    .map((event) => ({ kind: event.type === 'leaked' ? 'bad' : 'why', text: eventWords(event) }));

const checkLines = ({ placed, findings }: StepReport): StoryLine[] => {
  const failed = findings.filter(({ holds }) => !holds);
  if (failed.length === 0)
    return [{ kind: 'good', text: `Checked: ${String(findings.length)} things, all as expected.` }];
  return failed.map((finding) => ({
    kind: 'bad',
    text: `${placeText(placed.place)}: ${findingText(finding)}`,
  }));
};

const requestText = (news: readonly string[], lost: number): string => {
  const asked = news.length === 0 ? '' : `The backend was asked for: ${shortList(news)}.`;
  const missing =
    lost <= 0 ? '' : ` ${String(lost)} ${lost === 1 ? 'request' : 'requests'} did not get through.`;
  return `${asked}${missing}`.trim();
};

/** Tells a scenario step by step, as a person would want to hear it. */
export const createStory = ({ session }: Stage) => {
  const { timeline, backend } = session;
  let arrived = 0;

  const requestLines = (events: readonly TimelineEvent[]): StoryLine[] => {
    const { arrivals } = backend.record();
    // A mark sets the record back.
    const news = arrivals.slice(arrivals.length < arrived ? 0 : arrived).map(arrivalText);
    arrived = arrivals.length;
    const sent = events.filter(({ type }) => type === 'requested').length;
    if (sent === 0 && news.length === 0)
      return events.some(({ type }) => type === 'completed')
        ? [{ kind: 'why', text: 'Nothing was asked of the backend.' }]
        : [];
    return [{ kind: 'why', text: requestText(news, sent - news.length) }];
  };

  return (report: StepReport): readonly StoryLine[] => {
    const { step } = report.placed;
    if (step.name === 'mark') {
      arrived = 0;
      return [];
    }
    if (step.name === 'expect') return checkLines(report);
    const events = timeline.since(report.firstEvent);
    return [
      { kind: 'step', text: stepWords(step) },
      ...answerLines(timeline, events),
      ...otherLines(events),
      ...requestLines(events),
      ...(report.findings.length === 0 ? [] : checkLines(report)),
    ];
  };
};
