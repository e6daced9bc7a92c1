import {
  type FaultKind,
  type SocketFault,
  type Target,
  appliesTo,
  faultScopes,
} from '../../../shared/faults.ts';
import { type Probe, type Wire, type WireWords, reach } from './probes.ts';

/** Those that break an answer as soon as it is asked for, each time alike. */
type PlainFault = Exclude<SocketFault, 'slow' | 'flaky'>;

/** What is seen where an answer is neither late nor broken. */
export const whole = (healthy: Wire): WireWords => ({
  status: 200,
  type: healthy.type,
  location: null,
  announced: 'what is sent',
  hasETag: false,
  sent: 'the whole body',
  ending: 'open',
});

const noStatusLine = {
  status: null,
  type: null,
  location: null,
  announced: 'nothing',
  hasETag: false,
  sent: 'nothing',
} as const;

const json = 'application/json';

/** What a raw client sees of each kind. */
export const rows: Readonly<Record<PlainFault, (healthy: Wire) => WireWords>> = {
  timeout: () => ({ ...noStatusLine, ending: 'open' }),
  reset: () => ({ ...noStatusLine, ending: 'ECONNRESET' }),
  truncated: (healthy) => ({
    ...whole(healthy),
    announced: 'the whole body',
    sent: 'half of it',
    ending: 'closed',
  }),
  empty: (healthy) => ({ ...whole(healthy), sent: 'nothing' }),
  html: (healthy) => ({
    ...whole(healthy),
    type: 'text/html; charset=utf-8',
    sent: '<!doctype html>',
  }),
  'wrong-type': (healthy) => ({ ...whole(healthy), type: json, sent: '[]' }),
  'bad-json': (healthy) => ({ ...whole(healthy), sent: 'half of it' }),
  'wrong-hash': (healthy) => ({ ...whole(healthy), sent: 'other bytes' }),
  oversize: (healthy) => ({
    ...whole(healthy),
    announced: 'nothing',
    sent: 'more than the limit',
  }),
  redirect: (healthy) => ({
    ...whole(healthy),
    status: 302,
    type: null,
    location: 'http://elsewhere.invalid/',
    sent: 'nothing',
  }),
};

/** What is seen of a status. */
export const refusal =
  (status: number) =>
  (healthy: Wire): WireWords => ({
    ...whole(healthy),
    status,
    type: json,
    sent: 'JSON with code and message',
  });

const statuses = [400, 404, 429, 500, 503, 599];

export type Row = readonly [kind: FaultKind, expected: (healthy: Wire) => WireWords];

/** Kinds that show in each answer alike, with what is seen then. */
export const plainRows: readonly Row[] = [
  ...(Object.entries(rows) as [PlainFault, (healthy: Wire) => WireWords][]),
  ...statuses.map((status): Row => [status, refusal(status)]),
];

/** Whether a fault that is aimed like this is seen by the probe. */
export const isHit = ({ what, id }: Target, kind: FaultKind, probe: Probe): boolean =>
  reach[what].includes(probe.scope) &&
  appliesTo(kind, probe.scope) &&
  (id === undefined || id === probe.id);

/** Every scope, whole and for one workflow only, with its name in the title of a test. */
export const targets: readonly (readonly [name: string, target: Target])[] = [
  ...faultScopes.map((what) => [what, { what }] as const),
  ...faultScopes.map((what) => [`${what} of wf_b`, { what, id: 'wf_b' }] as const),
];
