import type { Dispatcher } from 'undici';
import { type ConnectFault, type RequestSubject, isConnectFault } from '../../shared/faults.ts';
import type { FaultRegistry } from '../faults/registry.ts';
import { RequestEnded, noController } from './endings.ts';

/** Where nothing can be reached: a port that nobody listens on, a label longer than DNS allows. */
const unreachable: Readonly<Record<Exclude<ConnectFault, 'offline'>, string>> = {
  refused: 'http://127.0.0.1:1',
  dns: `http://${'x'.repeat(64)}.invalid`,
};

/** What else a body or an asset on the CDN is known by there, beside its path. */
export type IdsOfFile = (scope: 'cdn' | 'asset', path: string) => readonly string[];

const withoutQuery = (path: string): string => path.split('?', 1)[0] ?? path;

/** Files have their path for a name as well. */
export const withPath = ({ scope, ids }: RequestSubject, path: string): RequestSubject =>
  scope === 'cdn' || scope === 'asset'
    ? { scope, ids: [...ids, withoutQuery(path)] }
    : { scope, ids };

/** Finding out what else a file is known by can cost a look at the disk. */
const isAimed = (faults: FaultRegistry): boolean =>
  faults.active().some(({ target, kind }) => target.id !== undefined && isConnectFault(kind));

/** A fault that is aimed at a file meets it by every name that the backend knows it by. */
const withAllNames = (
  { scope, ids }: RequestSubject,
  path: string,
  idsOfFile: IdsOfFile,
): RequestSubject => {
  if (scope !== 'cdn' && scope !== 'asset') return { scope, ids };
  return { scope, ids: [...ids, ...idsOfFile(scope, withoutQuery(path))] };
};

/** Keeps a request from reaching the backend, for real: it fails where the client connects. */
export const injectConnectFault =
  (
    faults: FaultRegistry,
    subject: RequestSubject,
    idsOfFile: IdsOfFile,
  ): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) => {
    const named = isAimed(faults) ? withAllNames(subject, options.path, idsOfFile) : subject;
    const fault = faults.takeConnectFault(named);
    if (fault === null) return dispatch(options, handler);
    if (fault === 'offline') {
      handler.onResponseError?.(noController, new RequestEnded('offline'));
      return true;
    }
    // Should somebody listen there after all, they learn nothing.
    return dispatch({ origin: unreachable[fault], path: '/', method: 'GET' }, handler);
  };
