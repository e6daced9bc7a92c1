import {
  type IncomingMessage,
  STATUS_CODES,
  type Server,
  type ServerOptions,
  type ServerResponse,
  createServer,
} from 'node:http';
import type { Socket } from 'node:net';
import { Readable, pipeline } from 'node:stream';
import { answerWith } from '../pages/file-answer.ts';
import { type Headers, commonHeaders } from '../pages/headers.ts';
import { type Origins, isFromOwnPage } from './origins.ts';
import type { FindFile } from './static-files.ts';

/** What one origin serves; asked for with each request, since a port is known late. */
export interface Pages {
  readonly origins: Origins;
  readonly find: FindFile;
  headers(asked: string): Headers;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Null: there is none. */
  readonly body: Uint8Array | Readable | null;
}

const refusal = (status: number, headers: Headers = {}): Answer => {
  const body = Buffer.from(`${STATUS_CODES[status] ?? 'Refused'}\n`);
  const own = {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': String(body.length),
  };
  return { status, headers: { ...commonHeaders, ...own, ...headers }, body };
};

/** Without what follows the question mark, and with the page that stands for a folder. */
const pathnameOf = (target: string): string => {
  const [pathname = ''] = target.split('?', 1);
  return pathname.endsWith('/') ? `${pathname}index.html` : pathname;
};

const answerTo = async (request: IncomingMessage, pages: Pages): Promise<Answer> => {
  const asked = pages.origins.askedFor(request);
  if (asked === null || !isFromOwnPage(request, asked, 'own-if-any')) return refusal(403);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refusal(405, { Allow: 'GET, HEAD' });
  const file = await pages.find(pathnameOf(request.url ?? ''));
  if (file === null) return refusal(404);
  const { method, headers } = request;
  const answer = await answerWith(file, { method, range: headers.range ?? null });
  return { ...answer, headers: { ...pages.headers(asked), ...answer.headers } };
};

const send = (request: IncomingMessage, response: ServerResponse, answer: Answer): void => {
  // A body that nobody reads must not be taken for the next request.
  const { 'content-length': sized, 'transfer-encoding': chunked } = request.headers;
  const hasBody = sized !== undefined || chunked !== undefined;
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(hasBody ? { Connection: 'close' } : {}),
  });
  const body = request.method === 'HEAD' ? null : answer.body;
  if (!(body instanceof Readable)) response.end(body ?? undefined);
  // Gone already, while the file was being opened: to pipe into that is an error that ends the app.
  else if (response.destroyed) body.destroy();
  // Whoever goes away before the end, or a disk that fails: the connection ends, and the file closes.
  else pipeline(body, response, () => undefined);
};

/** How long one whose connection was ended may take to end it, too. */
const goodbyeMs = 1_000;

/** Sockets that only we have ended, which would be held for ever if nobody looked after them. */
const leaving = new WeakSet<Socket>();

const seeOff = (socket: Socket): void => {
  if (leaving.has(socket)) return;
  leaving.add(socket);
  const timer = setTimeout(() => socket.destroy(), goodbyeMs);
  socket.once('close', () => {
    clearTimeout(timer);
  });
};

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 404,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers what is no HTTP, has more in its head than is read, or does not come to its end. */
const refuseBroken = (error: NodeJS.ErrnoException, socket: Socket): void => {
  const status = statuses[error.code ?? ''] ?? 400;
  if (socket.writable)
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\n\r\n`);
  seeOff(socket);
};

/** Everybody on the machine can connect, and must not use up what the app needs for its files. */
const mostConnections = 500;

/** How long a request may take to come, and how often that is looked at. */
const patience = (ms: number): ServerOptions => ({
  headersTimeout: ms,
  requestTimeout: ms,
  connectionsCheckingInterval: Math.ceil(ms / 4),
});

/** A server of files for pages of its own; `pages` is null until its port is known. */
export const createPageServer = (pages: () => Pages | null, patienceMs = 10_000): Server => {
  const server = createServer(patience(patienceMs), (request, response) => {
    const known = pages();
    const answer = known === null ? Promise.resolve(refusal(404)) : answerTo(request, known);
    void answer
      .catch(() => refusal(500))
      .then((reply) => {
        send(request, response, reply);
      });
  });
  server.on('clientError', refuseBroken);
  server.maxConnections = mostConnections;
  // Also who does not read the answer; a socket of the bridge is freed of it.
  server.timeout = 3 * patienceMs;
  return server;
};
