import type { Documents } from '../../shared/contract/documents.ts';
import type { OfferingRow, Rows, WorkflowRow } from '../../shared/contract/rows.ts';
import type { Change, StreamMessage } from '../../shared/contract/stream.ts';
import type { EventId, TimelineEvent } from '../../shared/timeline.ts';
import { type RunSoon, runIn } from './run-soon.ts';

/** What windows are shown, as it is now. */
export interface Picture {
  readonly documents: Documents;
  readonly offerings: readonly OfferingRow[];
  readonly workflows: readonly WorkflowRow[];
}

export interface BroadcastSource {
  picture(): Picture;
  events(from: EventId, most: number): readonly TimelineEvent[];
  nextEvent(): EventId;
}

/** One window that listens. */
export interface Listener {
  /** It has dealt with this message, and can take the next. */
  acknowledge(sequence: number): void;
  close(): void;
}

export interface Broadcast {
  /** Sends a snapshot now, and from then on what changes. */
  listen(send: (message: StreamMessage) => void): Listener;
  /** Something may have changed: windows that are ready hear of it soon, all at once. */
  changed(): void;
  /** Everything is another one: windows forget what they know. */
  restart(): void;
  close(): void;
}

/** Faster than a person sees, slower than every event by itself. */
const pauseMs = 30;
/** A message stays small enough to be dealt with between two frames. */
const eventsPerMessage = 2_000;

type Book = ReadonlyMap<string, string>;

const rowTexts = (rows: readonly { readonly id: string }[]): Book =>
  new Map(rows.map((row) => [row.id, JSON.stringify(row)]));

/** The texts tell what a window has; comparing them is all that deciding what to send needs. */
const textsOf = ({ documents, offerings, workflows }: Picture) => ({
  documents: new Map(
    Object.entries(documents).map(([name, value]) => [name, JSON.stringify(value)]),
  ) as Book,
  offerings: rowTexts(offerings),
  workflows: rowTexts(workflows),
});

type Texts = ReturnType<typeof textsOf>;

const changedRows = <Row extends Rows[keyof Rows]>(
  rows: readonly Row[],
  before: Book,
  now: Book,
): Readonly<Record<string, Row | null>> => {
  const gone = [...before.keys()].filter((id) => !now.has(id)).map((id) => [id, null] as const);
  const news = rows
    .filter(({ id }) => before.get(id) !== now.get(id))
    .map((row) => [row.id, row] as const);
  return Object.fromEntries([...gone, ...news]);
};

const isEmpty = (rows: object): boolean => Object.keys(rows).length === 0;

/** What a window that knows `before` has to be told. */
const changesBetween = (before: Texts, now: Texts, picture: Picture): readonly Change[] => {
  const documents = Object.entries(picture.documents)
    .filter(([name]) => before.documents.get(name) !== now.documents.get(name))
    .map(([document, value]) => ({ document, value }) as Change);
  const offerings = changedRows(picture.offerings, before.offerings, now.offerings);
  const workflows = changedRows(picture.workflows, before.workflows, now.workflows);
  return [
    ...documents,
    ...(isEmpty(offerings) ? [] : [{ collection: 'offerings' as const, rows: offerings }]),
    ...(isEmpty(workflows) ? [] : [{ collection: 'workflows' as const, rows: workflows }]),
  ];
};

/** What one window knows, and whether it is ready for more. */
interface Client {
  readonly send: (message: StreamMessage) => void;
  /** Null: it knows nothing, and is sent a snapshot. */
  known: Texts | null;
  nextEvent: EventId;
  sequence: number;
  isReady: boolean;
}

/**
 * Keeps windows up to date. A window that is slow is told less often, never everything that it
 * missed: what is sent is the difference between what it knows and what is now.
 */
export const createBroadcast = (
  source: BroadcastSource,
  runSoon: RunSoon = runIn(pauseMs),
): Broadcast => {
  const clients = new Set<Client>();
  let cancel: (() => void) | null = null;

  const snapshot = (client: Client, picture: Picture, texts: Texts): StreamMessage => {
    const { documents, offerings, workflows } = picture;
    client.nextEvent = Math.max(1, source.nextEvent() - eventsPerMessage);
    client.known = texts;
    const rows = { offerings, workflows };
    return { kind: 'snapshot', sequence: client.sequence, documents, rows, events: take(client) };
  };

  const take = (client: Client): readonly TimelineEvent[] => {
    const events = source.events(client.nextEvent, eventsPerMessage);
    client.nextEvent = (events.at(-1)?.eventId ?? client.nextEvent - 1) + 1;
    return events;
  };

  const next = (client: Client, picture: Picture, texts: Texts): StreamMessage | null => {
    if (client.known === null) return snapshot(client, picture, texts);
    const changes = changesBetween(client.known, texts, picture);
    const events = take(client);
    client.known = texts;
    if (changes.length === 0 && events.length === 0) return null;
    return { kind: 'changes', sequence: client.sequence, changes, events };
  };

  const flush = (): void => {
    const ready = [...clients].filter(({ isReady }) => isReady);
    if (ready.length === 0) return;
    const picture = source.picture();
    const texts = textsOf(picture);
    for (const client of ready) {
      const message = next(client, picture, texts);
      if (message === null) continue;
      client.isReady = false;
      client.send(message);
    }
  };

  const changed = (): void => {
    if (clients.size === 0) return;
    cancel ??= runSoon(() => {
      cancel = null;
      flush();
    });
  };

  return Object.freeze({
    listen: (send: (message: StreamMessage) => void) => {
      const client: Client = { send, known: null, nextEvent: 1, sequence: 1, isReady: true };
      clients.add(client);
      flush();
      return Object.freeze({
        acknowledge: (sequence: number) => {
          if (sequence !== client.sequence || client.isReady) return;
          client.sequence += 1;
          client.isReady = true;
          changed();
        },
        close: () => void clients.delete(client),
      });
    },
    changed,
    restart: () => {
      for (const client of clients) client.known = null;
      changed();
    },
    close: () => {
      clients.clear();
      cancel?.();
    },
  });
};
