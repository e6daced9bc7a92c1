/** What a request is for. */
export const requestScopes = ['offerings', 'list', 'detail', 'cdn', 'asset'] as const;
export type RequestScope = (typeof requestScopes)[number];

/** What a fault can be aimed at: `backend` is the first three, `all` is everything. */
export const faultScopes = [...requestScopes, 'backend', 'all'] as const;
export type FaultScope = (typeof faultScopes)[number];

/** One request, as faults and holds see it: what it is for, and the ids it can be named by. */
export interface RequestSubject {
  readonly scope: RequestScope;
  readonly ids: readonly string[];
  /** Who asks, where it is not the engine. */
  readonly by?: 'phone';
}

/** Which requests something applies to; without an id, all of the scope. */
export interface Target {
  readonly what: FaultScope;
  readonly id?: string;
}

/** These keep a request from reaching the backend: they happen where the client connects. */
export const connectFaults = ['offline', 'refused', 'dns'] as const;
/** These are produced at the backend's socket. */
export const socketFaults = [
  'timeout',
  'reset',
  'truncated',
  'empty',
  'html',
  'wrong-type',
  'bad-json',
  'wrong-hash',
  'oversize',
  'redirect',
  'slow',
  'flaky',
] as const;

export type ConnectFault = (typeof connectFaults)[number];
export type SocketFault = (typeof socketFaults)[number];
/** A number is an HTTP status from 400 to 599. */
export type FaultKind = ConnectFault | SocketFault | number;

export const isConnectFault = (kind: FaultKind): kind is ConnectFault =>
  (connectFaults as readonly FaultKind[]).includes(kind);

export const isFaultStatus = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 400 && value <= 599;

/** How slowly requests are answered. */
export interface Pace {
  readonly latencyMs: number;
  /** Up to this much more, at random from a seed. */
  readonly jitterMs: number;
  /** Null: as fast as it goes. */
  readonly bytesPerSecond: number | null;
}

/** More would never be waited for. */
export const largestPace = { latencyMs: 3_600_000, bytesPerSecond: 1_000_000_000 } as const;

/** What a `slow` fault means where nothing more is said. */
export const defaultPace: Pace = { latencyMs: 3_000, jitterMs: 0, bytesPerSecond: null };
/** Which share of requests a `flaky` fault answers with 503 where nothing more is said. */
export const flakyShare = 0.5;

const backendScopes: readonly RequestScope[] = ['offerings', 'list', 'detail'];

const scopesOf = (what: FaultScope): readonly RequestScope[] => {
  if (what === 'all') return requestScopes;
  if (what === 'backend') return backendScopes;
  return [what];
};

export const matches = (target: Target, subject: RequestSubject): boolean =>
  scopesOf(target.what).includes(subject.scope) &&
  (target.id === undefined || subject.ids.includes(target.id));

/** Whether everything that `inner` matches is matched by `outer` too. */
export const covers = (outer: Target, inner: Target): boolean =>
  scopesOf(inner.what).every((scope) => scopesOf(outer.what).includes(scope)) &&
  (outer.id === undefined || outer.id === inner.id);

/** A body's bytes can only be wrong where they were announced: in bodies and assets. */
export const appliesTo = (kind: FaultKind, scope: RequestScope): boolean =>
  kind !== 'wrong-hash' || scope === 'cdn' || scope === 'asset';
