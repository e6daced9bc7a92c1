import type {
  HandlerDetails,
  LoadURLOptions,
  NativeImage,
  WebContents,
  WebFrameMain,
  WebPreferences,
  WindowOpenHandlerResponse,
} from 'electron';
import type { ChromiumCalls, FrameSeen, PageEvent, RequestSeen } from '../calls.ts';
import { createEvent } from './event.ts';
import { type ContentsEvents, Emitter } from './events.ts';
import { answering, chromium } from './link.ts';
import { imageOf } from './native-image.ts';
import { defaultSession } from './session.ts';
import { WebFrameStandIn } from './web-frame.ts';

type Imitated = Pick<
  WebContents,
  | 'capturePage'
  | 'executeJavaScript'
  | 'forcefullyCrashRenderer'
  | 'getURL'
  | 'getWebRTCIPHandlingPolicy'
  | 'id'
  | 'invalidate'
  | 'isDestroyed'
  | 'loadURL'
  | 'mainFrame'
  | 'reload'
  | 'send'
  | 'session'
  | 'setWebRTCIPHandlingPolicy'
  | 'setWindowOpenHandler'
>;

type Opening = Parameters<ChromiumCalls['openWindow']>[0];
type OpenHandler = (details: HandlerDetails) => WindowOpenHandlerResponse;

const known = new Map<number, WebContentsStandIn>();

const asElectron = (frame: WebFrameStandIn): WebFrameMain => frame as unknown as WebFrameMain;

/** What is handed over beside the details of a navigation. */
const formerOf = ({ isMainFrame, window, frame }: FrameSeen, url: string, isInPlace = false) =>
  [url, isInPlace, isMainFrame, window, frame] as const;

const blank = (window: number): FrameSeen => ({
  window,
  frame: 0,
  isMainFrame: true,
  url: '',
  origin: 'null',
  name: '',
});

/** The contents of a window: one page of Chromium, and its frames. */
export class WebContentsStandIn extends Emitter<ContentsEvents> implements Imitated {
  readonly #id = known.size + 1;
  readonly #mainFrame = new WebFrameStandIn(blank(this.#id));
  readonly #frames = new Map<number, WebFrameStandIn>();
  readonly #preferences: WebPreferences;
  #opened: Promise<unknown> = Promise.resolve();
  #openHandler: OpenHandler | null = null;
  #rtcPolicy = 'default';
  #isDestroyed = false;
  #isPainted = false;

  /** Told once, when there is something to see. */
  onPainted: () => void = () => {};

  constructor(preferences: WebPreferences) {
    super();
    this.#preferences = preferences;
    known.set(this.#id, this);
  }

  get id(): number {
    this.#needAlive();
    return this.#id;
  }

  get mainFrame(): WebFrameMain {
    this.#needAlive();
    return asElectron(this.#mainFrame);
  }

  get session(): WebContents['session'] {
    return defaultSession;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  getURL(): string {
    return this.#mainFrame.url;
  }

  /** Electron has it, and does not declare it. */
  getLastWebPreferences(): WebPreferences {
    return this.#preferences;
  }

  /** Called by the window that shows it. */
  open(how: () => Promise<Omit<Opening, 'window'>>): void {
    this.#opened = how().then((asked) =>
      chromium.call('openWindow', { ...asked, window: this.#id }),
    );
    // The test is told by the page that does not come.
    this.#opened.catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  }

  async loadURL(url: string, _options?: LoadURLOptions): Promise<void> {
    await this.#then(() => chromium.call('load', { window: this.#id, url }));
    this.#needAlive();
  }

  reload(): void {
    this.#then(() => chromium.call('reload', { window: this.#id })).catch(() => {});
  }

  send(channel: string, ...values: unknown[]): void {
    this.#needAlive();
    // What cannot be cloned is refused here, and not on the way.
    const cloned = structuredClone(values);
    const send = async (): Promise<void> => {
      chromium.tell('send', { window: this.#id, channel, values: cloned });
    };
    void this.#then(send).catch(() => {});
  }

  async capturePage(): Promise<NativeImage> {
    return imageOf(await this.#then(() => chromium.call('capture', { window: this.#id })));
  }

  /** What is drawn off screen is painted all anew; what a person sees is painted by Chromium. */
  invalidate(): void {
    if (this.#preferences.offscreen === undefined) return;
    const paint = async (): Promise<void> => {
      const image = await this.capturePage();
      this.tell('paint', createEvent({}), { x: 0, y: 0, ...image.getSize() }, image);
    };
    paint().catch(() => {});
  }

  // Electron declares it so.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async executeJavaScript(code: string): Promise<any> {
    return this.#then(() => chromium.call('run', { window: this.#id, code }));
  }

  forcefullyCrashRenderer(): void {
    chromium.tell('crash', { window: this.#id });
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  setWebRTCIPHandlingPolicy(policy: ReturnType<WebContents['getWebRTCIPHandlingPolicy']>): void {
    this.#rtcPolicy = policy;
  }

  getWebRTCIPHandlingPolicy(): string {
    return this.#rtcPolicy;
  }

  resize(size: { readonly width: number; readonly height: number }): void {
    this.#then(() => chromium.call('resize', { window: this.#id, size })).catch(() => {});
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.#opened.then(
      () => chromium.tell('close', { window: this.#id }),
      () => {},
    );
    this.tell('destroyed');
  }

  frame(seen: FrameSeen): WebFrameStandIn {
    const frame = seen.isMainFrame ? this.#mainFrame : this.#frames.get(seen.frame);
    if (frame === undefined) {
      const added = new WebFrameStandIn(seen);
      this.#frames.set(seen.frame, added);
      return added;
    }
    frame.see(seen);
    return frame;
  }

  /** A frame wants to show something else; false: somebody prevented it. */
  navigate(seen: FrameSeen, { url, initiator, navigation }: RequestSeen): boolean {
    const from = initiator && asElectron(frameOf(initiator));
    const details = { ...this.#navigation(seen, url), initiator: from };
    const former = formerOf(seen, url);
    this.tell('did-start-navigation', createEvent(details), ...former);
    if (navigation?.isByPage !== true) return true;
    const frameEvent = createEvent(details);
    this.tell('will-frame-navigate', frameEvent);
    if (frameEvent.defaultPrevented || !seen.isMainFrame) return !frameEvent.defaultPrevented;
    const event = createEvent(details);
    this.tell('will-navigate', event, ...former);
    return !event.defaultPrevented;
  }

  /** What answers a navigation leads on; false: somebody prevented it. */
  redirect(seen: FrameSeen, url: string): boolean {
    const event = createEvent({ ...this.#navigation(seen, url), initiator: null });
    this.tell('will-redirect', event, ...formerOf(seen, url));
    return !event.defaultPrevented;
  }

  mayOpen(url: string, frameName: string, features: string): boolean {
    const referrer = { url: this.getURL(), policy: 'no-referrer' as const };
    const disposition = 'foreground-tab';
    const details: HandlerDetails = { url, frameName, features, disposition, referrer };
    const { action } = this.#openHandler?.(details) ?? { action: 'allow' };
    if (action === 'allow')
      throw new Error('The stand-in opens no windows of pages: on this app they are all denied.');
    return false;
  }

  happened(event: PageEvent): void {
    switch (event.kind) {
      case 'navigated':
        this.#navigated(event);
        return;
      case 'dom-ready':
        this.tell('dom-ready', createEvent({}));
        return;
      case 'loaded':
        this.tell('did-finish-load');
        return;
      case 'painted':
        this.#paint();
        return;
      case 'crashed':
        this.tell('render-process-gone', createEvent({}), { reason: 'crashed', exitCode: 5 });
    }
  }

  #paint(): void {
    if (!this.#isPainted) this.onPainted();
    this.#isPainted = true;
  }

  #navigated({ frame, isSameDocument }: Extract<PageEvent, { kind: 'navigated' }>): void {
    const { isMainFrame, url, window, frame: number } = frame;
    const details = { url, isSameDocument, isMainFrame, frame: asElectron(this.frame(frame)) };
    if (isSameDocument) {
      const begun = createEvent({ ...details, initiator: null });
      this.tell('did-start-navigation', begun, ...formerOf(frame, url, true));
      this.tell('did-navigate-in-page', createEvent({}), url, isMainFrame, window, number);
      return;
    }
    this.tell('did-frame-navigate', createEvent({}), url, 200, 'OK', isMainFrame, window, number);
    if (isMainFrame) this.tell('did-navigate', createEvent({}), url, 200, 'OK');
  }

  #navigation(seen: FrameSeen, url: string) {
    const { isMainFrame } = seen;
    return { url, isSameDocument: false, isMainFrame, frame: asElectron(this.frame(seen)) };
  }

  async #then<T>(act: () => Promise<T>): Promise<T> {
    await this.#opened;
    return act();
  }

  #needAlive(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
  }
}

/** The contents that have this number; it is used once. */
export const contentsAt = (number: number): WebContentsStandIn => {
  const contents = known.get(number);
  if (contents === undefined) throw new Error(`There are no contents ${number}.`);
  return contents;
};

export const frameOf = (seen: FrameSeen): WebFrameStandIn => contentsAt(seen.window).frame(seen);

const allContents = (): WebContentsStandIn[] =>
  [...known.values()].filter((contents) => !contents.isDestroyed());

answering('newWindow', ({ window, url, frameName, features }) =>
  contentsAt(window).mayOpen(url, frameName, features),
);
answering('page', ({ window, event }) => {
  const contents = contentsAt(window);
  if (!contents.isDestroyed()) contents.happened(event);
});

export const webContents = Object.freeze({
  getAllWebContents: (): WebContents[] => allContents() as unknown as WebContents[],
});
