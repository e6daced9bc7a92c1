import { type Documents, defaultSettings } from '../../../../shared/contract/documents.ts';
import type { OfferingRow, WorkflowRow } from '../../../../shared/contract/rows.ts';
import type { Snapshot } from '../../../../shared/contract/stream.ts';
import { defaultStage } from '../../../../shared/stage/set-up.ts';
import { envelopeBytes, workflowName } from './project.ts';

const kept = { copy: null, isAsking: false, failure: null };
const fine = { with: null, isSlow: false, isHeld: false };

/** An app at rest, that has just been started. */
export const documentsAtRest: Documents = {
  app: {
    version: '1.0.0',
    host: 'browser',
    platform: 'linux',
    previewOrigin: 'http://127.0.0.1:2',
    dataFolder: '/data',
    logFolder: '/data/logs',
    secretsNote: null,
  },
  project: {
    id: 'demo',
    kind: 'demo',
    name: 'demo',
    folder: null,
    host: null,
    backendOrigin: 'http://127.0.0.1:3',
    problem: null,
    trouble: null,
  },
  projects: [],
  world: {
    isOnline: true,
    isForeground: true,
    rules: 'recommended',
    isDiskFull: false,
    faults: [],
    waiting: [],
    scopes: { offerings: fine, list: fine, detail: fine, cdn: fine, asset: fine },
  },
  clock: { kind: 'real' },
  identity: { user: 'ana', isAnonymous: false, generation: 1, known: ['ana'] },
  caches: { offerings: kept, list: kept, files: 0, quarantined: 0, leaks: 0 },
  scenario: null,
  guest: null,
  phone: {
    isOn: false,
    isRefusing: false,
    port: 8_123,
    reach: 'machine',
    addresses: [],
    problem: null,
    requests: 0,
    last: null,
  },
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

const offeringRow = (position: number): OfferingRow => ({
  id: `offering_${position}`,
  position,
  description: `Offering ${position}`,
  isCurrent: position === 0,
  isLegacy: false,
  hasOwnPaywall: true,
  packages: ['monthly', 'annual'].map((id) => ({ id: `$rc_${id}`, productId: `bench_${id}` })),
  workflowId: workflowName(position),
});

const workflowRow = (position: number, now: number): WorkflowRow => ({
  id: workflowName(position),
  displayName: `Paywall ${position}`,
  position,
  offeringIds: [`offering_${position}`],
  isPrefetched: true,
  isPersisted: true,
  copy: {
    storedAt: now - position,
    source: 'network',
    bodyHash: '0'.repeat(64),
    sizeBytes: envelopeBytes,
  },
  isAsking: false,
  failure: null,
});

/** What an app tells a window that has so many offerings, each with its workflow in memory. */
export const snapshotWith = (offerings: number, now: number): Snapshot => {
  const places = Array.from({ length: offerings }, (_, place) => place);
  return {
    kind: 'snapshot',
    sequence: 0,
    // Its time stands still: nothing is drawn but for what is measured.
    documents: { ...documentsAtRest, clock: { kind: 'virtual', now } },
    rows: {
      offerings: places.map(offeringRow),
      workflows: places.map((place) => workflowRow(place, now)),
    },
    events: [],
  };
};
