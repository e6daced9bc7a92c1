import { describe, expect, it } from 'vitest';
import { fallbackPath, mainPath } from '../../../main/http/endpoints.ts';
import { appUserId } from '../../../shared/model/ids.ts';

const user = appUserId('$RCAnonymousID:a/b c');
const encoded = '%24RCAnonymousID%3Aa%2Fb%20c';

describe('the paths of the backend', () => {
  it('names a workflow below its user, both percent-encoded (H-01)', () => {
    expect(mainPath({ endpoint: 'detail', user, id: 'wf/1?ü' })).toBe(
      `/v1/subscribers/${encoded}/workflows/wf%2F1%3F%C3%BC`,
    );
  });

  it('names the type of a list exactly when one is given (H-02)', () => {
    const without = `/v1/subscribers/${encoded}/workflows`;
    expect(mainPath({ endpoint: 'list', user })).toBe(without);
    expect(mainPath({ endpoint: 'list', user, type: 'paywall' })).toBe(`${without}?type=paywall`);
    expect(mainPath({ endpoint: 'list', user, type: 'a&b' })).toBe(`${without}?type=a%26b`);
  });

  it('does not name the user on the fallback host (H-03)', () => {
    expect(fallbackPath({ endpoint: 'list', user })).toBe('/workflows/v1/workflows');
    expect(fallbackPath({ endpoint: 'list', user, type: 'paywall' })).toBe(
      '/workflows/v1/workflows?type=paywall',
    );
    expect(fallbackPath({ endpoint: 'detail', user, id: 'a b' })).toBe(
      '/workflows/v1/workflows/a%20b',
    );
    expect(fallbackPath({ endpoint: 'offerings', user })).toBe('/v1/offerings');
  });

  it('survives an id that is no valid Unicode', () => {
    expect(mainPath({ endpoint: 'offerings', user: appUserId('a\ud800') })).toBe(
      '/v1/subscribers/a%EF%BF%BD/offerings',
    );
  });
});
