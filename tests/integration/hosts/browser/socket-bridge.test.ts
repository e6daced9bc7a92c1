import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { ConnectionStatus } from '../../../../renderer/bridge/connection-status.ts';
import {
  type SocketBridge,
  type SocketBridgeOptions,
  createSocketBridge,
} from '../../../../renderer/bridge/socket-bridge.ts';
import type { SocketEvents } from '../../../../renderer/bridge/socket-link.ts';
import { protocolsFor, socketPath } from '../../../../shared/contract/socket.ts';
import { type StreamMessage, streamMessageSchema } from '../../../../shared/contract/stream.ts';
import { type TestHost, openHost } from './test-host.ts';

interface TestPage {
  readonly bridge: SocketBridge;
  readonly statuses: readonly ConnectionStatus[];
  readonly messages: readonly StreamMessage[];
  /** Waits until it holds; only what this page hears can make it so. */
  until(holds: () => boolean): Promise<void>;
  /** Cuts the connection, as a network does. */
  cut(): void;
}

/** The bridge of a page, over real sockets. */
const openPage = (
  { windowOrigin, token }: Pick<TestHost, 'windowOrigin' | 'token'>,
  more: Partial<SocketBridgeOptions> = {},
): TestPage => {
  let socket: WebSocket | null = null;
  let key = token;
  const statuses: ConnectionStatus[] = [];
  const messages: StreamMessage[] = [];
  let waiting: (() => void)[] = [];

  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    for (const go of woken) go();
  };

  const connect = (events: SocketEvents): WebSocket => {
    const url = `${windowOrigin.replace(/^http/, 'ws')}${socketPath}`;
    const opened = new WebSocket(url, protocolsFor(key), { origin: windowOrigin });
    opened.on('error', () => undefined);
    opened.on('close', events.onClose);
    opened.on('message', (data) => {
      events.onText((data as Buffer).toString('utf8'));
    });
    socket = opened;
    return opened;
  };

  const bridge = createSocketBridge({
    connect,
    pauseMs: () => 1,
    onToken: (another) => (key = another),
    onStatus: (status) => {
      statuses.push(status);
      wake();
    },
    ...more,
  });
  onTestFinished(() => {
    bridge.close();
  });
  bridge.listen((message) => {
    const parsed = streamMessageSchema.parse(message);
    messages.push(parsed);
    bridge.acknowledge(parsed.sequence);
    wake();
  });
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  return { bridge, statuses, messages, until, cut: () => socket?.terminate() };
};

const snapshots = ({ messages }: TestPage): readonly StreamMessage[] =>
  messages.filter(({ kind }) => kind === 'snapshot');

describe('the bridge in a browser', () => {
  it('makes calls before it is connected, and checks what they end with', async () => {
    const { bridge, statuses } = openPage(await openHost());
    expect({
      outcomes: [
        await bridge.setOnline({ isOnline: false }),
        await bridge.getWorkflow({ id: 'no-such-offering' }),
        await bridge.readWorkflow({ id: 'a', bodyHash: 'b' }),
      ],
      statuses,
    }).toMatchObject({
      outcomes: [
        { ok: true, value: null },
        { ok: true, value: { status: 'error' } },
        { ok: false, problem: { code: 'not-found' } },
      ],
      statuses: ['connected'],
    });
  });

  it('connects again by itself after the connection was lost, and begins with a snapshot', async () => {
    const page = openPage(await openHost());
    await page.until(() => snapshots(page).length === 1);
    page.cut();
    await page.until(() => snapshots(page).length === 2);
    await page.bridge.setRules({ rules: 'android' });
    await page.until(() => page.messages.at(-1)?.kind === 'changes');
    expect(page.statuses).toEqual(['connected', 'lost', 'connected']);
  });

  it('waits with calls for the connection to come back', async () => {
    const page = openPage(await openHost());
    await page.until(() => page.statuses.includes('connected'));
    page.cut();
    await page.until(() => page.statuses.includes('lost'));
    expect(await page.bridge.setOnline({ isOnline: true })).toEqual({ ok: true, value: null });
  });

  it('says that it is gone where nobody comes back in time', async () => {
    const host = await openHost();
    const page = openPage(host, { patienceMs: 20 });
    await page.until(() => page.statuses.includes('connected'));
    await host.close();
    await page.until(() => page.statuses.includes('lost'));
    expect(await page.bridge.coldStart(null)).toMatchObject({
      ok: false,
      problem: { code: 'gone', message: expect.stringContaining('nothing was done') },
    });
  });

  it('does not know what became of a call that was under way when the connection was lost', async () => {
    const page = openPage(await openHost());
    await page.bridge.fail({ target: { what: 'detail' }, kind: 'timeout' });
    const waiting = page.bridge.getWorkflow({ id: 'default' });
    page.cut();
    expect(await waiting).toMatchObject({
      ok: false,
      problem: { code: 'gone', message: expect.stringContaining('not known whether it was done') },
    });
  });

  it('gives up for good where its token is of an app of before', async () => {
    const { windowOrigin } = await openHost();
    const page = openPage({ windowOrigin, token: 'of-before' });
    await page.until(() => page.statuses.length > 0);
    expect(page.statuses).toEqual(['refused']);
  });

  it('that came with a ticket is told the token, and connects again with that', async () => {
    const host = await openHost();
    const ticket = new URL(host.makeAddressForOnce()).hash.replace('#token=', '');
    const page = openPage({ windowOrigin: host.windowOrigin, token: ticket });
    await page.until(() => page.statuses.includes('connected'));
    page.cut();
    await page.until(() => page.statuses.length === 3);
    expect(page.statuses).toEqual(['connected', 'lost', 'connected']);
  });

  it('gives up for good where the page has no token', async () => {
    const page = openPage(await openHost(), { connect: () => null, patienceMs: 20 });
    expect([await page.bridge.coldStart(null), page.statuses]).toMatchObject([
      { ok: false, problem: { code: 'gone' } },
      ['refused'],
    ]);
  });
});
