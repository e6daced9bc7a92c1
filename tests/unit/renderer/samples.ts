import type { Documents, Failure } from '../../../shared/contract/documents.ts';
import { defaultStage } from '../../../shared/stage/set-up.ts';
import { defaultSettings } from '../../../shared/contract/documents.ts';
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

const unknown = { copy: null, isAsking: false, failure: null };

export const fine = { with: null, isSlow: false, isHeld: false };

export const world: Documents['world'] = {
  isOnline: true,
  isForeground: true,
  rules: 'recommended',
  isDiskFull: false,
  faults: [],
  waiting: [],
  scopes: { offerings: fine, list: fine, detail: fine, cdn: fine, asset: fine },
};

export const documents: Documents = {
  app: {
    version: '1.0.0',
    host: 'browser',
    platform: 'linux',
    previewOrigin: 'http://127.0.0.1:1',
    dataFolder: '/data',
    logFolder: '/data/logs',
    secretsNote: null,
  },
  project: { name: 'demo', folder: null, backendOrigin: 'http://127.0.0.1:2' },
  world,
  clock: { kind: 'real' },
  identity: { user: 'ana', isAnonymous: false, generation: 1, known: ['ana'] },
  caches: { offerings: unknown, list: unknown, files: 0, quarantined: 0, leaks: 0 },
  scenario: null,
  guest: null,
  settings: defaultSettings,
  stage: defaultStage,
  pictures: {
    status: 'none',
    taken: 0,
    wanted: 0,
    folder: '/pictures',
    message: null,
    hindrance: null,
  },
};

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
