import type { RequestScope, RequestSubject } from '../../shared/faults.ts';

/** A request that one of the listeners answers. */
export interface Route extends RequestSubject {
  /** The id asked for: of a workflow (or offering) for details, of a workflow for bodies. */
  readonly id: string | null;
  /** The path as the CDN knows it, however it was written. */
  readonly path: string;
}

/** A request that belongs nowhere. */
export interface Stray {
  readonly scope: null;
  readonly status: 400 | 403 | 404;
}

/** How one listener reads a request's target. */
export type Router = (target: string) => Route | Stray;

const notFound: Stray = { scope: null, status: 404 };
const notReadable: Stray = { scope: null, status: 400 };

const route = (scope: RequestScope, path: string, id: string | null = null): Route => ({
  scope,
  path,
  id,
  ids: id === null ? [] : [id],
});

/** The path's decoded segments; null where its percent-encoding is broken. */
const segmentsOf = (target: string): readonly string[] | null => {
  const [path = ''] = target.split(/[?#]/, 1);
  if (!path.startsWith('/')) return null;
  try {
    return path.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return null;
  }
};

const router =
  (read: (segments: readonly string[], path: string) => Route | Stray): Router =>
  (target) => {
    const segments = segmentsOf(target);
    if (segments === null) return notReadable;
    return read(segments, `/${segments.map(encodeURIComponent).join('/')}`);
  };

const listOrDetail = (segments: readonly string[], path: string): Route | Stray => {
  const [id, ...more] = segments;
  if (more.length > 0 || id === '') return notFound;
  return id === undefined ? route('list', path) : route('detail', path, id);
};

/** The API as the SDKs ask it. */
export const apiRouter = router(([version, subscribers, user, endpoint, ...rest], path) => {
  if (version !== 'v1' || subscribers !== 'subscribers' || !user) return notFound;
  if (endpoint === 'offerings' && rest.length === 0) return route('offerings', path);
  return endpoint === 'workflows' ? listOrDetail(rest, path) : notFound;
});

/** The fallback host's paths, which know no user. */
export const fallbackRouter = router(([first, second, third, ...rest], path) => {
  if (first === 'v1' && second === 'offerings' && third === undefined)
    return route('offerings', path);
  if (first !== 'workflows' || second !== 'v1' || third !== 'workflows') return notFound;
  return listOrDetail(rest, path);
});

/** Compiled workflows by id and hash, and everything below `assets`. */
export const cdnRouter = router(([kind, ...rest], path) => {
  if (kind === 'workflows' && rest.length === 2) return route('cdn', path, rest[0]);
  return kind === 'assets' && rest.length > 0 ? route('asset', path) : notFound;
});
