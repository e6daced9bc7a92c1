import type { Bridge, CallMethods } from '../../shared/contract/bridge.ts';
import { type CallName, callNames, contract } from '../../shared/contract/calls.ts';
import { type Outcome, outcomeOf, problem } from '../../shared/contract/outcome.ts';
import type { WindowMessage } from '../../shared/contract/socket.ts';
import { messages } from '../messages.ts';
import type { ConnectionStatus } from './connection-status.ts';
import { type SocketLink, type SocketLinkOptions, openSocketLink } from './socket-link.ts';

export interface SocketBridgeOptions extends Pick<
  SocketLinkOptions,
  'connect' | 'onToken' | 'pauseMs'
> {
  readonly onStatus: (status: ConnectionStatus) => void;
  /** How long a call waits for a connection before it is given up. */
  readonly patienceMs?: number;
}

/** A bridge that can be left, as a test has to. */
export interface SocketBridge extends Bridge {
  close(): void;
}

const gone = problem('gone', messages.connection.unreachable);
const interrupted = problem('gone', messages.connection.interrupted);
const unusable = problem('internal', messages.connection.unusable);

/** A call that was not answered yet. */
interface Pending {
  readonly name: CallName;
  readonly message: WindowMessage;
  readonly settle: (outcome: Outcome<unknown>) => void;
  /** Runs while it waits for a connection; null: it was sent. */
  timer: ReturnType<typeof setTimeout> | null;
}

/** The calls of one window, whatever becomes of the connection meanwhile. */
class Calls {
  readonly #pending = new Map<number, Pending>();
  readonly #patienceMs: number;
  #next = 1;

  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs;
  }

  make(name: CallName, argument: unknown, link: SocketLink): Promise<Outcome<unknown>> {
    const id = this.#next;
    this.#next += 1;
    return new Promise((settle) => {
      const message: WindowMessage = { kind: 'call', id, name, argument: argument ?? null };
      const isSent = link.send(message);
      const timer = isSent ? null : this.#giveUpLater(id);
      this.#pending.set(id, { name, message, settle, timer });
    });
  }

  /** There is a connection: what waited for one is sent. */
  sendWaiting(link: SocketLink): void {
    for (const pending of this.#pending.values()) {
      if (pending.timer === null || !link.send(pending.message)) continue;
      clearTimeout(pending.timer);
      pending.timer = null;
    }
  }

  /** The connection is lost: what was sent may have been done or not. */
  interrupt(): void {
    for (const [id, { timer }] of this.#pending) if (timer === null) this.#end(id, interrupted);
  }

  giveUp(): void {
    for (const id of this.#pending.keys()) this.#end(id, gone);
  }

  answer(id: number, outcome: unknown): void {
    const name = this.#pending.get(id)?.name;
    if (name === undefined) return;
    const parsed = outcomeOf<unknown>(contract[name].result).safeParse(outcome);
    this.#end(id, parsed.success ? parsed.data : unusable);
  }

  #end(id: number, outcome: Outcome<unknown>): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    this.#pending.delete(id);
    if (pending.timer !== null) clearTimeout(pending.timer);
    pending.settle(outcome);
  }

  #giveUpLater(id: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      this.#end(id, gone);
    }, this.#patienceMs);
  }
}

/** The bridge as a browser gets it: over a socket that is opened again whenever it is lost. */
export const createSocketBridge = (options: SocketBridgeOptions): SocketBridge => {
  const { connect, pauseMs, onStatus, onToken, patienceMs = 5_000 } = options;
  const calls = new Calls(patienceMs);
  let listener: ((message: unknown) => void) | null = null;

  const link = openSocketLink({
    connect,
    onToken,
    ...(pauseMs === undefined ? {} : { pauseMs }),
    onStatus: (status) => {
      if (status === 'connected') {
        if (listener !== null) link.send({ kind: 'listen' });
        calls.sendWaiting(link);
      } else if (status === 'lost') calls.interrupt();
      else if (status === 'refused') calls.giveUp();
      onStatus(status);
    },
    onMessage: (message) => {
      if (message.kind === 'stream') listener?.(message.message);
      else if (message.kind === 'outcome') calls.answer(message.id, message.outcome);
    },
  });

  const methods = Object.fromEntries(
    callNames.map((name) => [name, (argument: unknown) => calls.make(name, argument, link)]),
  ) as unknown as CallMethods;

  return Object.freeze({
    ...methods,
    listen: (onMessage: (message: unknown) => void) => {
      listener = onMessage;
      link.send({ kind: 'listen' });
    },
    acknowledge: (sequence: number) => void link.send({ kind: 'acknowledge', sequence }),
    // A page in a browser has no menu of ours around it.
    onCommand: () => undefined,
    close: () => {
      link.close();
      calls.giveUp();
    },
  });
};
