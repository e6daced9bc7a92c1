import { WebSocket } from 'ws';
import { isCallName } from '../../../shared/contract/calls.ts';
import { type Outcome, problem } from '../../../shared/contract/outcome.ts';
import {
  type HostMessage,
  type WindowMessage,
  closeCodes,
  windowMessageSchema,
} from '../../../shared/contract/socket.ts';
import type { App } from '../../app/app.ts';
import type { Listener } from '../../app/broadcast.ts';

/** What a window may use of the app. */
export type WindowApp = Pick<App, 'call' | 'listen'>;

/** No window asks for so much at once; one that does is broken. */
const mostCallsAtOnce = 1_000;

/** No window leaves so much unread; one that does takes the memory of all. */
const mostUnreadBytes = 64_000_000;

const read = (text: string): WindowMessage | null => {
  try {
    const parsed = windowMessageSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

const failed = problem(
  'internal',
  'Something in the app itself went wrong, and this was not done.',
);

/** Speaks with one window for as long as its socket is open; `token` is for its next time. */
export const connectWindow = (socket: WebSocket, app: WindowApp, token: string | null): void => {
  let listener: Listener | null = null;
  let calls = 0;

  const send = (message: HostMessage): void => {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (socket.bufferedAmount > mostUnreadBytes) socket.terminate();
    else socket.send(JSON.stringify(message));
  };

  const listen = (): void => {
    listener?.close();
    listener = app.listen((message) => {
      send({ kind: 'stream', message });
    });
  };

  const outcomeOf = async (name: string, argument: unknown): Promise<Outcome<unknown>> => {
    // Only what the contract names is ever called; the name is no key of anything.
    if (!isCallName(name)) return problem('bad-argument', `There is no call ${name}.`);
    if (calls > mostCallsAtOnce)
      return problem('refused', 'The window asks for more than can be answered at once.');
    // A message without an argument means the one that stands for none.
    return app.call(name, argument ?? null);
  };

  const call = async (id: number, name: string, argument: unknown): Promise<void> => {
    calls += 1;
    const outcome = await outcomeOf(name, argument).catch(() => failed);
    calls -= 1;
    send({ kind: 'outcome', id, outcome });
  };

  const take = (message: WindowMessage): void => {
    switch (message.kind) {
      case 'call':
        void call(message.id, message.name, message.argument);
        return;
      case 'listen':
        listen();
        return;
      case 'acknowledge':
        listener?.acknowledge(message.sequence);
    }
  };

  send({ kind: 'welcome', token });
  socket.on('message', (data, isBinary) => {
    const message = isBinary ? null : read((data as Buffer).toString('utf8'));
    if (message === null) socket.close(closeCodes.unreadable, 'This is no message of a window.');
    else if (socket.readyState === WebSocket.OPEN) take(message);
  });
  socket.on('close', () => {
    listener?.close();
    listener = null;
  });
  // One that is too long, or is no WebSocket any more: the socket is closed after this.
  socket.on('error', () => undefined);
};
