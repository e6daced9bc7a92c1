import path from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Protocol } from 'electron';
import { type OpenAsset, findAsset } from '../pages/asset.ts';
import { readBuiltFile } from '../pages/built-file.ts';
import { type FileAnswer, answerWith } from '../pages/file-answer.ts';
import { type ServedFile, servedBytes } from '../pages/served-file.ts';
import { headersFor } from './headers.ts';
import { type Part, type Resolved, resolveAppUrl } from './resolve-app-url.ts';
import { previewOrigin, scheme, windowOrigin } from './scheme.ts';

export interface ServeOptions {
  /** Absolute; has a folder of built files for each part. */
  readonly builtFolder: string;
  /** A file of the cache; null: it is not there. */
  readonly openAsset: OpenAsset;
}

/** Who asked, as Chromium knows it and no page can claim; null: the browser itself. */
type Initiator = string | null;

/** The window frames the preview and is framed by nobody; neither asks for anything of the other's. */
export const mayAsk = (initiator: Initiator, part: Part): boolean =>
  initiator === null ||
  initiator === windowOrigin ||
  (part === 'preview' && initiator === previewOrigin);

/**
 * Electron adds it to the request; its declarations have the request of the web. Only where it is
 * absent the browser itself asked: a page without an origin, as in a sandbox, may come as null.
 */
const initiatorOf = (request: Request): Initiator => {
  if (!('initiatorOrigin' in request) || request.initiatorOrigin === undefined) return null;
  return typeof request.initiatorOrigin === 'string' ? request.initiatorOrigin : 'null';
};

const partOf = (resolved: Resolved): Part => (resolved.kind === 'file' ? resolved.part : 'preview');

const failed = (part: Part, status: 404 | 405): Response =>
  new Response(null, { status, headers: headersFor(part) });

const bodyOf = (body: FileAnswer['body']) =>
  body instanceof Readable ? (Readable.toWeb(body) as ReadableStream<Uint8Array>) : body;

const answer = async (request: Request, part: Part, file: ServedFile): Promise<Response> => {
  const { method } = request;
  const { status, headers, body } = await answerWith(file, {
    method,
    range: request.headers.get('range'),
  });
  return new Response(bodyOf(body), { status, headers: { ...headersFor(part), ...headers } });
};

/** Answers every request for an address of our scheme; what is not there, or not ours, is a 404. */
export const createAnswer = ({ builtFolder, openAsset }: ServeOptions) => {
  const find = async (resolved: Resolved): Promise<ServedFile | null> => {
    if (resolved.kind === 'none') return null;
    if (resolved.kind === 'asset') return findAsset(openAsset, resolved.name);
    const { part, path: names, contentType } = resolved;
    const bytes = await readBuiltFile(path.join(builtFolder, part), names);
    return bytes && servedBytes(contentType, bytes);
  };

  return async (request: Request): Promise<Response> => {
    const resolved = resolveAppUrl(request.url);
    const part = partOf(resolved);
    if (request.method !== 'GET' && request.method !== 'HEAD') return failed(part, 405);
    if (!mayAsk(initiatorOf(request), part)) return failed(part, 404);
    const file = await find(resolved).catch(() => null);
    return file === null ? failed(part, 404) : answer(request, part, file);
  };
};

/** Serves the app's own files under its scheme. */
export const serveApp = (protocol: Pick<Protocol, 'handle'>, options: ServeOptions): void => {
  protocol.handle(scheme, createAnswer(options));
};
