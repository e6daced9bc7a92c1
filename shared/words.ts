import type { EventFacts, Source } from './timeline.ts';
import type { Freshness } from './freshness.ts';

/** What an event is about, as it stands in the middle of a sentence. */
const subjectWords = ({ subject, id }: Pick<EventFacts, 'subject' | 'id'>): string => {
  if (subject === 'offerings') return 'the offerings';
  if (subject === 'list') return 'the workflows list';
  if (subject === 'detail') return id === undefined ? 'a workflow' : `workflow ${id}`;
  if (subject === 'cdn') return id === undefined ? 'a body' : `the body of ${id}`;
  if (subject === 'asset') return id === undefined ? 'an asset' : `an asset of ${id}`;
  if (subject === 'disk') return id === undefined ? 'a copy on disk' : `the disk copy of ${id}`;
  if (subject === 'phone') return 'a phone';
  return subject === 'identity' ? 'the user' : 'the app';
};

const sentence = (text: string): string => {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
};

/** Without an id it happened to all that memory holds. */
const inMemory = ({ subject, id }: EventFacts, what: string): string =>
  subject === 'detail' && id === undefined ? 'every workflow in memory' : what;

const withNote = (text: string, { note }: EventFacts): string =>
  note === undefined ? text : `${text} (${note.replace(/\.$/, '')})`;

const isSeveral = ({ subject }: EventFacts): boolean => subject === 'offerings';
const was = (event: EventFacts): string => (isSeveral(event) ? 'were' : 'was');

/** Where an answer came from, and how good it is: `from memory, stale`. */
export const qualityWords = (source: Source, freshness: Freshness): string => {
  const places: Readonly<Record<Source, string>> = {
    network: 'from the network',
    memory: 'from memory',
    disk: 'from disk',
  };
  return `${places[source]}, ${freshness}`;
};

type Words = (event: EventFacts, what: string) => string;

const failureWords: Words = ({ subject, id, error }, what) => {
  if (error === undefined) return `${what} could not be had`;
  // A call that was refused as a whole is about nothing but its error.
  return subject === 'detail' && id === undefined
    ? error.message
    : `${what} could not be had. ${error.message}`;
};

const completedWords: Words = (event, what) => {
  if (event.error !== undefined) return `the call ended in an error: ${event.error.message}`;
  if (event.source === undefined || event.freshness === undefined)
    return `${what} ${was(event)} answered`;
  return `${what} ${was(event)} answered ${qualityWords(event.source, event.freshness)}`;
};

const respondedWords: Words = (event, what) =>
  event.error?.message ?? withNote(`the answer for ${what} came`, event);

/** What a phone asked for, as the engine's own requests are told of. */
const askedWords = ({ asked = 'other', id }: EventFacts): string =>
  asked === 'other'
    ? 'something else'
    : subjectWords({ subject: asked, ...(id === undefined ? {} : { id }) });

/** What it met, one after the other: `held, 503`. */
const metWords = ({ met = [] }: EventFacts): string =>
  met.length === 0 ? '' : `; it met: ${met.join(', ')}`;

const phoneAnsweredWords: Words = (event) =>
  withNote(`the phone’s request for ${askedWords(event)} ended`, event) + metWords(event);

const words: Readonly<Record<EventFacts['type'], Words>> = {
  hit: (event, what) => `${what} ${was(event)} fresh in memory`,
  miss: (_, what) => `there was no copy of ${what} in memory that could be used`,
  'stale-served': (_, what) =>
    `the stale copy of ${what} in memory was served at once, and is refreshed behind`,
  joined: (_, what) => `${what}: the same was being asked for already, so this waited with it`,
  refreshed: (_, what) => `${what} came from the network`,
  restored: (event, what) => `${what} ${was(event)} restored from disk`,
  'fell-back': (_, what) => `the copy of ${what} on disk stood in`,
  rejected: (event, what) => `the backend refuses ${what}: ${event.error?.message ?? 'a 4xx'}`,
  failed: failureWords,
  pruned: (_, what) => `${what} left the disk, because the list no longer keeps it there`,
  persisted: (event, what) => `${what} ${was(event)} saved to disk`,
  'dropped-late': (event, what) =>
    `${what} came too late, for a user of before, and ${was(event)} dropped`,
  evicted: (event, what) =>
    event.subject === 'cdn' || event.subject === 'asset'
      ? `${what} ${was(event)} removed from the file cache`
      : `${inMemory(event, what)} left memory`,
  'marked-stale': (event, what) => `${inMemory(event, what)} ${was(event)} marked stale`,
  quarantined: (event, what) => withNote(`a damaged copy of ${what} on disk was put aside`, event),
  prefetched: (event, what) => `${what} ${was(event)} prefetched`,
  downloaded: (event, what) => `${what} ${was(event)} downloaded`,
  verified: (event, what) => `${what} ${isSeveral(event) ? 'are' : 'is'} what its hash says`,
  'identity-changed': (event) => withNote(`the user is ${event.id ?? 'another'} now`, event),
  'foreground-changed': (event) => event.note ?? 'the app changed between front and background',
  'rules-changed': (event) => withNote('other rules hold from now on', event),
  'project-changed': (event) => withNote('the project changed', event),
  'cold-started': () => 'the app was killed and started again',
  requested: (event, what) =>
    withNote(`${what} ${isSeveral(event) ? 'are' : 'is'} asked for`, event),
  responded: respondedWords,
  called: (_, what) => `the app asks for ${what}`,
  completed: completedWords,
  'phone-asked': (event) => withNote(`a phone asks for ${askedWords(event)}`, event),
  'phone-answered': phoneAnsweredWords,
  'phone-turned': (event) => event.note ?? 'phones are served, or not any more',
  warned: (event) => event.note ?? 'something is odd',
  leaked: (event) => withNote('a user was served what was fetched for another one', event),
};

/** One event in plain words, as a sentence. */
export const eventWords = (event: EventFacts): string =>
  sentence(words[event.type](event, subjectWords(event)));

/** Requests are the lanes of a timeline; the decisions around them say why. */
export const isDecision = ({ type }: EventFacts): boolean =>
  !['called', 'completed', 'requested', 'responded', 'phone-asked', 'phone-answered'].includes(
    type,
  );
