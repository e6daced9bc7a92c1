import path from 'node:path';
import type { Protocol } from 'electron';
import { readBuiltFile } from '../pages/built-file.ts';
import { byteRangeOf } from './byte-range.ts';
import { headersFor } from './headers.ts';
import { type Part, type Resolved, resolveAppUrl } from './resolve-app-url.ts';
import { previewOrigin, scheme, windowOrigin } from './scheme.ts';

/** The bytes of a file, and what they are. */
export interface Served {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

export interface ServeOptions {
  /** Absolute; has a folder of built files for each part. */
  readonly builtFolder: string;
  /** An asset of a paywall out of the cache; null: it is not there. */
  readonly readAsset: (hash: string) => Promise<Served | null>;
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

const answer = ({ method, headers }: Request, part: Part, served: Served): Response => {
  const { bytes, contentType } = served;
  const common = { ...headersFor(part), 'Content-Type': contentType, 'Accept-Ranges': 'bytes' };
  const range = byteRangeOf(headers.get('range'), bytes.byteLength);
  const respond = (body: Uint8Array<ArrayBuffer>, status: number, extra = {}): Response =>
    new Response(method === 'HEAD' || status === 416 ? null : body, {
      status,
      headers: { ...common, 'Content-Length': String(body.byteLength), ...extra },
    });
  if (range === null) return respond(bytes, 200);
  if (range === 'unsatisfiable')
    return respond(new Uint8Array(), 416, { 'Content-Range': `bytes */${bytes.byteLength}` });
  const { first, last } = range;
  const place = `bytes ${first}-${last}/${bytes.byteLength}`;
  return respond(bytes.subarray(first, last + 1), 206, { 'Content-Range': place });
};

/** Answers every request for an address of our scheme; what is not there, or not ours, is a 404. */
export const createAnswer = ({ builtFolder, readAsset }: ServeOptions) => {
  const read = async (resolved: Resolved): Promise<Served | null> => {
    if (resolved.kind === 'none') return null;
    if (resolved.kind === 'asset') return readAsset(resolved.hash);
    const { part, path: names, contentType } = resolved;
    const bytes = await readBuiltFile(path.join(builtFolder, part), names);
    return bytes && { bytes: new Uint8Array(bytes), contentType };
  };

  return async (request: Request): Promise<Response> => {
    const resolved = resolveAppUrl(request.url);
    const part = partOf(resolved);
    if (request.method !== 'GET' && request.method !== 'HEAD') return failed(part, 405);
    if (!mayAsk(initiatorOf(request), part)) return failed(part, 404);
    const served = await read(resolved).catch(() => null);
    return served === null ? failed(part, 404) : answer(request, part, served);
  };
};

/** Serves the app's own files under its scheme. */
export const serveApp = (protocol: Pick<Protocol, 'handle'>, options: ServeOptions): void => {
  protocol.handle(scheme, createAnswer(options));
};
