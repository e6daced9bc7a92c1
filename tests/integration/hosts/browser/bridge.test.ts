import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { mostMessageBytes } from '../../../../shared/contract/socket.ts';
import type { StreamMessage } from '../../../../shared/contract/stream.ts';
import { type Knock, knockAt, openWindow } from './test-window.ts';
import { type TestHost, openHost } from './test-host.ts';

const portOf = (origin: string): string => new URL(origin).port;

/** Who knocks, how, and the status or the code that it ends with; 101 is a socket that works. */
const knocks: readonly (readonly [string, (host: TestHost) => Knock, number])[] = [
  ['with everything right', () => ({}), 101],
  [
    'under the name localhost',
    ({ windowOrigin }) => ({
      headers: { host: `localhost:${portOf(windowOrigin)}` },
      origin: `http://localhost:${portOf(windowOrigin)}`,
    }),
    101,
  ],
  ['without a token', () => ({ token: '' }), 4401],
  ['with a wrong token', () => ({ token: 'a'.repeat(43) }), 4401],
  ['with the token and more', ({ token }) => ({ token: `${token}a` }), 4401],
  ['with half of the token', ({ token }) => ({ token: token.slice(0, 20) }), 4401],
  [
    'with the secret of the preview',
    ({ previewAddress }) => ({ token: new URL(previewAddress).pathname.slice(1) }),
    4401,
  ],
  ['from a page of another site', () => ({ origin: 'https://evil.example' }), 403],
  ['from the preview', ({ previewOrigin }) => ({ origin: previewOrigin }), 403],
  ['from a sandboxed page', () => ({ origin: 'null' }), 403],
  ['from no page', () => ({ origin: null }), 403],
  [
    'from the same page under the other name',
    ({ windowOrigin }) => ({ origin: `http://localhost:${portOf(windowOrigin)}` }),
    403,
  ],
  [
    'by a name that was made to lead here',
    ({ windowOrigin }) => ({
      headers: { host: `evil.example:${portOf(windowOrigin)}` },
      origin: `http://evil.example:${portOf(windowOrigin)}`,
    }),
    403,
  ],
  ['at another path', () => ({ path: '/' }), 404],
  ['with the token in the address', ({ token }) => ({ path: `/bridge?token=${token}` }), 404],
  [
    'at the port of the preview',
    ({ previewOrigin }) => ({ at: previewOrigin, origin: previewOrigin }),
    404,
  ],
];

describe('who knocks at the bridge', () => {
  it('gets in with the token and from the window, and else not', async () => {
    const host = await openHost();
    const endings = await Promise.all(
      knocks.map(async ([who, how]) => [who, await knockAt(host, how(host))] as const),
    );
    expect(endings).toEqual(knocks.map(([who, , ending]) => [who, ending]));
  });

  it('gets in with a ticket, once', async () => {
    const host = await openHost();
    const ticketOf = (address: string): string => new URL(address).hash.replace('#token=', '');
    const former = ticketOf(host.makeAddressForOnce());
    const token = ticketOf(host.makeAddressForOnce());
    const endings = [
      await knockAt(host, { token: former }),
      await knockAt(host, { token }),
      await knockAt(host, { token }),
    ];
    expect([endings, token === host.token]).toEqual([[4401, 101, 4401], false]);
  });

  it('is not told the token that it came with', async () => {
    const host = await openHost();
    const window = await openWindow(host);
    expect([window.socket.protocol, await window.welcome()]).toEqual([
      'paywall-preview',
      { kind: 'welcome', token: null },
    ]);
  });
});

describe('a call', () => {
  it('is answered with its outcome', async () => {
    const window = await openWindow(await openHost());
    expect([
      await window.call('readLicences'),
      await window.call('setOnline', { isOnline: false }),
      await window.call('getWorkflow', { id: 'no-such-offering' }),
    ]).toMatchObject([
      { ok: true, value: [{ name: 'zod', version: '4.0.0', licence: 'MIT' }] },
      { ok: true, value: null },
      { ok: true, value: { status: 'error' } },
    ]);
  });

  it('that the contract does not name is refused', async () => {
    const window = await openWindow(await openHost());
    const names = ['sing', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'close', ''];
    const outcomes = await Promise.all(names.map((name) => window.call(name)));
    expect(outcomes).toEqual(
      names.map((name) => ({
        ok: false,
        problem: { code: 'bad-argument', message: `There is no call ${name}.` },
      })),
    );
  });

  it('does not take another argument than its own', async () => {
    const window = await openWindow(await openHost());
    const calls: readonly (readonly [string, unknown])[] = [
      ['setOnline', null],
      ['setOnline', { isOnline: 'yes' }],
      ['setOnline', { isOnline: true, more: 1 }],
      ['getWorkflow', { id: '' }],
      ['getWorkflow', { id: 'a'.repeat(5_000) }],
      ['coldStart', { now: true }],
      ['setRules', { rules: 'mine' }],
    ];
    const outcomes = await Promise.all(calls.map((call) => window.call(...call)));
    expect(outcomes).toMatchObject(
      calls.map(() => ({ ok: false, problem: { code: 'bad-argument' } })),
    );
  });

  it('says where a folder is and what a link is, where there is no screen', async () => {
    const window = await openWindow(await openHost());
    expect([
      await window.call('openLink', { url: 'https://example.com/a?b=c' }),
      await window.call('openLink', { url: 'file:///etc/passwd' }),
      await window.call('showDataFolder'),
    ]).toMatchObject([
      {
        problem: {
          code: 'system',
          message: 'There is no screen here to open it on: it is https://example.com/a?b=c',
        },
      },
      { problem: { code: 'refused' } },
      { problem: { message: expect.stringContaining('There is no screen here to show it on') } },
    ]);
  });

  it('hands folders and links to the opener, and tells what it could not do', async () => {
    const asked: string[] = [];
    const opener = {
      openFolder: async (folder: string) => {
        asked.push(folder);
        return 'nothing of that kind is installed';
      },
      openAddress: async (url: URL) => {
        asked.push(url.href);
        return null;
      },
    };
    const window = await openWindow(await openHost({ opener }));
    const outcomes = [
      await window.call('openLink', { url: 'https://example.com/$(a);b' }),
      await window.call('showDataFolder'),
    ];
    expect({ asked, outcomes }).toMatchObject({
      asked: ['https://example.com/$(a);b', expect.stringContaining('paywall-preview-')],
      outcomes: [
        { ok: true },
        {
          problem: {
            message: expect.stringContaining('because nothing of that kind is installed'),
          },
        },
      ],
    });
  });
});

describe('a message', () => {
  const unreadable: readonly string[] = [
    '',
    '{',
    'null',
    '[]',
    '"listen"',
    '{}',
    '{"kind":"sing"}',
    '{"kind":"call","id":1}',
    '{"kind":"call","id":"1","name":"coldStart","argument":null}',
    '{"kind":"call","id":-1,"name":"coldStart","argument":null}',
    '{"kind":"call","id":1,"name":["coldStart"],"argument":null}',
    '{"kind":"listen","more":1}',
    '{"kind":"acknowledge","sequence":"1"}',
    '['.repeat(10_000),
  ];

  it('that is none closes its socket, and no other', async () => {
    const host = await openHost();
    const good = await openWindow(host);
    const codes = await Promise.all(
      unreadable.map(async (text) => {
        const window = await openWindow(host);
        window.sendText(text);
        return window.closed();
      }),
    );
    expect([codes, (await good.call('readLicences')).ok]).toEqual([
      unreadable.map(() => 4400),
      true,
    ]);
  });

  it('in bytes instead of text closes its socket', async () => {
    const window = await openWindow(await openHost());
    window.socket.send(Buffer.from('{"kind":"listen"}'), { binary: true });
    expect(await window.closed()).toBe(4400);
  });

  it('that is too long closes its socket, and no other', async () => {
    const host = await openHost();
    const [good, bad] = [await openWindow(host), await openWindow(host)];
    bad.sendText('x'.repeat(mostMessageBytes + 1));
    expect([await bad.closed(), (await good.call('readLicences')).ok]).toEqual([1009, true]);
  });

  it('that acknowledges what was never sent does nothing', async () => {
    const window = await openWindow(await openHost());
    window.send({ kind: 'acknowledge', sequence: 7 });
    expect((await window.call('readLicences')).ok).toBe(true);
  });
});

const hasEvent =
  (type: string) =>
  ({ events }: StreamMessage): boolean =>
    events.some((event) => event.type === type);

describe('a window that listens', () => {
  it('gets a snapshot, then what changes', async () => {
    const host = await openHost();
    const window = await openWindow(host);
    window.listen();
    const snapshot = await window.next();
    window.acknowledge(snapshot);
    await window.call('setOnline', { isOnline: false });
    const changes = await window.nextWhere(
      (message) =>
        message.kind === 'changes' &&
        message.changes.some((change) => 'document' in change && change.document === 'world'),
    );
    expect([snapshot, changes]).toMatchObject([
      {
        kind: 'snapshot',
        sequence: 1,
        documents: {
          app: {
            host: 'browser',
            version: '1.2.3',
            previewOrigin: host.previewAddress,
            secretsNote: expect.stringMatching(/^Keys are kept for this session only/),
          },
        },
      },
      { kind: 'changes' },
    ]);
  });

  it('is not alone: each has a stream of its own', async () => {
    const host = await openHost();
    const windows = await Promise.all([openWindow(host), openWindow(host), openWindow(host)]);
    for (const window of windows) window.listen();
    for (const window of windows) window.acknowledge(await window.next());
    await windows[0].call('coldStart');
    const seen = await Promise.all(
      windows.map((window) => window.nextWhere(hasEvent('cold-started'))),
    );
    expect(seen.map(({ kind }) => kind)).toEqual(['changes', 'changes', 'changes']);
  });

  it('gets a new snapshot after it was loaded again, and changes from there', async () => {
    const host = await openHost();
    const before = await openWindow(host);
    before.listen();
    before.acknowledge(await before.next());
    before.socket.close();
    await once(before.socket, 'close');
    const after = await openWindow(host);
    await after.call('setRules', { rules: 'ios' });
    after.listen();
    const snapshot = await after.next();
    after.acknowledge(snapshot);
    await after.call('coldStart');
    const changes = await after.nextWhere(hasEvent('cold-started'));
    expect([snapshot, changes]).toMatchObject([
      { kind: 'snapshot', sequence: 1, documents: { world: { rules: 'ios' } } },
      { kind: 'changes' },
    ]);
  });

  it('and reads nothing of what it asks for is given up', async () => {
    const host = await openHost();
    const [good, bad] = [await openWindow(host), await openWindow(host)];
    bad.socket.pause();
    // Each is answered with everything that there is.
    for (let count = 0; count < 20_000; count += 1) bad.listen();
    const closed = bad.closed();
    expect((await good.call('readLicences')).ok).toBe(true);
    bad.socket.resume();
    expect(await closed).toBe(1006);
  });

  it('and is slow is sent nothing until it is ready, and then all at once', async () => {
    const host = await openHost();
    const [slow, quick] = [await openWindow(host), await openWindow(host)];
    slow.listen();
    const snapshot = await slow.next();
    quick.listen();
    quick.acknowledge(await quick.next());
    for (const user of ['one', 'two', 'three']) await quick.call('switchUser', { user });
    await quick.nextWhere(
      ({ events }) => events.filter(({ type }) => type === 'identity-changed').length > 0,
    );
    // An answer comes behind whatever was sent before it.
    await slow.call('readLicences');
    const meanwhile = slow.waiting();
    slow.acknowledge(snapshot);
    const changes = await slow.next();
    expect({
      meanwhile,
      kind: changes.kind,
      users: changes.events.filter(({ type }) => type === 'identity-changed').length,
      identities:
        changes.kind === 'changes'
          ? changes.changes.flatMap((change) =>
              'document' in change && change.document === 'identity' ? [change.value.user] : [],
            )
          : [],
    }).toEqual({ meanwhile: 0, kind: 'changes', users: 3, identities: ['three'] });
  });

  it('may begin again on the same socket', async () => {
    const window = await openWindow(await openHost());
    window.listen();
    await window.next();
    window.listen();
    expect(await window.next()).toMatchObject({ kind: 'snapshot', sequence: 1 });
  });
});

describe('the end', () => {
  it('closes every socket and both ports', async () => {
    const host = await openHost();
    const windows = [await openWindow(host), await openWindow(host)];
    const closed = Promise.all(windows.map((window) => window.closed()));
    await host.close();
    await closed;
    await expect(fetch(host.windowOrigin)).rejects.toThrow();
    await expect(fetch(host.previewAddress)).rejects.toThrow();
  });
});
