import {
  type ConnectFault,
  type FaultKind,
  type Pace,
  type RequestScope,
  type RequestSubject,
  type SocketFault,
  type Target,
  appliesTo,
  defaultPace,
  flakyShare,
  isConnectFault,
} from '../../shared/faults.ts';
import { type Encounter, createEncounters } from './encounters.ts';
import { type Layer, Layers } from './layers.ts';
import { type WaitingRequest, createWaitingRoom } from './waiting-room.ts';

export interface FaultRule {
  readonly target: Target;
  readonly kind: FaultKind;
  /** How often it applies; undefined: until it is healed. */
  readonly times?: number;
  /** Of `flaky`: which share of requests fails; undefined: `flakyShare`. */
  readonly share?: number;
}

/** One thing that is broken on purpose, with all that is to be said of it. */
export interface ActiveFault {
  /** Names it, for whoever ends it alone. */
  readonly id: number;
  readonly how: 'fail' | 'slow' | 'hold';
  readonly target: Target;
  /** Of what fails. */
  readonly kind: FaultKind | null;
  /** Of what is flaky. */
  readonly share: number | null;
  /** Of what is slow. */
  readonly pace: Pace | null;
  /** How often it still applies; null: until it is healed. */
  readonly times: number | null;
}

/** What every request of a scope meets until it is healed. */
export interface ScopeState {
  readonly kind: FaultKind | null;
  readonly pace: Pace | null;
  readonly isHeld: boolean;
}

/** What is broken on purpose, in one place for the client that connects and for the backend. */
export interface FaultRegistry {
  setOnline(isOnline: boolean): void;
  isOnline(): boolean;
  fail(rule: FaultRule): void;
  slow(target: Target, pace: Pace): void;
  hold(target: Target): void;
  /** Ends the holds for these; without a target, for all. */
  release(target?: Target): void;
  /** Ends faults and slowness for these; without a target, for all. Holds stay. */
  heal(target?: Target): void;
  /** What keeps this request from reaching the backend; asking uses up one of its times. */
  takeConnectFault(subject: RequestSubject): ConnectFault | null;
  /** Which share of requests like this one a `flaky` fault makes fail; ask before the fault is taken. */
  shareOf(subject: RequestSubject): number;
  /** What the backend does to this request; asking uses up one of its times. */
  takeSocketFault(subject: RequestSubject): SocketFault | number | null;
  /** How slowly this request is answered; asking uses up one of its times. */
  takePace(subject: RequestSubject): Pace | null;
  isHeld(subject: RequestSubject): boolean;
  /** Waits until it is not held any more; `go` is not called once the returned function was. */
  wait(subject: RequestSubject, since: number, go: () => void): () => void;
  /** Lets one request go that waits, while the hold stays for the others. */
  letGo(request: number): void;
  /** What waits, the longest first. */
  waiting(): readonly WaitingRequest[];
  /** It got through the fault that was taken for it. */
  spare(subject: RequestSubject): void;
  /** What a request of the kind met on purpose since this was last asked. */
  takeEncounter(subject: RequestSubject): Encounter | null;
  /** Ends one fault, slowness or hold alone; the older ones below it apply again. */
  end(id: number): void;
  stateOf(scope: RequestScope): ScopeState;
  /** Everything that is on, the oldest first. */
  list(): readonly ActiveFault[];
  /** Whether every request of the scope is refused: its listener is closed then. */
  isRefused(scope: RequestScope): boolean;
  /** Calls back after every change, until the returned function is called. */
  onChange(listener: () => void): () => void;
  active(): readonly FaultRule[];
  /** What waits until it is released. */
  held(): readonly Target[];
}

interface Failing {
  readonly kind: FaultKind;
  readonly share?: number;
}

const ruleOf = ({ target, timesLeft }: Layer<unknown>, kind: FaultKind): FaultRule =>
  timesLeft === Infinity ? { target, kind } : { target, kind, times: timesLeft };

const activeOf = (
  { id, target, timesLeft }: Layer<unknown>,
  how: ActiveFault['how'],
  parts: Partial<ActiveFault> = {},
): ActiveFault => {
  const times = timesLeft === Infinity ? null : timesLeft;
  return { id, how, target, kind: null, share: null, pace: null, times, ...parts };
};

const failingOf = (layer: Layer<Failing>): ActiveFault => {
  const { kind = null, share = flakyShare } = layer.value ?? {};
  return activeOf(layer, 'fail', { kind, share: kind === 'flaky' ? share : null });
};

const byId = (one: ActiveFault, other: ActiveFault): number => one.id - other.id;

export const createFaultRegistry = (): FaultRegistry => {
  let lastId = 0;
  const nextId = (): number => (lastId += 1);
  const faults = new Layers<Failing>(nextId, ({ kind }, scope) => appliesTo(kind, scope));
  const paces = new Layers<Pace>(nextId);
  const holds = new Layers<true>(nextId);
  const encounters = createEncounters();
  const room = createWaitingRoom();
  const listeners = new Set<() => void>();
  let online = true;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  const isHeld = (subject: RequestSubject): boolean => holds.find(subject)?.value === true;

  const changed = (): void => {
    tell();
    // By then everybody knows what the requests meet that go on now.
    if (room.letGo(({ subject }) => !isHeld(subject)) > 0) tell();
  };

  const take = <T>(layer: Layer<T> | null, subject: RequestSubject, met: Encounter): T | null => {
    if (layer?.value === undefined || layer.value === null) return null;
    encounters.note(subject, met);
    layer.timesLeft -= 1;
    if (layer.timesLeft === 0) changed();
    return layer.value;
  };

  const takeFault = (
    subject: RequestSubject,
    fits: (kind: FaultKind) => boolean,
  ): FaultKind | null =>
    take(
      faults.find(subject, ({ kind }) => fits(kind)),
      subject,
      'broken',
    )?.kind ?? null;

  const wouldFailAtConnect = (subject: RequestSubject): boolean => {
    const kind = faults.find(subject)?.value?.kind;
    return kind !== undefined && isConnectFault(kind);
  };

  return Object.freeze({
    setOnline: (isOnline: boolean) => {
      online = isOnline;
      changed();
    },
    isOnline: () => online,
    fail: ({ target, kind, times, share }: FaultRule) => {
      if (kind === 'slow') paces.put(target, defaultPace, times);
      else faults.put(target, share === undefined ? { kind } : { kind, share }, times);
      changed();
    },
    slow: (target: Target, pace: Pace) => {
      paces.put(target, pace);
      changed();
    },
    hold: (target: Target) => {
      holds.put(target, true);
      changed();
    },
    release: (target?: Target) => {
      if (target === undefined) holds.clear();
      else holds.put(target, null);
      changed();
    },
    heal: (target?: Target) => {
      for (const layers of [faults, paces])
        if (target === undefined) layers.clear();
        else layers.put(target, null);
      changed();
    },
    end: (id: number) => {
      for (const layers of [faults, paces, holds]) layers.remove(id);
      changed();
    },
    takeConnectFault: (subject: RequestSubject) => {
      if (!online) {
        encounters.note(subject, 'broken');
        return 'offline' as const;
      }
      if (!wouldFailAtConnect(subject)) return null;
      const kind = takeFault(subject, isConnectFault);
      return kind !== null && isConnectFault(kind) ? kind : null;
    },
    shareOf: (subject: RequestSubject) => faults.find(subject)?.value?.share ?? flakyShare,
    takeSocketFault: (subject: RequestSubject) => {
      const kind = takeFault(subject, (candidate) => !isConnectFault(candidate));
      return kind === null || isConnectFault(kind) ? null : kind;
    },
    takePace: (subject: RequestSubject) => take(paces.find(subject), subject, 'delayed'),
    isHeld,
    wait: (subject: RequestSubject, since: number, go: () => void) => {
      encounters.note(subject, 'delayed');
      const leave = room.enter(subject, since, go);
      tell();
      return () => {
        leave();
        tell();
      };
    },
    letGo: (request: number) => {
      room.letGo(({ id }) => id === request);
      changed();
    },
    waiting: () => room.list(),
    spare: (subject: RequestSubject) => {
      encounters.spare(subject);
    },
    takeEncounter: (subject: RequestSubject) => encounters.take(subject),
    isRefused: (scope: RequestScope) => {
      // A rule above it, also one for a single workflow, lets requests through again.
      const top = faults.top(scope);
      return (
        top?.value?.kind === 'refused' && top.target.id === undefined && top.timesLeft === Infinity
      );
    },
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    active: () => [
      ...faults.active().map((layer) => ruleOf(layer, layer.value?.kind ?? 'slow')),
      ...paces.active().map((layer) => ruleOf(layer, 'slow')),
    ],
    held: () => holds.active().map(({ target }) => target),
    stateOf: (scope: RequestScope) => ({
      kind: faults.lasting(scope)?.kind ?? null,
      pace: paces.lasting(scope),
      isHeld: holds.lasting(scope) === true,
    }),
    list: () =>
      [
        ...faults.active().map(failingOf),
        ...paces.active().map((layer) => activeOf(layer, 'slow', { pace: layer.value })),
        ...holds.active().map((layer) => activeOf(layer, 'hold')),
      ].toSorted(byId),
  });
};
