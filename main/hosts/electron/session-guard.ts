import type { App, CommandLine, Session } from 'electron';
import type { Log } from '../../app/log.ts';
import { scheme } from './scheme.ts';

/** What of a session is shut; the rest of it stays as Electron makes it. */
export interface GuardedSession extends Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
  | 'setProxy'
  | 'on'
> {
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
}

export interface SessionGuardOptions {
  readonly hasDevTools: boolean;
  readonly log: Log;
}

/** Ours, and what is inside of the page already: neither of them leaves the machine. */
const localProtocols: readonly string[] = [`${scheme}:`, 'data:', 'blob:'];
const devToolsProtocol = 'devtools:';

/** Whether a page may load that at all; the content security policies are narrower. */
export const mayBeRequested = (
  url: string,
  { hasDevTools }: Pick<SessionGuardOptions, 'hasDevTools'>,
): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol } = new URL(url);
  return localProtocols.includes(protocol) || (hasDevTools && protocol === devToolsProtocol);
};

/**
 * Before the app is ready. No name and no address can be resolved by Chromium: what gets past every
 * other wall, as WebRTC gets past the content security policy, has nowhere to go. The engine's own
 * requests are Node's.
 */
export const cutOffChromium = (commandLine: Pick<CommandLine, 'appendSwitch'>): void => {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
};

const denyPermissions = (session: GuardedSession): void => {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
};

const denyTraffic = (session: GuardedSession, { hasDevTools, log }: SessionGuardOptions): void => {
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const cancel = !mayBeRequested(url, { hasDevTools });
    if (cancel) log.write('session', `A page asked for ${url}, which was refused.`);
    callback({ cancel });
  });
  session.on('will-download', (event, item) => {
    event.preventDefault();
    log.write('session', `A page wanted to download ${item.getURL()}, which was refused.`);
  });
};

/** Shuts a session: no permissions, no downloads, nothing from anywhere but the app itself. */
export const guardSession = (session: GuardedSession, options: SessionGuardOptions): void => {
  denyPermissions(session);
  denyTraffic(session, options);
  // It would download dictionaries.
  session.setSpellCheckerEnabled(false);
  // Without this, Chromium asks the network for a proxy to use.
  session.setProxy({ mode: 'direct' }).catch((error: unknown) => {
    options.log.write('session', `The proxy could not be switched off: ${String(error)}`);
  });
};

/**
 * Shuts every session that is made from now on. Before the app is ready there is none: also the
 * default one is told of when it is made, and each time that Electron makes its object anew.
 */
export const guardNewSessions = (app: Pick<App, 'on'>, options: SessionGuardOptions): void => {
  app.on('session-created', (session) => {
    guardSession(session, options);
  });
};
