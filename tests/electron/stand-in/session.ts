import type {
  CallbackResponse,
  DownloadItem,
  OnBeforeRequestListenerDetails,
  Session,
  WebContents,
  WebRequestFilter,
} from 'electron';
import { permissionNames } from '../chromium/permissions.ts';
import { app } from './app.ts';
import { createEvent } from './event.ts';
import { Emitter, type SessionEvents } from './events.ts';
import { life } from './life.ts';
import { chromium } from './link.ts';

type Listener = (
  details: OnBeforeRequestListenerDetails,
  callback: (response: CallbackResponse) => void,
) => void;

type Imitated = Pick<
  Session,
  | 'clearStorageData'
  | 'setDevicePermissionHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setProxy'
  | 'setSpellCheckerEnabled'
  | 'isSpellCheckerEnabled'
>;

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];

/** What pages share: who may do what, and what may be asked for. */
export class SessionStandIn extends Emitter<SessionEvents> implements Imitated {
  #request: RequestHandler = null;
  #check: CheckHandler = null;
  #hasSpellChecker = true;
  #onBeforeRequest: Listener | null = null;

  readonly webRequest = {
    onBeforeRequest: (
      ...[first, second]: [WebRequestFilter, Listener | null] | [Listener | null]
    ): void => {
      this.#onBeforeRequest = typeof first === 'function' ? first : (second ?? null);
    },
  };

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler;
  }

  /** No device is ever there. */
  setDevicePermissionHandler(): void {}

  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.#hasSpellChecker = isEnabled;
  }

  isSpellCheckerEnabled(): boolean {
    return this.#hasSpellChecker;
  }

  async setProxy(): Promise<void> {}

  async clearStorageData(): Promise<void> {
    await chromium.call('clearStorage', null);
  }

  /** Whether a request may go on. */
  mayBeRequested(details: OnBeforeRequestListenerDetails): Promise<boolean> {
    const listener = this.#onBeforeRequest;
    if (listener === null) return Promise.resolve(true);
    return new Promise((resolve) =>
      listener(details, ({ cancel, redirectURL }) => {
        if (redirectURL !== undefined) throw new Error('The stand-in redirects no requests.');
        resolve(cancel !== true);
      }),
    );
  }

  /** Electron asks when a page does; here, once and in advance. Without handlers all is granted. */
  async grantedTo(contents: WebContents): Promise<string[]> {
    const answers = permissionNames.map(async (name) => {
      const requested = await this.#mayRequest(contents, name);
      return requested && this.#passesCheck(contents, name) ? [name] : [];
    });
    return (await Promise.all(answers)).flat();
  }

  /** False: somebody prevented it. */
  mayDownload(contents: WebContents, url: string, name: string): boolean {
    const event = createEvent({});
    const item: Pick<DownloadItem, 'getURL' | 'getFilename'> = {
      getURL: () => url,
      getFilename: () => name,
    };
    // Which frame it is, Chromium does not tell here.
    this.tell('will-download', event, item as DownloadItem, contents, null);
    return !event.defaultPrevented;
  }

  #mayRequest(contents: WebContents, name: string): Promise<boolean> {
    const handler = this.#request;
    if (handler === null) return Promise.resolve(true);
    const details = { isMainFrame: true, requestingUrl: 'app://window/' };
    return new Promise((resolve) =>
      handler(contents, name as Parameters<typeof handler>[1], resolve, details),
    );
  }

  #passesCheck(contents: WebContents, name: string): boolean {
    const details = { isMainFrame: true };
    const asked = name as Parameters<NonNullable<CheckHandler>>[1];
    return this.#check?.(contents, asked, 'app://window/', details) ?? true;
  }
}

const ownSession = new SessionStandIn();

/** The one session that windows of the stand-in have. */
export const sessionStandIn = ownSession;
export const defaultSession = ownSession as unknown as Session;

let isMade = false;

/** Electron makes the default session's object for whoever needs it first, and tells of it then. */
export const needSession = (): void => {
  if (isMade) return;
  isMade = true;
  app.tell('session-created', defaultSession);
};

export const session = Object.freeze({
  get defaultSession(): Session {
    life.needReady('session');
    needSession();
    return defaultSession;
  },
  fromPartition: (): Session => {
    life.needReady('session');
    const another = new SessionStandIn() as unknown as Session;
    app.tell('session-created', another);
    return another;
  },
});
