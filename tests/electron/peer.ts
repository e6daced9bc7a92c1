import { messageOf } from '../../shared/error-text.ts';
/** Calls by name, each with one argument; whether they answer at once or later is theirs. */
type Calls<Names> = { readonly [Name in keyof Names]: (argument: never) => unknown };
type Argument<Call> = Call extends (argument: infer A) => unknown ? A : never;
type Answer<Call> = Call extends (argument: never) => infer R ? Awaited<R> : never;

/** Structured clones in both directions, in order. */
export interface Channel {
  readonly send: (message: unknown) => void;
  readonly onMessage: (hear: (message: unknown) => void) => void;
}

/** The other process, as far as it can be called. */
export interface Peer<Remote extends Calls<Remote>> {
  call<Name extends keyof Remote & string>(
    name: Name,
    argument: Argument<Remote[Name]>,
  ): Promise<Answer<Remote[Name]>>;
  /** Nobody waits for it, and an error is nobody's. */
  tell<Name extends keyof Remote & string>(name: Name, argument: Argument<Remote[Name]>): void;
  /** The other process is gone: who waits for an answer gets none. */
  end(): void;
}

type Message =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly name: string;
      readonly argument: unknown;
    }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly message: string };

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** Connects two processes that call each other; calls are begun in the order in which they were made. */
export const connectPeer = <Remote extends Calls<Remote>, Local extends Calls<Local>>(
  channel: Channel,
  local: Local,
): Peer<Remote> => {
  const waiting = new Map<number, Waiting>();
  let isOver = false;
  let last = 0;

  const send = (message: Message): void => {
    if (!isOver) channel.send(message);
  };

  const act = async (name: string, argument: unknown): Promise<unknown> => {
    if (!Object.hasOwn(local, name)) throw new Error(`There is no call ${name}.`);
    return (local[name as keyof Local] as (given: never) => unknown)(argument as never);
  };

  const settle = (id: number, how: (one: Waiting) => void): void => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (one !== undefined) how(one);
  };

  channel.onMessage((heard) => {
    const message = heard as Message;
    if (message.kind === 'answer')
      settle(message.id, ({ resolve }) => resolve(message.value as never));
    else if (message.kind === 'error')
      settle(message.id, ({ reject }) => reject(new Error(message.message)));
    else {
      const { id, name, argument } = message;
      act(name, argument).then(
        (value) => send({ kind: 'answer', id, value }),
        (error: unknown) => send({ kind: 'error', id, message: messageOf(error) }),
      );
    }
  });

  const call: Peer<Remote>['call'] = (name, argument) =>
    new Promise((resolve, reject) => {
      if (isOver) {
        reject(new Error('The other process is gone.'));
        return;
      }
      last += 1;
      waiting.set(last, { resolve, reject });
      send({ kind: 'call', id: last, name, argument });
    });

  return Object.freeze({
    call,
    tell: (name, argument) => {
      call(name, argument).catch(() => {});
    },
    end: () => {
      isOver = true;
      for (const { reject } of waiting.values()) reject(new Error('The other process is gone.'));
      waiting.clear();
    },
  } satisfies Peer<Remote>);
};
