import { describe, expect, it } from 'vitest';
import { watchRequests } from '../../../../main/app/session/request-watch.ts';
import { createTimeline } from '../../../../main/engine/timeline.ts';
import { engineError } from '../../../../shared/errors.ts';
import { appUserId } from '../../../../shared/model/ids.ts';
import type { RequestSubject } from '../../../../shared/faults.ts';
import type { EventFacts } from '../../../../shared/timeline.ts';

const openTimeline = () => {
  const timeline = createTimeline(100);
  const say = (facts: EventFacts): void => {
    const common = { at: 7, user: appUserId('ana'), generation: 1, rules: 'recommended' } as const;
    timeline.append({ ...common, ...facts });
  };
  return { timeline, say };
};

/** Nothing is broken on purpose. */
const real = { takeEncounter: () => false };

const detail = { subject: 'detail', id: 'wf_a' } as const;

describe('what is known of a request', () => {
  it('is that it is under way until every one of them ended', () => {
    const { timeline, say } = openTimeline();
    const watch = watchRequests(timeline, real);
    say({ type: 'requested', ...detail, request: 1 });
    say({ type: 'requested', ...detail, request: 2 });
    say({ type: 'responded', ...detail, request: 1 });
    expect(watch.of('detail', 'wf_a').isAsking).toBe(true);
    say({ type: 'responded', ...detail, request: 2 });
    expect(watch.of('detail', 'wf_a').isAsking).toBe(false);
  });

  it('is why the last one failed, until one does not', () => {
    const { timeline, say } = openTimeline();
    const watch = watchRequests(timeline, real);
    say({ type: 'rejected', ...detail, error: engineError('rejected', 'No.', 404) });
    expect(watch.of('detail', 'wf_a').failure).toEqual({
      code: 'rejected',
      message: 'No.',
      at: 7,
      isOnPurpose: false,
    });
    say({ type: 'refreshed', ...detail });
    expect(watch.of('detail', 'wf_a')).toEqual({
      isAsking: false,
      failure: null,
      source: 'network',
    });
  });

  it('is that a copy came from disk', () => {
    const { timeline, say } = openTimeline();
    say({ type: 'restored', subject: 'list' });
    expect(watchRequests(timeline, real).of('list').source).toBe('disk');
  });

  it.each(['identity-changed', 'cold-started'] as const)('is nothing any more after %s', (type) => {
    const { timeline, say } = openTimeline();
    const watch = watchRequests(timeline, real);
    say({ type: 'failed', ...detail, error: engineError('malformed', 'Broken.') });
    say({ type, subject: type === 'cold-started' ? 'app' : 'identity' });
    expect(watch.of('detail', 'wf_a').failure).toBeNull();
  });

  it('is that it failed because of something that was broken on purpose', () => {
    const { timeline, say } = openTimeline();
    const met = new Set(['cdn wf_a', 'list ']);
    const takeEncounter = ({ scope, ids }: RequestSubject): boolean =>
      met.delete(`${scope} ${ids[0] ?? ''}`);
    const watch = watchRequests(timeline, { takeEncounter });
    const error = engineError('cdn-failed', 'No.');
    say({ type: 'failed', ...detail, error });
    say({ type: 'failed', subject: 'list', error });
    expect(
      [watch.of('detail', 'wf_a'), watch.of('list')].map((it) => it.failure?.isOnPurpose),
    ).toEqual([true, true]);
    say({ type: 'failed', ...detail, error });
    expect(watch.of('detail', 'wf_a').failure?.isOnPurpose).toBe(false);
  });

  it('is no fault of before where a request got through it', () => {
    const { timeline, say } = openTimeline();
    let hasMet = true;
    const takeEncounter = (): boolean => {
      const had = hasMet;
      hasMet = false;
      return had;
    };
    const watch = watchRequests(timeline, { takeEncounter });
    say({ type: 'refreshed', subject: 'list' });
    say({ type: 'failed', subject: 'list', error: engineError('malformed', 'Broken.') });
    expect(watch.of('list').failure?.isOnPurpose).toBe(false);
  });
});
