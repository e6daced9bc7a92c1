import type { Timeline } from '../../../main/engine/timeline.ts';
import type { TimelineEvent } from '../../../shared/timeline.ts';

/** Addresses of hosts are of different lengths, so JSON breaks off at different places. */
export const placeless = <Thing extends { readonly message: string } | undefined>(
  error: Thing,
): Thing =>
  error === undefined
    ? error
    : { ...error, message: error.message.replace(/ at position \d+.*$/, '') };

const line = ({ type, at, note, error }: TimelineEvent) => ({
  type,
  at,
  note,
  error: placeless(error),
});

/** What happened to each thing, in its order; which of two things came first is the network's. */
export const shapeOf = (timeline: Timeline): Readonly<Record<string, unknown>> => {
  const events = timeline.since(1);
  const groups = Map.groupBy(events, ({ subject, id }) => `${subject} ${id ?? ''}`);
  return Object.fromEntries([...groups].map(([key, group]) => [key, group.map(line)]));
};
