import { onTestFinished } from 'vitest';
import { createGeneratedProject } from '../../../main/backend/generated-project.ts';
import type { ListenerLimits } from '../../../main/backend/listener.ts';
import { seededRandom } from '../../../main/clock/random.ts';
import { type VirtualClock, createVirtualClock } from '../../../main/clock/virtual-clock.ts';
import { createTimeline } from '../../../main/engine/timeline.ts';
import { type FaultRegistry, createFaultRegistry } from '../../../main/faults/registry.ts';
import type { Machine } from '../../../main/phone/own-hosts.ts';
import { createPhoneEvents } from '../../../main/phone/phone-events.ts';
import { type PhoneServer, openPhoneServer } from '../../../main/phone/phone-server.ts';
import type { PhoneWorld } from '../../../main/phone/phone-world.ts';
import { servedSource } from '../../../main/phone/served-source.ts';
import { appUserId } from '../../../shared/model/ids.ts';
import { packagesOnOffer } from '../../../shared/stage/circumstances.ts';
import { defaultStage } from '../../../shared/stage/set-up.ts';
import type { TimelineEvent } from '../../../shared/timeline.ts';
import { projectSpec } from '../../helpers/specs.ts';
import {
  type RawAnswer,
  type RawConnection,
  openRaw,
  parseAnswer,
  until,
} from '../backend/raw-client.ts';

export const startOfTime = 1_700_000_000_000;

interface Asking {
  readonly method?: string;
  readonly host?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
}

export interface PhoneLab {
  readonly server: PhoneServer;
  readonly origin: string;
  readonly faults: FaultRegistry;
  readonly clock: VirtualClock;
  /** Puts another session in the place of the one that answers; null: none. */
  setWorld(world: PhoneWorld | null): void;
  readonly world: PhoneWorld;
  /** Sends a request on a connection of its own, and does not wait. */
  send(target: string, asking?: Asking): RawConnection;
  ask(target: string, asking?: Asking): Promise<RawAnswer>;
  events(): readonly TimelineEvent[];
  /** Waits until so many requests were told to have ended. */
  ended(count: number): Promise<readonly TimelineEvent[]>;
}

/** A machine with one address, so that no test depends on where it runs. */
export const testMachine: Machine = {
  addresses: () => ['192.168.7.9', 'fd00::9'],
  name: () => 'Desk',
};

export const requestOf = (target: string, origin: string, asking: Asking = {}): string => {
  const { method = 'GET', host = new URL(origin).host, headers = [], body } = asking;
  return [
    `${method} ${target} HTTP/1.1`,
    `Host: ${host}`,
    'Authorization: Bearer canary_key',
    ...headers,
    ...(body === undefined ? [] : [`Content-Length: ${String(Buffer.byteLength(body))}`]),
    '',
    body ?? '',
  ].join('\r\n');
};

export const openWorld = (): PhoneWorld & {
  readonly clock: VirtualClock;
  readonly told: () => readonly TimelineEvent[];
} => {
  const clock = createVirtualClock(startOfTime);
  const timeline = createTimeline(1_000);
  const origin = { user: appUserId('ana'), generation: 1, rules: 'recommended' } as const;
  return {
    clock,
    faults: createFaultRegistry(),
    events: createPhoneEvents((facts) => timeline.record(facts, clock.now(), origin)),
    source: servedSource(createGeneratedProject(projectSpec), clock, (packages) =>
      packagesOnOffer(packages, 'Test', defaultStage).map(({ product }) => product),
    ),
    told: () => timeline.since(1),
  };
};

/** A phone that is served, on a port of its own; closed when the test is over. */
export const openPhoneLab = async (
  limits: Partial<ListenerLimits> & { readonly stallMs?: number } = {},
): Promise<PhoneLab> => {
  const own = openWorld();
  let world: PhoneWorld | null = own;
  const server = await openPhoneServer({
    port: 0,
    reach: 'machine',
    world: () => world,
    machine: testMachine,
    random: seededRandom(1),
    onChange: () => undefined,
    onLost: () => undefined,
    limits,
    ...(limits.stallMs === undefined ? {} : { stallMs: limits.stallMs }),
  });
  onTestFinished(() => server.close());
  const origin = `http://127.0.0.1:${String(server.port)}`;

  const send = (target: string, asking: Asking = {}): RawConnection => {
    const connection = openRaw(origin);
    onTestFinished(() => connection.leave());
    connection.send(requestOf(target, origin, asking));
    return connection;
  };

  return {
    server,
    origin,
    faults: own.faults,
    clock: own.clock,
    world: own,
    setWorld: (next) => {
      world = next;
    },
    send,
    ask: async (target, asking) => {
      const connection = send(target, asking);
      await until(
        () => parseAnswer(connection.received()) !== null || connection.ending() !== null,
      );
      const answer = parseAnswer(connection.received());
      connection.leave();
      if (answer === null) throw new Error(`no answer: ${connection.ending() ?? ''}`);
      return answer;
    },
    events: own.told,
    ended: async (count) => {
      const ends = () => own.told().filter(({ type }) => type === 'phone-answered');
      await until(() => ends().length >= count);
      return ends();
    },
  };
};

export const offeringsPath = '/v1/subscribers/bo/offerings';
export const listPath = '/v1/subscribers/bo/workflows?type=paywall';
export const detailPath = (id: string): string => `/v1/subscribers/bo/workflows/${id}`;
