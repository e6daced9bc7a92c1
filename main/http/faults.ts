import type { Dispatcher } from 'undici';
import type { ConnectFault, RequestSubject } from '../../shared/faults.ts';
import type { FaultRegistry } from '../faults/registry.ts';
import { RequestEnded, noController } from './endings.ts';

/** Where nothing can be reached: a port that nobody listens on, a label longer than DNS allows. */
const unreachable: Readonly<Record<Exclude<ConnectFault, 'offline'>, string>> = {
  refused: 'http://127.0.0.1:1',
  dns: `http://${'x'.repeat(64)}.invalid`,
};

/** Keeps a request from reaching the backend, for real: it fails where the client connects. */
export const injectConnectFault =
  (faults: FaultRegistry, subject: RequestSubject): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) => {
    const fault = faults.takeConnectFault(subject);
    if (fault === null) return dispatch(options, handler);
    if (fault === 'offline') {
      handler.onResponseError?.(noController, new RequestEnded('offline'));
      return true;
    }
    // Should somebody listen there after all, they learn nothing.
    return dispatch({ origin: unreachable[fault], path: '/', method: 'GET' }, handler);
  };
