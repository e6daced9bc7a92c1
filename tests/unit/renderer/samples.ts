import { documentsAtRest } from '../../../main/tools/bench/kit/window-snapshot.ts';
import type { Failure } from '../../../shared/contract/documents.ts';
import type { OfferingRow, WorkflowRow } from '../../../shared/contract/rows.ts';
import type { Changes, Snapshot } from '../../../shared/contract/stream.ts';
import { appUserId } from '../../../shared/model/ids.ts';
import type { EventFacts, TimelineEvent } from '../../../shared/timeline.ts';

/** An event with this id; what is not said is plain. */
export const event = (eventId: number, facts: Partial<EventFacts> = {}): TimelineEvent => ({
  type: 'hit',
  subject: 'detail',
  ...facts,
  eventId,
  at: 1_000 + eventId,
  user: appUserId('ana'),
  generation: 1,
  rules: 'recommended',
});

export const events = (from: number, to: number): readonly TimelineEvent[] =>
  Array.from({ length: to - from + 1 }, (_, step) => event(from + step));

export const failure = (code: Failure['code'] = 'backend-error'): Failure => ({
  code,
  message: 'The backend answered.',
  at: 500,
  isOnPurpose: false,
});

export const offeringRow = (id: string, row: Partial<OfferingRow> = {}): OfferingRow => ({
  id,
  position: 0,
  description: '',
  isCurrent: false,
  isLegacy: false,
  hasOwnPaywall: false,
  packages: [],
  workflowId: null,
  ...row,
});

export const workflowRow = (id: string, row: Partial<WorkflowRow> = {}): WorkflowRow => ({
  id,
  displayName: null,
  position: 0,
  offeringIds: [],
  isPrefetched: false,
  isPersisted: false,
  copy: null,
  isAsking: false,
  failure: null,
  ...row,
});

export const documents = documentsAtRest;
export const { world } = documents;
/** A scope in which nothing is broken. */
export const fine = world.scopes.list;

export const snapshot = (parts: Partial<Snapshot> = {}): Snapshot => ({
  kind: 'snapshot',
  sequence: 1,
  documents,
  rows: { offerings: [], workflows: [] },
  events: [],
  ...parts,
});

export const changes = (parts: Partial<Changes> = {}): Changes => ({
  kind: 'changes',
  sequence: 2,
  changes: [],
  events: [],
  ...parts,
});

/** What a browser keeps, in memory. */
export const memoryStorage = () => {
  const texts = new Map<string, string>();
  return {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
  };
};
