import { describe, expect, it } from 'vitest';
import { watchRequests } from '../../../../main/app/session/request-watch.ts';
import { createTimeline } from '../../../../main/engine/timeline.ts';
import { engineError, markedAs } from '../../../../shared/errors.ts';
import { appUserId } from '../../../../shared/model/ids.ts';
import type { EventFacts } from '../../../../shared/timeline.ts';

const openTimeline = () => {
  const timeline = createTimeline(100);
  const say = (facts: EventFacts): void => {
    const common = { at: 7, user: appUserId('ana'), generation: 1, rules: 'recommended' } as const;
    timeline.append({ ...common, ...facts });
  };
  return { timeline, say };
};

const detail = { subject: 'detail', id: 'wf_a' } as const;

describe('what is known of a request', () => {
  it('is that it is under way until every one of them ended', () => {
    const { timeline, say } = openTimeline();
    const watch = watchRequests(timeline);
    say({ type: 'requested', ...detail, request: 1 });
    say({ type: 'requested', ...detail, request: 2 });
    say({ type: 'responded', ...detail, request: 1 });
    expect(watch.of('detail', 'wf_a').isAsking).toBe(true);
    say({ type: 'responded', ...detail, request: 2 });
    expect(watch.of('detail', 'wf_a').isAsking).toBe(false);
  });

  it('is why the last one failed, until one does not', () => {
    const { timeline, say } = openTimeline();
    const watch = watchRequests(timeline);
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
    expect(watchRequests(timeline).of('list').source).toBe('disk');
  });

  it.each(['identity-changed', 'cold-started'] as const)('is nothing any more after %s', (type) => {
    const { timeline, say } = openTimeline();
    const watch = watchRequests(timeline);
    say({ type: 'failed', ...detail, error: engineError('malformed', 'Broken.') });
    say({ type, subject: type === 'cold-started' ? 'app' : 'identity' });
    expect(watch.of('detail', 'wf_a').failure).toBeNull();
  });

  it('is that it failed on purpose where its error says so', () => {
    const { timeline, say } = openTimeline();
    const watch = watchRequests(timeline);
    const error = engineError('cdn-failed', 'No.');
    say({ type: 'failed', ...detail, error: markedAs(error, { isOnPurpose: true }) });
    expect(watch.of('detail', 'wf_a').failure?.isOnPurpose).toBe(true);
    say({ type: 'failed', ...detail, error });
    expect(watch.of('detail', 'wf_a').failure?.isOnPurpose).toBe(false);
  });
});
