import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Outcome } from '../../../../shared/contract/outcome.ts';
import { type HostMessage, protocolsFor, socketPath } from '../../../../shared/contract/socket.ts';
import type { StreamMessage } from '../../../../shared/contract/stream.ts';
import type { TestHost } from './test-host.ts';

export interface Knock {
  readonly token?: string;
  /** Null: none is sent. */
  readonly origin?: string | null;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where to connect; the window's server if it is left out. */
  readonly at?: string;
}

const knock = (host: TestHost, how: Knock): WebSocket => {
  const { token = host.token, origin = host.windowOrigin, path = socketPath } = how;
  const at = (how.at ?? host.windowOrigin).replace(/^http/, 'ws');
  const socket = new WebSocket(`${at}${path}`, protocolsFor(token), {
    ...(origin === null ? {} : { origin }),
    headers: { ...how.headers },
  });
  onTestFinished(() => {
    socket.terminate();
  });
  return socket;
};

/** How it ends when somebody asks for a socket: the status of the answer, or the code it is closed with. */
export const knockAt = (host: TestHost, how: Knock): Promise<number> =>
  new Promise((resolve) => {
    const socket = knock(host, how);
    socket.on('error', () => undefined);
    socket.once('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
    });
    socket.once('close', resolve);
    // Only a socket that answers a call is really open.
    socket.once('open', () => {
      socket.send(JSON.stringify({ kind: 'call', id: 1, name: 'readLicences', argument: null }));
    });
    socket.on('message', (data) => {
      if ((data as Buffer).toString('utf8').includes('"outcome"')) resolve(101);
    });
  });

/** A window, as far as the host sees it. */
export class TestWindow {
  readonly socket: WebSocket;
  readonly #messages: HostMessage[] = [];
  #waiting: (() => void)[] = [];
  #ids = 0;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data) => {
      this.#messages.push(JSON.parse((data as Buffer).toString('utf8')) as HostMessage);
      for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  sendText(text: string): void {
    this.socket.send(text);
  }

  send(message: unknown): void {
    this.sendText(JSON.stringify(message));
  }

  listen(): void {
    this.send({ kind: 'listen' });
  }

  acknowledge({ sequence }: StreamMessage): void {
    this.send({ kind: 'acknowledge', sequence });
  }

  async call(name: string, argument: unknown = null): Promise<Outcome<unknown>> {
    this.#ids += 1;
    const id = this.#ids;
    this.send({ kind: 'call', id, name, argument });
    const message = await this.#take((one) => one.kind === 'outcome' && one.id === id);
    if (message.kind !== 'outcome') throw new Error('This is no outcome.');
    return message.outcome;
  }

  /** What it is greeted with. */
  welcome(): Promise<HostMessage> {
    return this.#take(({ kind }) => kind === 'welcome');
  }

  /** The next message of the stream, without an acknowledgement. */
  async next(): Promise<StreamMessage> {
    const message = await this.#take(({ kind }) => kind === 'stream');
    if (message.kind !== 'stream') throw new Error('This is no message of the stream.');
    return message.message;
  }

  /** Acknowledges what comes until something fits. */
  async nextWhere(fits: (message: StreamMessage) => boolean): Promise<StreamMessage> {
    for (;;) {
      const message = await this.next();
      if (fits(message)) return message;
      this.acknowledge(message);
    }
  }

  /** How many messages of the stream are here and were not taken. */
  waiting(): number {
    return this.#messages.filter(({ kind }) => kind === 'stream').length;
  }

  async closed(): Promise<number> {
    const [code] = (await once(this.socket, 'close')) as [number];
    return code;
  }

  async #take(fits: (message: HostMessage) => boolean): Promise<HostMessage> {
    for (;;) {
      const index = this.#messages.findIndex(fits);
      const [message] = index < 0 ? [] : this.#messages.splice(index, 1);
      if (message !== undefined) return message;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }
}

export const openWindow = async (host: TestHost): Promise<TestWindow> => {
  const window = new TestWindow(knock(host, {}));
  window.socket.on('error', () => undefined);
  await once(window.socket, 'open');
  return window;
};
