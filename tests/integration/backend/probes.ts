import type { FaultScope, RequestScope } from '../../../shared/faults.ts';
import { bodyLimits } from '../../../shared/limits.ts';
import { workflow } from '../../helpers/specs.ts';
import { type RawConnection, openRaw, requestText, until } from './raw-client.ts';
import { type World, bodyPath, detailPath, listPath, offeringsPath, openWorld } from './setup.ts';

/** A request that is sent before and after something is broken. */
export interface Probe {
  readonly name: string;
  readonly scope: RequestScope;
  /** The workflow that it belongs to, if any. */
  readonly id: string | null;
  readonly origin: string;
  readonly path: string;
}

/** Which requests a scope means. */
export const reach: Readonly<Record<FaultScope, readonly RequestScope[]>> = {
  offerings: ['offerings'],
  list: ['list'],
  detail: ['detail'],
  cdn: ['cdn'],
  asset: ['asset'],
  backend: ['offerings', 'list', 'detail'],
  all: ['offerings', 'list', 'detail', 'cdn', 'asset'],
};

/** A backend with two workflows of which each has a body and an image on the CDN. */
export const openProbedWorld = async (): Promise<World> => {
  const world = await openWorld();
  world.backend.project.change({
    kind: 'add',
    workflow: workflow({ id: 'wf_c', delivery: 'cdn', assets: 1 }),
  });
  return world;
};

export const assetPath = (id: string): string => `/assets/${id}/image-1.png`;

/** Every kind of request on every listener; those that belong to a workflow, for two of them. */
export const probesOf = (world: World): readonly Probe[] => {
  const { api, cdn, fallback } = world.backend.origins;
  const ofWorkflow = (id: string): readonly Probe[] => [
    { name: `detail ${id}`, scope: 'detail', id, origin: api, path: detailPath(id) },
    { name: `cdn ${id}`, scope: 'cdn', id, origin: cdn, path: bodyPath(world, id) },
    { name: `asset ${id}`, scope: 'asset', id, origin: cdn, path: assetPath(id) },
  ];
  const onFallback = (scope: RequestScope, path: string, id: string | null = null): Probe => ({
    name: `${scope} on the fallback host`,
    scope,
    id,
    origin: fallback,
    path,
  });
  return [
    { name: 'offerings', scope: 'offerings', id: null, origin: api, path: offeringsPath },
    { name: 'list', scope: 'list', id: null, origin: api, path: listPath },
    ...ofWorkflow('wf_b'),
    ...ofWorkflow('wf_c'),
    onFallback('offerings', '/v1/offerings'),
    onFallback('list', '/workflows/v1/workflows?type=paywall'),
    onFallback('detail', '/workflows/v1/workflows/wf_b', 'wf_b'),
  ];
};

/** What came over the wire until nothing more comes without a hand or the clock. */
export interface Wire {
  /** Null: no status line. */
  readonly status: number | null;
  readonly type: string | null;
  readonly location: string | null;
  /** `Content-Length`; null: none. */
  readonly announcedBytes: number | null;
  readonly hasETag: boolean;
  readonly body: string;
  /** `open`, `closed`, or the code of the error. */
  readonly ending: string;
}

const headEnd = '\r\n\r\n';

const header = (head: string, name: string): string | null =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? null;

/** Puts the pieces of a chunked body together, as far as they came. */
const unchunked = (text: string): string => {
  const pieces: string[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = text.indexOf('\r\n', at);
    const size = lineEnd < 0 ? 0 : Number.parseInt(text.slice(at, lineEnd), 16);
    if (size === 0) return pieces.join('');
    pieces.push(text.slice(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
};

const isChunked = (head: string): boolean => header(head, 'transfer-encoding') === 'chunked';

const isWhole = (connection: RawConnection, head: string): boolean => {
  if (isChunked(head)) return connection.endsWith('\r\n0\r\n\r\n');
  const length = Number(header(head, 'content-length') ?? 0);
  return connection.received().length >= head.length + headEnd.length + length;
};

/** Whether there is nothing more to come; the head is looked for only until it is there. */
const watchEnd = (connection: RawConnection): (() => boolean) => {
  let head: string | null = null;
  return () => {
    if (connection.ending() !== null) return true;
    if (head === null) {
      const end = connection.received().indexOf(headEnd);
      if (end < 0) return false;
      head = connection.received().slice(0, end);
    }
    return isWhole(connection, head);
  };
};

const readWire = (connection: RawConnection): Wire => {
  const received = connection.received();
  const end = received.indexOf(headEnd);
  const head = end < 0 ? '' : received.slice(0, end);
  const rest = end < 0 ? '' : received.slice(end + headEnd.length);
  const length = header(head, 'content-length');
  return {
    status: head === '' ? null : Number(head.split(' ')[1]),
    type: header(head, 'content-type'),
    location: header(head, 'location'),
    announcedBytes: length === null ? null : Number(length),
    hasETag: header(head, 'x-revenuecat-etag') !== null,
    body: isChunked(head) ? unchunked(rest) : rest,
    ending: connection.ending() ?? 'open',
  };
};

/** A request that was sent and may still wait for its answer. */
export interface Sent {
  wire(): Wire;
  leave(): Promise<void>;
}

/** Sends a probe with a raw client, and waits until only a hand or the clock could bring more. */
export const send = async (world: World, probe: Probe): Promise<Sent> => {
  const end = world.activity.begin();
  const connection = openRaw(probe.origin);
  connection.send(requestText(probe.path));
  void until(watchEnd(connection)).then(end);
  await world.activity.idle();
  return {
    wire: () => readWire(connection),
    leave: async () => {
      connection.leave();
      await until(() => connection.ending() !== null);
      await world.activity.idle();
    },
  };
};

/** What a raw client sees of one request. */
export const look = async (world: World, probe: Probe): Promise<Wire> => {
  const sent = await send(world, probe);
  const wire = sent.wire();
  await sent.leave();
  return wire;
};

/** What a raw client sees of each, one after the other. */
export const lookAtAll = async (
  world: World,
  probes: readonly Probe[],
): Promise<ReadonlyMap<string, Wire>> => {
  const seen = new Map<string, Wire>();
  for (const probe of probes) seen.set(probe.name, await look(world, probe));
  return seen;
};

/** A wire in words, by what it is where nothing is broken. */
export interface WireWords {
  readonly status: number | null;
  readonly type: string | null;
  readonly location: string | null;
  readonly announced: 'what is sent' | 'the whole body' | 'nothing';
  readonly hasETag: boolean;
  readonly sent: string;
  readonly ending: string;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const keysOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? Object.keys(value).join(' and ') : '';

const idOf = (text: string): unknown => (parsed(text) as { id?: unknown } | null)?.id;

const sentWords = (body: string, whole: string, scope: RequestScope): string => {
  if (body === '') return 'nothing';
  if (body === whole) return 'the whole body';
  if (body.length > bodyLimits[scope]) return 'more than the limit';
  if (whole.startsWith(body)) return body.length === whole.length >> 1 ? 'half of it' : 'a part';
  if (idOf(body) !== undefined && idOf(body) === idOf(whole)) return 'other bytes';
  if (scope === 'asset' && body.length === whole.length + 1) return 'other bytes';
  if (keysOf(parsed(body)) !== '') return `JSON with ${keysOf(parsed(body))}`;
  return body.slice(0, 15);
};

const announcedWords = ({ announcedBytes, body }: Wire, whole: string): WireWords['announced'] => {
  if (announcedBytes === null) return 'nothing';
  if (announcedBytes === body.length) return 'what is sent';
  return announcedBytes === whole.length ? 'the whole body' : 'nothing';
};

/** Says what came, compared with the wire of the same request where nothing is broken. */
export const words = (wire: Wire, healthy: Wire, scope: RequestScope): WireWords => ({
  status: wire.status,
  type: wire.type,
  location: wire.location,
  announced: announcedWords(wire, healthy.body),
  hasETag: wire.hasETag,
  sent: sentWords(wire.body, healthy.body, scope),
  ending: wire.ending,
});

/** What was seen of a request by its name. */
export const wireOf = (seen: ReadonlyMap<string, Wire>, name: string): Wire => {
  const wire = seen.get(name);
  if (wire === undefined) throw new Error(`not asked: ${name}`);
  return wire;
};

/** The wires of several requests in words. */
export const inWords = (
  seen: ReadonlyMap<string, Wire>,
  healthy: ReadonlyMap<string, Wire>,
  probes: readonly Probe[],
): Readonly<Record<string, WireWords>> =>
  Object.fromEntries(
    probes.map(({ name, scope }) => [
      name,
      words(wireOf(seen, name), wireOf(healthy, name), scope),
    ]),
  );

/** A request of that scope. */
export const firstIn = (world: World, scope: RequestScope): Probe => {
  const probe = probesOf(world).find((candidate) => candidate.scope === scope);
  if (probe === undefined) throw new Error(`nobody asks for ${scope}`);
  return probe;
};
