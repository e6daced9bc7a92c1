import type { IncomingMessage } from 'node:http';

/** The names under which one port of this machine is asked for. */
export interface Origins {
  /** As it is printed. */
  readonly main: string;
  /** That, and the same by name: what somebody types, or a forwarded port is opened with. */
  readonly all: readonly string[];
  /** The origin that a request was made to; null: it was meant for somebody else. */
  askedFor(request: IncomingMessage): string | null;
}

/** A browser leaves the port out where it is the usual one. */
const originsAt = (port: number): readonly string[] =>
  ['127.0.0.1', 'localhost'].map((host) => new URL(`http://${host}:${port}`).origin);

/** Of a loopback port. */
export const originsOf = (port: number): Origins => {
  const all = originsAt(port);
  return Object.freeze({
    main: all[0] ?? '',
    all,
    askedFor: (request: IncomingMessage) => {
      // A name of somebody's that leads here (DNS rebinding) is in this header, and in no other.
      const hosts = request.headersDistinct['host'] ?? [];
      const asked = hosts.length === 1 ? `http://${(hosts[0] ?? '').toLowerCase()}` : '';
      return all.find((origin) => origin === asked) ?? null;
    },
  });
};

export type OriginRule = 'must-be-own' | 'own-if-any';

/** Whether the page that asks, where it says which one it is, has the origin that it asks. */
export const isFromOwnPage = (
  request: IncomingMessage,
  asked: string,
  rule: OriginRule,
): boolean => {
  const { origin } = request.headers;
  return origin === undefined ? rule === 'own-if-any' : origin === asked;
};
