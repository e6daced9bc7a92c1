import type { EngineError } from '../../../shared/errors.ts';
import type { EventType, TimelineEvent } from '../../../shared/timeline.ts';

/** How a bar is drawn: each has a pattern of its own beside its colour. */
export const barLooks = [
  'open',
  'network',
  'memory',
  'disk',
  'stale',
  'onPurpose',
  'rejected',
  'failed',
  'cut',
] as const;
export type BarLook = (typeof barLooks)[number];

/** How a mark is drawn: each has a shape of its own beside its colour. */
export const markLooks = [
  'quiet',
  'joined',
  'missed',
  'saved',
  'gone',
  'prefetched',
  'fresh',
  'arrived',
  'stale',
  'restored',
  'late',
  'turn',
  'warned',
  'onPurpose',
  'rejected',
  'failed',
] as const;
export type MarkLook = (typeof markLooks)[number];

const marks: Readonly<Record<EventType, MarkLook>> = {
  hit: 'fresh',
  miss: 'missed',
  'stale-served': 'stale',
  joined: 'joined',
  refreshed: 'arrived',
  restored: 'restored',
  'fell-back': 'restored',
  rejected: 'rejected',
  failed: 'failed',
  pruned: 'gone',
  persisted: 'saved',
  'dropped-late': 'late',
  evicted: 'gone',
  'marked-stale': 'stale',
  quarantined: 'warned',
  prefetched: 'prefetched',
  downloaded: 'arrived',
  verified: 'quiet',
  'identity-changed': 'turn',
  'foreground-changed': 'turn',
  'rules-changed': 'turn',
  'project-changed': 'turn',
  'cold-started': 'turn',
  requested: 'quiet',
  responded: 'quiet',
  called: 'quiet',
  completed: 'quiet',
  'phone-asked': 'quiet',
  'phone-answered': 'quiet',
  'phone-turned': 'quiet',
  warned: 'warned',
  leaked: 'failed',
};

type Ended = Pick<TimelineEvent, 'type' | 'error' | 'met' | 'source' | 'freshness'>;

const problemLookOf = ({ code, isOnPurpose }: EngineError) => {
  if (isOnPurpose === true) return 'onPurpose';
  return code === 'rejected' ? 'rejected' : 'failed';
};

export const markLookOf = ({ type, error }: Pick<TimelineEvent, 'type' | 'error'>): MarkLook => {
  const look = marks[type];
  return error === undefined ? look : problemLookOf(error);
};

/** How the bar looks whose end this event is. */
export const barLookOf = ({ error, met, source, freshness }: Ended): BarLook => {
  if (error !== undefined) return problemLookOf(error);
  if (met !== undefined) return 'onPurpose';
  if (freshness === 'stale') return 'stale';
  return source ?? 'network';
};

/** Of several in one place the most important one is drawn: the larger number. */
export const barRank = (look: BarLook): number => barLooks.indexOf(look);
export const markRank = (look: MarkLook): number => markLooks.indexOf(look);
