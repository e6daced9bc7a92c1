import { z } from 'zod';
import type { TimelineEvent } from '../timeline.ts';
import { type DocumentName, type Documents, documentSchemas } from './documents.ts';
import { eventsSchema } from './events.ts';
import { type Collection, type Rows, rowSchemas } from './rows.ts';

/** What a window knows of the app. */
export interface AppState {
  readonly documents: Documents;
  readonly rows: { readonly [Name in Collection]: ReadonlyMap<string, Rows[Name]> };
}

/** One part of the state is another one from now on. */
export type Change =
  | {
      [Name in DocumentName]: { readonly document: Name; readonly value: Documents[Name] };
    }[DocumentName]
  | {
      [Name in Collection]: {
        readonly collection: Name;
        /** By id; null: it is gone. */
        readonly rows: Readonly<Record<string, Rows[Name] | null>>;
      };
    }[Collection];

/** Sent when a window begins to listen, and when it fell too far behind: forget what you know. */
export interface Snapshot {
  readonly kind: 'snapshot';
  readonly sequence: number;
  readonly documents: Documents;
  readonly rows: { readonly [Name in Collection]: readonly Rows[Name][] };
  readonly events: readonly TimelineEvent[];
}

/** What became of the state since the message before. */
export interface Changes {
  readonly kind: 'changes';
  readonly sequence: number;
  readonly changes: readonly Change[];
  readonly events: readonly TimelineEvent[];
}

export type StreamMessage = Snapshot | Changes;

const rowsSchema = z.strictObject({
  offerings: z.array(rowSchemas.offerings),
  workflows: z.array(rowSchemas.workflows),
});

const snapshotSchema = z.strictObject({
  kind: z.literal('snapshot'),
  sequence: z.number(),
  documents: z.strictObject(documentSchemas),
  rows: rowsSchema,
  events: eventsSchema,
});

const documentChangeSchemas = (Object.keys(documentSchemas) as DocumentName[]).map((document) =>
  z.strictObject({ document: z.literal(document), value: documentSchemas[document] }),
);

const rowChangeSchemas = (Object.keys(rowSchemas) as Collection[]).map((collection) =>
  z.strictObject({
    collection: z.literal(collection),
    rows: z.record(z.string(), rowSchemas[collection].nullable()),
  }),
);

const changesSchema = z.strictObject({
  kind: z.literal('changes'),
  sequence: z.number(),
  changes: z.array(z.union([...documentChangeSchemas, ...rowChangeSchemas])),
  events: eventsSchema,
});

export const streamMessageSchema = z.discriminatedUnion('kind', [
  snapshotSchema,
  changesSchema,
]) as unknown as z.ZodType<StreamMessage>;

/** The state that a snapshot describes. */
export const stateOf = ({ documents, rows }: Snapshot): AppState => ({
  documents,
  rows: {
    offerings: new Map(rows.offerings.map((row) => [row.id, row])),
    workflows: new Map(rows.workflows.map((row) => [row.id, row])),
  },
});

const changedRows = <Row>(
  rows: ReadonlyMap<string, Row>,
  changed: Readonly<Record<string, Row | null>>,
): ReadonlyMap<string, Row> => {
  const next = new Map(rows);
  for (const [id, row] of Object.entries(changed)) {
    if (row === null) next.delete(id);
    else next.set(id, row);
  }
  return next;
};

const withChange = (state: AppState, change: Change): AppState => {
  if ('document' in change)
    return { ...state, documents: { ...state.documents, [change.document]: change.value } };
  if (change.collection === 'offerings')
    return {
      ...state,
      rows: { ...state.rows, offerings: changedRows(state.rows.offerings, change.rows) },
    };
  return {
    ...state,
    rows: { ...state.rows, workflows: changedRows(state.rows.workflows, change.rows) },
  };
};

/** The state after the changes; what did not change stays the same object. */
export const applyChanges = (state: AppState, { changes }: Changes): AppState =>
  changes.reduce(withChange, state);
