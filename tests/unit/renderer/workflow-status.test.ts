import { describe, expect, it } from 'vitest';
import type { WorkflowRow } from '../../../shared/contract/rows.ts';
import {
  cacheStatus,
  problemWord,
  statusKinds,
  statusLooks,
  workflowStatus,
} from '../../../renderer/state/workflow-status.ts';
import { failure, offeringRow, workflowRow } from './samples.ts';

const minute = 60_000;
const now = 100 * minute;
const moment = { now, isForeground: true, rules: 'recommended', isListKnown: true } as const;

const copy = (ageMs: number | null, source: 'network' | 'disk' = 'network') => ({
  storedAt: ageMs === null ? null : now - ageMs,
  source,
  bodyHash: 'abc',
  sizeBytes: 10,
});

const rejected = failure('rejected');
const failed = failure();

const table: readonly [string, Partial<WorkflowRow>, object][] = [
  ['was stored just now', { copy: copy(0) }, { kind: 'fresh', leftMs: 5 * minute, problem: null }],
  ['is a minute old', { copy: copy(minute) }, { kind: 'fresh', leftMs: 4 * minute, problem: null }],
  ['is 5 minutes old', { copy: copy(5 * minute) }, { kind: 'stale', leftMs: null, problem: null }],
  ['was marked stale', { copy: copy(null) }, { kind: 'stale', leftMs: null, problem: null }],
  [
    'is stored in the future, which the recommended rules call stale',
    { copy: copy(-minute) },
    { kind: 'stale', leftMs: null, problem: null },
  ],
  [
    'came from disk and is fresh',
    { copy: copy(minute, 'disk') },
    { kind: 'restored', leftMs: 4 * minute, problem: null },
  ],
  [
    'came from disk and is stale',
    { copy: copy(null, 'disk') },
    { kind: 'restored', leftMs: null, problem: null },
  ],
  [
    'is stale and asked for',
    { copy: copy(null), isAsking: true },
    { kind: 'refreshing', leftMs: null, problem: null },
  ],
  [
    'is stale after a request that failed',
    { copy: copy(null), failure: failed },
    { kind: 'stale', leftMs: null, problem: failed },
  ],
  [
    'is stale after a request that was rejected',
    { copy: copy(null), failure: rejected },
    { kind: 'stale', leftMs: null, problem: rejected },
  ],
  ['is not there', {}, { kind: 'missing', leftMs: null, problem: null }],
  [
    'is not there and asked for',
    { isAsking: true },
    { kind: 'loading', leftMs: null, problem: null },
  ],
  [
    'is not there after a request that failed',
    { failure: failed },
    { kind: 'failed', leftMs: null, problem: failed },
  ],
  [
    'is not there after a request that was rejected',
    { failure: rejected },
    { kind: 'rejected', leftMs: null, problem: rejected },
  ],
];

describe('the status of a workflow', () => {
  it.each(table)('whose copy %s', (_, row, expected) => {
    expect(
      workflowStatus(offeringRow('default', { workflowId: 'wf' }), workflowRow('wf', row), moment),
    ).toEqual(expected);
  });

  it('lasts 25 hours in the background', () => {
    expect(
      cacheStatus(workflowRow('wf', { copy: copy(5 * minute) }), {
        ...moment,
        isForeground: false,
      }),
    ).toEqual({ kind: 'fresh', leftMs: (25 * 60 - 5) * minute, problem: null });
  });

  it('takes a stored time in the future as the rules do', () => {
    expect(
      cacheStatus(workflowRow('wf', { copy: copy(-minute) }), { ...moment, rules: 'android' }),
    ).toEqual({ kind: 'fresh', leftMs: 6 * minute, problem: null });
  });

  it('is legacy or none where the offering uses no workflow, whatever memory holds', () => {
    const workflow = workflowRow('wf', { copy: copy(0) });
    expect([
      workflowStatus(offeringRow('old', { isLegacy: true }), workflow, moment).kind,
      workflowStatus(offeringRow('plain'), workflow, moment).kind,
    ]).toEqual(['legacy', 'none']);
  });

  it('is unknown where there is no list that could map the offering', () => {
    const withoutList = { ...moment, isListKnown: false };
    expect(workflowStatus(offeringRow('default'), undefined, withoutList).kind).toBe('unknown');
  });

  it('is missing where nobody knows the workflow that the offering maps to', () => {
    expect(
      workflowStatus(offeringRow('default', { workflowId: 'wf' }), undefined, moment).kind,
    ).toBe('missing');
  });

  it('is that of the workflow where there is no offering', () => {
    expect(workflowStatus(null, workflowRow('wf', { copy: copy(0) }), moment).kind).toBe('fresh');
  });
});

describe('how a status looks', () => {
  it('differs from every other in its word', () => {
    const words = statusKinds.map((kind) => statusLooks[kind].word);
    expect(new Set(words).size).toBe(statusKinds.length);
  });

  it('is red for real problems only', () => {
    expect(statusKinds.filter((kind) => statusLooks[kind].tone === 'problem')).toEqual([
      'rejected',
      'failed',
    ]);
  });

  it('names a problem behind what is shown all the same, and no other', () => {
    const word = (kind: 'stale' | 'failed', problem: typeof failed | null) =>
      problemWord({ kind, leftMs: null, problem });
    expect([
      word('stale', failed),
      word('stale', rejected),
      word('stale', null),
      word('failed', failed),
    ]).toEqual(['Request failed', 'Request rejected', null, null]);
  });
});
