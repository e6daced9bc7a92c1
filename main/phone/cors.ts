import type { IncomingMessage, ServerResponse } from 'node:http';

/** A header's name, as far as it is sent back. */
const headerName = /^[a-z0-9-]{1,64}$/i;
const mostHeaders = 40;
const preflightSeconds = 600;

/** What the SDK says, and what an app makes it say besides. */
const wantedHeaders = (request: IncomingMessage): readonly string[] =>
  (request.headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => headerName.test(name))
    .slice(0, mostHeaders);

/** An SDK in a page of another origin may read whatever is answered here, errors too. */
export const allowPages = (response: ServerResponse): void => {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', '*');
};

/** Answers a browser that asks beforehand whether a page may ask. */
export const answerPreflight = (request: IncomingMessage, response: ServerResponse): void => {
  const names = wantedHeaders(request);
  response.sendDate = false;
  response.writeHead(204, {
    'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
    ...(names.length === 0 ? {} : { 'Access-Control-Allow-Headers': names.join(', ') }),
    // A page from the internet that is worked on may ask a machine of the local network.
    ...(request.headers['access-control-request-private-network'] === 'true'
      ? { 'Access-Control-Allow-Private-Network': 'true' }
      : {}),
    'Access-Control-Max-Age': String(preflightSeconds),
  });
  response.end();
};
