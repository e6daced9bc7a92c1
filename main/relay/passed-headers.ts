import { type IncomingHttpHeaders, type OutgoingHttpHeaders, validateHeaderValue } from 'node:http';
import type { Headers } from '../http/headers.ts';
import { relayHeaders } from '../http/through-relay.ts';

/** Between the client and us only: a host, a key and a connection are our own. */
const notPassedOn: readonly string[] = [
  ...Object.values(relayHeaders),
  'authorization',
  'connection',
  // It is that of the body which is sent, if there is one.
  'content-length',
  'cookie',
  'expect',
  'host',
  'http2-settings',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Headers that the client calls those of its connection (RFC 9110, 7.6.1). */
const ofConnection = ({ connection = '' }: IncomingHttpHeaders): readonly string[] =>
  connection.split(',').map((name) => name.trim().toLowerCase());

/** What the client says to the host that it means. */
export const requestHeaders = (headers: IncomingHttpHeaders): Headers => {
  const left = [...notPassedOn, ...ofConnection(headers)];
  return Object.fromEntries(
    Object.entries(headers).filter(
      (header): header is [string, string] =>
        typeof header[1] === 'string' && !left.includes(header[0]),
    ),
  );
};

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
