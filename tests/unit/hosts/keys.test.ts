import { describe, expect, it } from 'vitest';
import { createKeys } from '../../../main/hosts/browser/keys.ts';

describe('the keys of the browser host', () => {
  it('are a token that lasts, and tickets for once', () => {
    const keys = createKeys(() => 0);
    const ticket = keys.makeTicket();
    const asked = [keys.token, ticket, ticket, keys.token, '', `${keys.token}a`];
    expect(asked.map((given) => keys.check(given))).toEqual([
      'token',
      'ticket',
      null,
      'token',
      null,
      null,
    ]);
  });

  it('forget a ticket that nobody came with in a minute', () => {
    let now = 0;
    const keys = createKeys(() => now);
    const [early, late] = [keys.makeTicket(), () => keys.makeTicket()];
    now = 59_999;
    const inTime = keys.check(early);
    const ticket = late();
    now += 60_000;
    expect([inTime, keys.check(ticket)]).toEqual(['ticket', null]);
  });
});
