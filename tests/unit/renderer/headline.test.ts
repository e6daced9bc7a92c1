import { expect, it } from 'vitest';
import { headlineOf } from '../../../renderer/state/headline.ts';
import type { RowMoment } from '../../../renderer/state/workflow-status.ts';
import type { WorkflowRow } from '../../../shared/contract/rows.ts';
import { failure, offeringRow, workflowRow } from './samples.ts';

const minuteMs = 60_000;
const moment: RowMoment = {
  now: 10 * minuteMs,
  isForeground: true,
  rules: 'recommended',
  isListKnown: true,
};
const offering = offeringRow('default', { workflowId: 'wf' });
const copy = (storedAt: number | null, source: 'network' | 'disk' = 'network') => ({
  storedAt,
  source,
  bodyHash: 'h',
  sizeBytes: 1,
});

it.each<[string, Partial<WorkflowRow>, string]>([
  ['fresh', { copy: copy(9 * minuteMs) }, 'Served from memory, fresh for another 4:00.'],
  [
    'stale behind a failure',
    { copy: copy(3 * minuteMs), failure: failure() },
    'Served from memory, stale for 2 min; a refresh failed: the backend answered.',
  ],
  [
    'stale and asked for again',
    { copy: copy(3 * minuteMs), isAsking: true, failure: failure() },
    'Served from memory, stale for 2 min; a refresh is on its way.',
  ],
  [
    'rejected behind a copy',
    { copy: copy(null), failure: failure('rejected') },
    'Served from memory, marked stale; a refresh was rejected: the backend answered.',
  ],
  [
    'restored',
    { copy: copy(9 * minuteMs, 'disk') },
    'Restored from disk and served from memory, fresh for another 4:00.',
  ],
  [
    'from the future',
    { copy: copy(11 * minuteMs) },
    'Served from memory, stale, because it was stored in what is the future now.',
  ],
  ['missing', {}, 'Not in memory: whoever opens it waits for the backend.'],
  [
    'asked for',
    { isAsking: true },
    'Nothing in memory yet: whoever opens it waits for the backend.',
  ],
  ['failed', { failure: failure() }, 'Nothing to serve: the request failed, the backend answered.'],
])('says in a sentence what is served: %s', (_, row, expected) => {
  expect(headlineOf({ offering, workflow: workflowRow('wf', row) }, moment)).toBe(expected);
});

it.each([
  [offeringRow('a', { isLegacy: true }), true, /first generation/],
  [offeringRow('a'), true, /No workflow is mapped/],
  [offeringRow('a'), false, /no workflows list/],
])('says why there is nothing to serve', (row, isListKnown, expected) => {
  const now = { ...moment, isListKnown };
  expect(headlineOf({ offering: row, workflow: undefined }, now)).toMatch(expected);
});
