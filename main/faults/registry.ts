import {
  type ConnectFault,
  type FaultKind,
  type Pace,
  type RequestScope,
  type RequestSubject,
  type SocketFault,
  type Target,
  appliesTo,
  covers,
  defaultPace,
  isConnectFault,
  matches,
  requestScopes,
} from '../../shared/faults.ts';

export interface FaultRule {
  readonly target: Target;
  readonly kind: FaultKind;
  /** How often it applies; undefined: until it is healed. */
  readonly times?: number;
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
  /** What the backend does to this request; asking uses up one of its times. */
  takeSocketFault(subject: RequestSubject): SocketFault | number | null;
  /** How slowly this request is answered; asking uses up one of its times. */
  takePace(subject: RequestSubject): Pace | null;
  isHeld(subject: RequestSubject): boolean;
  /** Whether every request of the scope is refused: its listener is closed then. */
  isRefused(scope: RequestScope): boolean;
  /** Calls back after every change, until the returned function is called. */
  onChange(listener: () => void): () => void;
  active(): readonly FaultRule[];
  /** What waits until it is released. */
  held(): readonly Target[];
}

/** A rule for some requests; null says that the older ones below it do not apply to these. */
interface Layer<T> {
  readonly target: Target;
  readonly value: T | null;
  timesLeft: number;
}

/** Whether it matches any request of the scope at all. */
const touches = (target: Target, scope: RequestScope): boolean =>
  matches(target, { scope, ids: target.id === undefined ? [] : [target.id] });

/** Rules on top of each other: for each request the newest that matches decides. */
class Layers<T> {
  readonly #applies: (value: T, scope: RequestScope) => boolean;
  #layers: Layer<T>[] = [];

  /** A rule decides nothing about scopes to which its value does not apply. */
  constructor(applies: (value: T, scope: RequestScope) => boolean = () => true) {
    this.#applies = applies;
  }

  put(target: Target, value: T | null, times = Infinity): void {
    const isLasting = times === Infinity;
    this.#layers = this.#layers.filter(
      // What is hidden can never decide again, unless the new rule is used up one day.
      (old) => old.timesLeft > 0 && !(isLasting && this.#isHidden(old, target, value)),
    );
    if (value === null && this.#layers.length === 0) return;
    this.#layers.push({ target, value, timesLeft: times });
  }

  clear(): void {
    this.#layers = [];
  }

  find(subject: RequestSubject, fits: (value: T) => boolean = () => true): Layer<T> | null {
    return (
      this.#layers.findLast(
        ({ target, value, timesLeft }) =>
          timesLeft > 0 &&
          matches(target, subject) &&
          this.#concerns(value, subject.scope) &&
          (value === null || fits(value)),
      ) ?? null
    );
  }

  /** The newest that touches the scope, whichever requests in it. */
  top(scope: RequestScope): Layer<T> | null {
    return (
      this.#layers.findLast(
        ({ target, value, timesLeft }) =>
          timesLeft > 0 && touches(target, scope) && this.#concerns(value, scope),
      ) ?? null
    );
  }

  active(): readonly Layer<T>[] {
    return this.#layers.filter(({ value, timesLeft }) => value !== null && timesLeft > 0);
  }

  #concerns(value: T | null, scope: RequestScope): boolean {
    return value === null || this.#applies(value, scope);
  }

  #isHidden(old: Layer<T>, target: Target, value: T | null): boolean {
    return (
      covers(target, old.target) &&
      requestScopes.every((scope) => !touches(old.target, scope) || this.#concerns(value, scope))
    );
  }
}

const ruleOf = ({ target, timesLeft }: Layer<unknown>, kind: FaultKind): FaultRule =>
  timesLeft === Infinity ? { target, kind } : { target, kind, times: timesLeft };

export const createFaultRegistry = (): FaultRegistry => {
  const faults = new Layers<FaultKind>(appliesTo);
  const paces = new Layers<Pace>();
  const holds = new Layers<true>();
  const listeners = new Set<() => void>();
  let online = true;

  const changed = (): void => {
    for (const listener of listeners) listener();
  };

  const take = (subject: RequestSubject, fits: (kind: FaultKind) => boolean): FaultKind | null => {
    const layer = faults.find(subject, fits);
    if (layer?.value === undefined || layer.value === null) return null;
    layer.timesLeft -= 1;
    if (layer.timesLeft === 0) changed();
    return layer.value;
  };

  const wouldFailAtConnect = (subject: RequestSubject): boolean => {
    const kind = faults.find(subject)?.value ?? null;
    return kind !== null && isConnectFault(kind);
  };

  return Object.freeze({
    setOnline: (isOnline: boolean) => {
      online = isOnline;
      changed();
    },
    isOnline: () => online,
    fail: ({ target, kind, times }: FaultRule) => {
      if (kind === 'slow') paces.put(target, defaultPace, times);
      else faults.put(target, kind, times);
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
    takeConnectFault: (subject: RequestSubject) => {
      if (!online) return 'offline' as const;
      if (!wouldFailAtConnect(subject)) return null;
      const kind = take(subject, isConnectFault);
      return kind !== null && isConnectFault(kind) ? kind : null;
    },
    takeSocketFault: (subject: RequestSubject) => {
      const kind = take(subject, (candidate) => !isConnectFault(candidate));
      return kind === null || isConnectFault(kind) ? null : kind;
    },
    takePace: (subject: RequestSubject) => {
      const layer = paces.find(subject);
      if (layer?.value === undefined || layer.value === null) return null;
      layer.timesLeft -= 1;
      if (layer.timesLeft === 0) changed();
      return layer.value;
    },
    isHeld: (subject: RequestSubject) => holds.find(subject)?.value === true,
    isRefused: (scope: RequestScope) => {
      // A rule above it, also one for a single workflow, lets requests through again.
      const top = faults.top(scope);
      return top?.value === 'refused' && top.target.id === undefined && top.timesLeft === Infinity;
    },
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    active: () => [
      ...faults.active().map((layer) => ruleOf(layer, layer.value ?? 'slow')),
      ...paces.active().map((layer) => ruleOf(layer, 'slow')),
    ],
    held: () => holds.active().map(({ target }) => target),
  });
};
