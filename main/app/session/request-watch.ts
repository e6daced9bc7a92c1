import type { Failure } from '../../../shared/contract/documents.ts';
import type { Subject, TimelineEvent } from '../../../shared/timeline.ts';
import type { Timeline } from '../../engine/timeline.ts';

/** What the timeline says about one thing that can be asked for. */
export interface Watched {
  readonly isAsking: boolean;
  /** What the last request ended with, where it failed. */
  readonly failure: Failure | null;
  /** Where the copy in memory came from. */
  readonly source: 'network' | 'disk';
}

/** Follows requests and their outcomes by the events, so that there is no second book of them. */
export interface RequestWatch {
  of(subject: Subject, id?: string): Watched;
  close(): void;
}

interface Notes {
  readonly inFlight: Set<number>;
  failure: Failure | null;
  source: 'network' | 'disk';
}

/** The things that a window shows; bodies and assets have no row of their own. */
const watchedSubjects: readonly Subject[] = ['offerings', 'list', 'detail'];

const nothing: Watched = { isAsking: false, failure: null, source: 'network' };

const keyOf = (subject: Subject, id: string | undefined): string => `${subject} ${id ?? ''}`;

const noteFailure = (notes: Notes, { error, at }: TimelineEvent): void => {
  if (error === undefined) return;
  const { code, message, isOnPurpose = false } = error;
  notes.failure = { code, message, at, isOnPurpose };
};

/** What each event changes in the notes about what it is about. */
const note = (notes: Notes, event: TimelineEvent): void => {
  const { type, request } = event;
  if (type === 'requested' && request !== undefined) notes.inFlight.add(request);
  if (type === 'responded' && request !== undefined) notes.inFlight.delete(request);
  if (type === 'failed' || type === 'rejected') noteFailure(notes, event);
  if (type === 'refreshed') {
    notes.failure = null;
    notes.source = 'network';
  }
  if (type === 'restored' || type === 'fell-back') notes.source = 'disk';
};

/** Starts to follow the timeline, from what it holds already. */
export const watchRequests = (timeline: Timeline): RequestWatch => {
  const book = new Map<string, Notes>();

  const notesOf = (key: string): Notes => {
    const known = book.get(key);
    if (known !== undefined) return known;
    const notes: Notes = { inFlight: new Set(), failure: null, source: 'network' };
    book.set(key, notes);
    return notes;
  };

  const follow = (event: TimelineEvent): void => {
    // What belonged to a former user, or to the app before it was killed, says nothing any more.
    if (event.type === 'identity-changed' || event.type === 'cold-started') book.clear();
    if (watchedSubjects.includes(event.subject))
      note(notesOf(keyOf(event.subject, event.id)), event);
  };

  for (const event of timeline.since(1)) follow(event);
  const close = timeline.onEvent(follow);
  return Object.freeze({
    of: (subject: Subject, id?: string) => {
      const notes = book.get(keyOf(subject, id));
      if (notes === undefined) return nothing;
      const { inFlight, failure, source } = notes;
      return { isAsking: inFlight.size > 0, failure, source };
    },
    close,
  });
};
