import { type AppUserId, isAnonymous } from '../../shared/model/ids.ts';
import type { EventCheck } from '../../shared/scenario/format.ts';
import type { TimelineEvent } from '../../shared/timeline.ts';
import type { Timeline } from '../engine/timeline.ts';
import { type Finding, shortList } from './finding.ts';

/** Whether somebody is who was expected; `anonymous` is any anonymous user. */
export const isUser = (expected: string, user: AppUserId): boolean =>
  expected === user || (expected === 'anonymous' && isAnonymous(user));

const causeOf = (timeline: Timeline, { cause }: TimelineEvent): TimelineEvent | null =>
  cause === undefined ? null : timeline.find(cause);

const fits = (timeline: Timeline, check: EventCheck, event: TimelineEvent): boolean =>
  event.type === check.type &&
  (check.id === undefined || event.id === check.id) &&
  (check.user === undefined || isUser(check.user, event.user)) &&
  (check.cause === undefined || causeOf(timeline, event)?.type === check.cause);

const checkText = ({ type, id, user, cause }: EventCheck): string =>
  [
    type,
    ...(id === undefined ? [] : [`of ${id}`]),
    ...(user === undefined ? [] : [`for user ${user}`]),
    ...(cause === undefined ? [] : [`caused by ${cause}`]),
  ].join(' ');

const eventText = (timeline: Timeline, event: TimelineEvent): string => {
  const cause = causeOf(timeline, event)?.type;
  const { type, id, user } = event;
  return checkText({
    type,
    user,
    ...(id === undefined ? {} : { id }),
    ...(cause === undefined ? {} : { cause }),
  });
};

/** Those of the same type say most about why none fits; without any, the types that there are. */
const insteadText = (timeline: Timeline, type: string, rest: readonly TimelineEvent[]): string => {
  const alike = rest.filter((event) => event.type === type);
  if (alike.length > 0) return shortList(alike.map((event) => eventText(timeline, event)));
  return `only ${shortList([...new Set(rest.map((event) => event.type))])}`;
};

/** Looks for each event after the one that was found before; others may lie between. */
export const checkEvents = (
  timeline: Timeline,
  expected: readonly EventCheck[],
  events: readonly TimelineEvent[],
): readonly Finding[] => {
  let position = 0;
  return expected.map((check, index) => {
    const rest = events.slice(position);
    const found = rest.findIndex((event) => fits(timeline, check, event));
    const what = `events[${String(index)}]`;
    const text = checkText(check);
    if (found < 0)
      return { what, expected: text, seen: insteadText(timeline, check.type, rest), holds: false };
    position += found + 1;
    return { what, expected: text, seen: text, holds: true };
  });
};
