import { type IncomingHttpHeaders, type OutgoingHttpHeaders, validateHeaderValue } from 'node:http';
import type { Headers } from '../http/headers.ts';
import { relayHeaders } from '../http/through-relay.ts';

/** Between the client and the relay only; the relay has a host, a key and a connection of its own. */
const notPassedOn: readonly string[] = [
  ...Object.values(relayHeaders),
  'authorization',
  'connection',
  'cookie',
  'host',
  'proxy-authorization',
  'transfer-encoding',
];

/** What the client says to the host that it means. */
export const requestHeaders = (headers: IncomingHttpHeaders): Headers =>
  Object.fromEntries(
    Object.entries(headers).filter(
      (header): header is [string, string] =>
        typeof header[1] === 'string' && !notPassedOn.includes(header[0]),
    ),
  );

/** As if the client had no copy, and could not decompress: so that bytes can be broken. */
export const asForTheFirstTime = (headers: Headers): Headers => ({
  ...Object.fromEntries(
    Object.entries(headers).filter(([name]) => name !== 'x-rc-last-refresh-time'),
  ),
  ...(headers['x-revenuecat-etag'] === undefined ? {} : { 'x-revenuecat-etag': '' }),
  'accept-encoding': 'identity',
});

/** What of an answer matters to an SDK. */
const passedBack: readonly string[] = [
  'content-type',
  'content-encoding',
  'content-length',
  'location',
  'retry-after',
  'x-revenuecat-etag',
  'x-signature',
  'x-revenuecat-request-time',
  'x-revenuecat-fortress',
];

const isSendable = (name: string, value: string | string[]): boolean => {
  try {
    for (const one of [value].flat()) validateHeaderValue(name, one);
    return true;
  } catch {
    return false;
  }
};

export const responseHeaders = (headers: IncomingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(
    passedBack.flatMap((name) => {
      const value = headers[name];
      return value !== undefined && isSendable(name, value) ? [[name, value]] : [];
    }),
  );
