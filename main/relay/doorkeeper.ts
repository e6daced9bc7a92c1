import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { type RequestScope, requestScopes } from '../../shared/faults.ts';
import type { Route } from '../backend/routes.ts';
import { allowedUrl, isOnThisMachine } from '../http/hosts.ts';
import { type RelayDoor, relayHeaders } from '../http/through-relay.ts';

/** The hosts of one live project, as addresses. */
export interface LiveHosts {
  readonly main: string;
  /** Null: there is none. */
  readonly fallback: string | null;
}

/** Who may come in, and where they may go; null: they may not. */
export type Doorkeeper = (request: IncomingMessage) => Route | null;

const subjectSchema = z.object({ scope: z.enum(requestScopes), ids: z.array(z.string()) });

const isSame = (given: unknown, secret: string): boolean => {
  const [one, other] = [Buffer.from(String(given)), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
};

const subjectIn = (text: unknown): z.output<typeof subjectSchema> | null => {
  try {
    return subjectSchema.parse(JSON.parse(decodeURIComponent(String(text))));
  } catch {
    return null;
  }
};

const originOf = (address: string | null): string | null =>
  address === null ? null : (allowedUrl(address)?.origin ?? null);

export const isApi = (scope: RequestScope): boolean => scope !== 'cdn' && scope !== 'asset';

/** Only the hosts of the project are asked as it; files are wherever its answers say, within limits. */
const mayGo = (scope: RequestScope, target: string, { main, fallback }: LiveHosts): boolean => {
  if (originOf(target) !== target) return false;
  if (isApi(scope)) return target === originOf(main) || target === originOf(fallback);
  return !isOnThisMachine(target) || isOnThisMachine(main);
};

export const createDoorkeeper =
  (hosts: LiveHosts, door: () => RelayDoor): Doorkeeper =>
  ({ headers, method, url = '' }) => {
    const { origin, secret } = door();
    if (!isSame(headers[relayHeaders.secret], secret)) return null;
    if (method !== 'GET' || `http://${String(headers.host)}` !== origin) return null;
    const subject = subjectIn(headers[relayHeaders.subject]);
    const target = String(headers[relayHeaders.target]);
    if (subject === null || !url.startsWith('/') || !mayGo(subject.scope, target, hosts))
      return null;
    return { ...subject, id: subject.ids[0] ?? null, path: url };
  };
