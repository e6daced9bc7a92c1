import { describe, expect, it } from 'vitest';
import { checkCall } from '../../../main/scenario/call-checks.ts';
import type { CallState } from '../../../main/scenario/call-book.ts';
import { checkDisk } from '../../../main/scenario/disk-checks.ts';
import { checkEvents } from '../../../main/scenario/event-checks.ts';
import { findingText } from '../../../main/scenario/finding.ts';
import { createTimeline } from '../../../main/engine/timeline.ts';
import { appUserId } from '../../../shared/model/ids.ts';
import type { EventFacts } from '../../../shared/timeline.ts';
import { placeText, unroll } from '../../../shared/scenario/unroll.ts';

const answered: CallState = {
  status: 'ok',
  source: 'network',
  freshness: 'fresh',
  content: { workflow: 'wf_a', revision: 2 },
  isFormerUser: false,
  completions: 1,
};
const failed: CallState = {
  status: 'error',
  error: { code: 'rejected', message: 'The server answered 403.', status: 403 },
  content: {},
  isFormerUser: false,
  completions: 1,
};
const pending: CallState = { status: 'pending', content: {}, isFormerUser: true, completions: 0 };

const failures = (findings: ReturnType<typeof checkCall>): readonly string[] =>
  findings.filter(({ holds }) => !holds).map(findingText);

describe('what is said of a call that is not as expected', () => {
  it('compares every part', () => {
    const check = {
      status: 'ok',
      source: 'memory',
      freshness: 'fresh',
      workflow: 'wf_b',
      revision: { compare: '>=', value: 3 },
      completions: { compare: '=', value: 1 },
      'former-user': true,
    } as const;
    expect(failures(checkCall('paywall', check, answered))).toEqual([
      'paywall.source: expected memory, saw network',
      'paywall.workflow: expected wf_b, saw wf_a',
      'paywall.revision: expected at least 3, saw 2',
      'paywall.former-user: expected a call of a former user, saw a call of the current user',
    ]);
  });

  it('says what is there instead of an answer', () => {
    const check = { status: 'ok', source: 'disk', error: 'no-answer' } as const;
    expect([
      ...failures(checkCall('a', check, failed)),
      ...failures(checkCall('b', check, pending)),
    ]).toEqual([
      'a.status: expected ok, saw error (rejected, 403)',
      'a.source: expected disk, saw an error (rejected, 403)',
      'a.error: expected no-answer, saw rejected, 403',
      'b.status: expected ok, saw pending',
      'b.source: expected disk, saw a call that is pending',
      'b.error: expected no-answer, saw pending',
    ]);
  });
});

it('takes the envelopes on disk for a set', () => {
  const contents = { offerings: true, list: false, envelopes: ['wf_a', 'wf_b'], quarantined: 0 };
  const check = { list: 'present' as const, envelopes: ['wf_b', 'wf_a'] };
  expect(failures(checkDisk(contents, check))).toEqual(['disk.list: expected present, saw absent']);
});

describe('events', () => {
  const timeline = createTimeline(100);
  const facts: readonly EventFacts[] = [
    { type: 'miss', subject: 'detail', id: 'wf_a' },
    { type: 'refreshed', subject: 'detail', id: 'wf_a', cause: 1 },
    { type: 'hit', subject: 'detail', id: 'wf_a' },
  ];
  for (const fact of facts)
    timeline.append({ user: appUserId('ana'), generation: 1, rules: 'ios', at: 0, ...fact });

  it('are looked for in order, with others between', () => {
    const expected = [{ type: 'miss' }, { type: 'hit', id: 'wf_a', user: 'ana' }] as const;
    expect(failures(checkEvents(timeline, expected, timeline.since(1)))).toEqual([]);
  });

  it('that are not there are told with what is', () => {
    const expected = [
      { type: 'refreshed', cause: 'hit' },
      { type: 'hit' },
      { type: 'miss' },
    ] as const;
    expect(failures(checkEvents(timeline, expected, timeline.since(1)))).toEqual([
      'events[0]: expected refreshed caused by hit, saw refreshed of wf_a for user ana caused by miss',
      'events[2]: expected miss, saw only none',
    ]);
  });
});

it('writes repeats out, with their places as people count', () => {
  const settle = { name: 'settle', input: null } as const;
  const steps = [settle, { name: 'repeat', times: 2, steps: [settle, settle] }] as const;
  expect([...unroll({ steps })].map(({ place }) => placeText(place))).toEqual([
    'step 1',
    'step 2 (round 1, step 1)',
    'step 2 (round 1, step 2)',
    'step 2 (round 2, step 1)',
    'step 2 (round 2, step 2)',
  ]);
});
