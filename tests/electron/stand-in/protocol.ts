import type { CustomScheme, Protocol } from 'electron';
import { life } from './life.ts';
import { needSession } from './session.ts';

type Imitated = Pick<
  Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
>;
type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();
let privileged: readonly CustomScheme[] | null = null;

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => {
    life.needNotReady('protocol.registerSchemesAsPrivileged');
    if (privileged !== null)
      throw new Error('protocol.registerSchemesAsPrivileged should be called only once');
    privileged = schemes;
  },
  handle: (scheme, handler) => {
    life.needReady('protocol');
    // It is the default session's.
    needSession();
    if (handlers.has(scheme)) throw new Error(`The protocol ${scheme} is handled already`);
    handlers.set(scheme, handler);
  },
  unhandle: (scheme) => {
    if (!handlers.delete(scheme)) throw new Error(`The protocol ${scheme} is not handled`);
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
} satisfies Imitated;

/** What main would be asked for at that address; null: it is nobody's. */
export const handlerFor = (url: string): Handler | null =>
  handlers.get(new URL(url).protocol.slice(0, -1)) ?? null;

/** Without these two, `app:` has neither origins nor a secure context, which Chromium here has. */
export const isStandardAndSecure = (scheme: string): boolean =>
  privileged?.some(
    ({ scheme: name, privileges }) =>
      name === scheme && privileges?.standard === true && privileges.secure === true,
  ) === true;
