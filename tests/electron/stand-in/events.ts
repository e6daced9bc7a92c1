import { EventEmitter } from 'node:events';
import type {
  App,
  BrowserWindow,
  DownloadItem,
  Event,
  NativeImage,
  Rectangle,
  RenderProcessGoneDetails,
  Session,
  WebContents,
  WebContentsDidStartNavigationEventParams,
  WebContentsPaintEventParams,
  WebContentsWillFrameNavigateEventParams,
  WebContentsWillNavigateEventParams,
  WebContentsWillRedirectEventParams,
  WebFrameMain,
} from 'electron';

/** What Electron hands over beside the details, and calls deprecated. */
type Former = [
  url: string,
  isInPlace: boolean,
  isMainFrame: boolean,
  process: number,
  frame: number,
];

/** What the stand-in tells, each with what it hands to who listens. */
export interface AppEvents {
  readonly 'before-quit': [Event];
  readonly 'browser-window-created': [Event, BrowserWindow];
  readonly 'open-file': [Event, string];
  readonly quit: [Event, number];
  readonly 'second-instance': [Event, string[], string, unknown];
  readonly 'session-created': [Session];
  readonly 'web-contents-created': [Event, WebContents];
  readonly 'will-quit': [Event];
  readonly 'will-finish-launching': [];
  readonly 'window-all-closed': [];
}

export interface ContentsEvents {
  readonly destroyed: [];
  readonly 'did-finish-load': [];
  readonly 'did-frame-navigate': [Event, string, number, string, boolean, number, number];
  readonly 'did-navigate': [Event, string, number, string];
  readonly 'did-navigate-in-page': [Event, string, boolean, number, number];
  readonly 'did-start-navigation': [Event<WebContentsDidStartNavigationEventParams>, ...Former];
  readonly 'dom-ready': [Event];
  readonly paint: [Event<WebContentsPaintEventParams>, Rectangle, NativeImage];
  readonly 'render-process-gone': [Event, RenderProcessGoneDetails];
  readonly 'will-frame-navigate': [Event<WebContentsWillFrameNavigateEventParams>];
  readonly 'will-navigate': [Event<WebContentsWillNavigateEventParams>, ...Former];
  readonly 'will-redirect': [Event<WebContentsWillRedirectEventParams>, ...Former];
}

export interface SessionEvents {
  readonly 'will-download': [Event, DownloadItem, WebContents, WebFrameMain | null];
}

/** Emits what is declared above, and nothing else. */
export class Emitter<
  Events extends { readonly [Name in keyof Events]: unknown[] },
> extends EventEmitter {
  tell<Name extends keyof Events & string>(name: Name, ...values: Events[Name]): boolean {
    return this.emit(name, ...values);
  }
}

type Hear<Values extends readonly unknown[]> = (...values: Values) => void;
type Hears<Events> = { readonly [Name in keyof Events]: Hear<Events[Name] & readonly unknown[]> };

/** Never called: that it compiles says that Electron declares these events with these values. */
export const areDeclaredByElectron = (
  real: { readonly app: App; readonly contents: WebContents; readonly session: Session },
  hears: Hears<AppEvents> & Hears<ContentsEvents> & Hears<SessionEvents>,
): void => {
  real.app.on('before-quit', hears['before-quit']);
  real.app.on('browser-window-created', hears['browser-window-created']);
  real.app.on('open-file', hears['open-file']);
  real.app.on('quit', hears.quit);
  real.app.on('will-finish-launching', hears['will-finish-launching']);
  real.app.on('second-instance', hears['second-instance']);
  real.app.on('session-created', hears['session-created']);
  real.app.on('web-contents-created', hears['web-contents-created']);
  real.app.on('will-quit', hears['will-quit']);
  real.app.on('window-all-closed', hears['window-all-closed']);
  real.contents.on('destroyed', hears.destroyed);
  real.contents.on('did-finish-load', hears['did-finish-load']);
  real.contents.on('did-frame-navigate', hears['did-frame-navigate']);
  real.contents.on('did-navigate', hears['did-navigate']);
  real.contents.on('did-navigate-in-page', hears['did-navigate-in-page']);
  real.contents.on('did-start-navigation', hears['did-start-navigation']);
  real.contents.on('dom-ready', hears['dom-ready']);
  real.contents.on('paint', hears.paint);
  real.contents.on('render-process-gone', hears['render-process-gone']);
  real.contents.on('will-frame-navigate', hears['will-frame-navigate']);
  real.contents.on('will-navigate', hears['will-navigate']);
  real.contents.on('will-redirect', hears['will-redirect']);
  real.session.on('will-download', hears['will-download']);
};
