import { describe, expect, it } from 'vitest';
import { anonymousUserId, appUserId, isAnonymous } from '../../../shared/model/ids.ts';

const digits = '0123456789abcdef0123456789abcdef';

describe('an anonymous user id', () => {
  it('is a prefix and 32 hex digits', () => {
    expect(anonymousUserId(digits)).toBe(`$RCAnonymousID:${digits}`);
    expect(isAnonymous(anonymousUserId(digits))).toBe(true);
  });

  it.each([
    '',
    'ana',
    digits,
    '$RCAnonymousID:',
    `$RCAnonymousID:${digits.slice(1)}`,
    `$RCAnonymousID:${digits}0`,
    `$RCAnonymousID:${digits.slice(1)}g`,
    ` $RCAnonymousID:${digits}`,
    `$RCAnonymousID:${digits}\n`,
  ])('is not %j', (user) => {
    expect(isAnonymous(appUserId(user))).toBe(false);
  });
});
