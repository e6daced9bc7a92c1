import type { RequestScope } from '../../shared/faults.ts';
import { type Route, type Stray, apiRouter, cdnRouter } from '../backend/routes.ts';

/** What an SDK asks for beside the endpoints that faults are aimed at. */
export interface OtherRoute {
  readonly scope: 'other';
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

/** What the events say of a request: nothing that is a secret, and never more than so much. */
export interface AskedFor {
  readonly scope: RequestScope | 'other';
  /** The workflow, or the file. */
  readonly id: string | null;
  /** Whoever the phone asks for; null: for nobody. */
  readonly user: string | null;
  /** Without its query. */
  readonly path: string;
}

/** One port is all that a phone has to know: the CDN lies below this path of it. */
export const cdnPath = '/cdn';

const longestText = 200;

/** As it may be kept: in one line, and not endless. */
const plain = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?').slice(0, longestText);

const withoutQuery = (target: string): string => target.split(/[?#]/, 1)[0] ?? '';

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

const segmentsOf = (target: string): readonly string[] =>
  withoutQuery(target).slice(1).split('/').map(decoded);

const queryOf = (target: string): URLSearchParams =>
  new URLSearchParams(target.slice(withoutQuery(target).length));

/** However it is written: a live host may have more than what is below its address. */
const leadsUpwards = (target: string): boolean =>
  segmentsOf(target)
    .flatMap((segment) => segment.split(/[/\\]/))
    .some((name) => name === '.' || name === '..');

/** What a request is for; a stray where it cannot even be read. */
export const phoneRouter = (target: string): Route | OtherRoute | Stray => {
  if (leadsUpwards(target)) return { scope: null, status: 404 };
  if (target.startsWith(`${cdnPath}/`)) return cdnRouter(target.slice(cdnPath.length));
  const found = apiRouter(target);
  if (found.scope !== null || found.status !== 404) return found;
  return { scope: 'other', segments: segmentsOf(target), query: queryOf(target) };
};

/** Paths name the user after `subscribers`; `identify` is a deed there, and nobody. */
const userIn = (segments: readonly string[]): string | null => {
  const user = segments[segments.indexOf('subscribers') + 1];
  return segments.includes('subscribers') && user !== 'identify' ? (user ?? null) : null;
};

const idOf = (route: Route): string | null => (route.scope === 'asset' ? route.path : route.id);

export const askedFor = (route: Route | OtherRoute, target: string): AskedFor => {
  const id = route.scope === 'other' ? null : idOf(route);
  const user = userIn(segmentsOf(target));
  return {
    scope: route.scope,
    id: id === null ? null : plain(id),
    user: user === null ? null : user.slice(0, longestText),
    path: plain(withoutQuery(target)),
  };
};
