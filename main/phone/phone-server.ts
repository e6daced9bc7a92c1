import type { Reach } from '../../shared/contract/phone.ts';
import { type RequestScope, requestScopes } from '../../shared/faults.ts';
import { BackendError } from '../backend/backend-error.ts';
import { createGate } from '../backend/gate.ts';
import { type Listener, type ListenerLimits, openListener } from '../backend/listener.ts';
import { createActivity } from '../clock/activity.ts';
import type { Random } from '../clock/random.ts';
import { type Machine, createHostCheck } from './own-hosts.ts';
import type { PhoneEnding } from './phone-events.ts';
import type { AskedFor } from './phone-routes.ts';
import { createPhoneServing } from './phone-serving.ts';
import type { PhoneWorld } from './phone-world.ts';

/** A request as windows are told of it. */
export interface PhoneRequest {
  readonly at: number;
  readonly method: string;
  readonly asked: AskedFor;
  /** Null: it is under way. */
  readonly ending: PhoneEnding | null;
}

/** A port that phones are served on, for as long as it is. */
export interface PhoneServer {
  readonly port: number;
  readonly reach: Reach;
  /** Whoever connects is refused, because of something that is broken on purpose. */
  isRefusing(): boolean;
  /** How many came in so far, and the newest of them. */
  requests(): { readonly count: number; readonly last: PhoneRequest | null };
  /** Another session answers from now on, or none: what is under way is ended. */
  worldChanged(): void;
  /** Ends everything that is under way. */
  close(): Promise<void>;
}

export interface PhoneServerOptions {
  readonly port: number;
  readonly reach: Reach;
  readonly world: () => PhoneWorld | null;
  readonly machine: Machine;
  readonly random: Random;
  /** Something that windows show is another one. */
  readonly onChange: () => void;
  /** Its port was lost while it was closed, and why. */
  readonly onLost: (error: unknown) => void;
  readonly limits?: Partial<ListenerLimits>;
  /** Whoever takes nothing of an answer for so long is left. */
  readonly stallMs?: number;
}

const phoneLimits: ListenerLimits = {
  connections: 100,
  headerBytes: 16_384,
  headersMs: 10_000,
  requestMs: 30_000,
  keepAliveMs: 60_000,
};

const phoneStallMs = 30_000;

const hosts: Readonly<Record<Reach, string>> = { machine: '127.0.0.1', network: '0.0.0.0' };

/** With a port that is closed a phone meets the very thing. */
const refusesAll = ({ faults }: PhoneWorld): boolean =>
  !faults.isOnline() || requestScopes.every((scope: RequestScope) => faults.isRefused(scope));

/** Listens at once; rejects with a `BackendError` where it cannot. */
export const openPhoneServer = async (options: PhoneServerOptions): Promise<PhoneServer> => {
  const { port, reach, machine, onChange } = options;
  let count = 0;
  let last: PhoneRequest | null = null;

  const watch = (asked: AskedFor, method: string) => {
    count += 1;
    const world = options.world();
    const say = world?.events.asked(asked, method);
    const own: PhoneRequest = { at: world?.clock.now() ?? 0, method, asked, ending: null };
    const number = count;
    last = own;
    onChange();
    return (ending: PhoneEnding) => {
      say?.(ending);
      if (number === count) last = { ...own, ending };
      onChange();
    };
  };

  let ownPort = port;
  const listener: Listener = await openListener({
    host: hosts[reach],
    port,
    limits: { ...phoneLimits, ...options.limits },
    onRequest: createPhoneServing({
      world: options.world,
      hostOf: createHostCheck(machine, () => ownPort),
      stallMs: options.stallMs ?? phoneStallMs,
      gate: createGate(() => count),
      random: options.random,
      activity: createActivity(),
      watch,
    }),
  });

  ownPort = listener.port;

  let isRefusing = false;
  let unfollow: () => void = () => undefined;

  const apply = (world: PhoneWorld): void => {
    const isWanted = refusesAll(world);
    if (isWanted === isRefusing) return;
    isRefusing = isWanted;
    world.events.turned(
      isRefusing ? 'Phones are refused, on purpose' : 'Phones are not refused any more',
    );
    listener.setOpen(!isRefusing);
    listener.settled().catch((error: unknown) => options.onLost(error));
    onChange();
  };

  const follow = (): void => {
    unfollow();
    const world = options.world();
    if (world === null) return;
    apply(world);
    unfollow = world.faults.onChange(() => apply(world));
  };

  follow();
  return Object.freeze({
    port: listener.port,
    reach,
    isRefusing: () => isRefusing,
    requests: () => ({ count, last }),
    worldChanged: () => {
      listener.endConnections();
      follow();
    },
    close: async () => {
      unfollow();
      await listener.close();
    },
  });
};

/** What hinders a phone from being served, and what can be done, in one sentence. */
export const phoneProblem = (error: unknown, port: number): string => {
  const code = error instanceof BackendError ? error.code : null;
  if (code === 'port-taken')
    return `Port ${port} is taken by another program: choose another port, or end that program.`;
  if (code === 'port-denied')
    return `Port ${port} may not be used by this app: choose one from 1024 on.`;
  return `Phones cannot be served on port ${port}: choose another port.`;
};
