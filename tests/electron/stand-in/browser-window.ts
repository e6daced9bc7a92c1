import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type {
  BrowserWindowConstructorOptions,
  BrowserWindow as ElectronWindow,
  Rectangle,
  WebContents,
} from 'electron';
import { app } from './app.ts';
import { createEvent } from './event.ts';
import { life } from './life.ts';
import { nativeTheme } from './native-theme.ts';
import { screen } from './screen.ts';
import { needSession, sessionStandIn } from './session.ts';
import { WebContentsStandIn } from './web-contents.ts';

type Imitated = Pick<
  ElectronWindow,
  | 'blur'
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getBounds'
  | 'getNormalBounds'
  | 'getTitle'
  | 'hide'
  | 'id'
  | 'isDestroyed'
  | 'isFocused'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'reload'
  | 'restore'
  | 'setBounds'
  | 'setContentSize'
  | 'setFullScreen'
  | 'show'
  | 'unmaximize'
  | 'webContents'
>;

type Shape = 'normal' | 'maximized' | 'full-screen';

const windows = new Set<BrowserWindowStandIn>();
/** The number of the window that has the focus. */
let focused: number | null = null;
let lastId = 0;

const placed = (options: BrowserWindowConstructorOptions): Rectangle => {
  const { workArea: area } = screen.getPrimaryDisplay();
  const { width = 800, height = 600 } = options;
  const middle = {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
  };
  return { x: options.x ?? middle.x, y: options.y ?? middle.y, width, height };
};

/** A window as the system keeps it; it has no frame, so that its page is as large as it is. */
export class BrowserWindowStandIn extends EventEmitter implements Imitated {
  readonly id: number;
  readonly #options: BrowserWindowConstructorOptions;
  readonly #contents: WebContentsStandIn;
  #bounds: Rectangle;
  #shape: Shape = 'normal';
  #isShown: boolean;
  #isMinimized = false;
  #isDestroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    life.needReady('BrowserWindow');
    needSession();
    lastId += 1;
    this.id = lastId;
    this.#options = options;
    this.#bounds = placed(options);
    this.#isShown = options.show !== false;
    this.#contents = new WebContentsStandIn(options.webPreferences ?? {});
    this.#contents.onPainted = () => this.emit('ready-to-show');
    windows.add(this);
    app.added(this);
    app.tell('web-contents-created', createEvent({}), this.webContents);
    app.tell('browser-window-created', createEvent({}), this as unknown as ElectronWindow);
    this.#open();
  }

  static getAllWindows(): ElectronWindow[] {
    return [...windows].map((window) => window as unknown as ElectronWindow);
  }

  static getFocusedWindow(): ElectronWindow | null {
    return this.getAllWindows().find(({ id }) => id === focused) ?? null;
  }

  static fromWebContents(contents: WebContents): ElectronWindow | null {
    return this.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }

  get webContents(): WebContents {
    this.#needAlive();
    return this.#contents as unknown as WebContents;
  }

  loadURL(url: string): Promise<void> {
    return this.#contents.loadURL(url);
  }

  reload(): void {
    this.#needAlive();
    this.#contents.reload();
  }

  getTitle(): string {
    return this.#options.title ?? app.getName();
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  isVisible(): boolean {
    this.#needAlive();
    return this.#isShown && !this.#isMinimized;
  }

  isMinimized(): boolean {
    this.#needAlive();
    return this.#isMinimized;
  }

  isMaximized(): boolean {
    this.#needAlive();
    return this.#shape === 'maximized';
  }

  isFullScreen(): boolean {
    this.#needAlive();
    return this.#shape === 'full-screen';
  }

  isFocused(): boolean {
    return focused === this.id;
  }

  getNormalBounds(): Rectangle {
    this.#needAlive();
    return { ...this.#bounds };
  }

  getBounds(): Rectangle {
    const { bounds, workArea } = screen.getPrimaryDisplay();
    if (this.#shape === 'normal') return this.getNormalBounds();
    return this.#shape === 'maximized' ? workArea : bounds;
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#needAlive();
    const { minWidth = 0, minHeight = 0 } = this.#options;
    const before = this.#bounds;
    const { x, y, width, height } = { ...before, ...bounds };
    this.#bounds = { x, y, width: Math.max(width, minWidth), height: Math.max(height, minHeight) };
    if (x !== before.x || y !== before.y) this.#later('move');
    if (width === before.width && height === before.height) return;
    this.#contents.resize(this.#bounds);
    this.#later('resize');
  }

  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  show(): void {
    this.#needAlive();
    if (!this.#isShown) {
      this.#isShown = true;
      this.#later('show');
    }
    this.focus();
  }

  hide(): void {
    this.#needAlive();
    if (!this.#isShown) return;
    this.#isShown = false;
    this.blur();
    this.#later('hide');
  }

  focus(): void {
    this.#needAlive();
    if (focused === this.id) return;
    BrowserWindowStandIn.getFocusedWindow()?.blur();
    focused = this.id;
    this.#later('focus');
  }

  blur(): void {
    if (focused !== this.id) return;
    focused = null;
    this.#later('blur');
  }

  minimize(): void {
    this.#needAlive();
    if (this.#isMinimized) return;
    this.#isMinimized = true;
    this.blur();
    this.#later('minimize');
  }

  restore(): void {
    this.#needAlive();
    if (!this.#isMinimized) return;
    this.#isMinimized = false;
    this.#later('restore');
    this.focus();
  }

  maximize(): void {
    this.#setShape('maximized', 'maximize');
  }

  unmaximize(): void {
    this.#setShape('normal', 'unmaximize');
  }

  setFullScreen(isFullScreen: boolean): void {
    if (isFullScreen) this.#setShape('full-screen', 'enter-full-screen');
    else this.#setShape('normal', 'leave-full-screen');
  }

  /** As a person closes it: whoever listens may keep it. */
  close(): void {
    if (this.#isDestroyed) return;
    const event = createEvent({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#contents.destroy();
    this.#isDestroyed = true;
    windows.delete(this);
    if (focused === this.id) focused = null;
    this.emit('closed');
    app.removed(this);
  }

  #open(): void {
    const { preload, offscreen } = this.#options.webPreferences ?? {};
    const scale = typeof offscreen === 'object' ? (offscreen.deviceScaleFactor ?? 1) : 1;
    const { width, height } = this.#bounds;
    this.#contents.open(async () => ({
      size: { width, height },
      scale,
      preload: preload === undefined ? null : readFileSync(preload, 'utf8'),
      granted: await sessionStandIn.grantedTo(this.webContents),
      colorScheme: nativeTheme.colorScheme,
    }));
  }

  #setShape(shape: Shape, event: string): void {
    this.#needAlive();
    // Electron shows a window that it maximises.
    if (shape === 'maximized') this.#isShown = true;
    if (this.#shape === shape) return;
    this.#shape = shape;
    this.#contents.resize(this.getBounds());
    this.#later(event);
  }

  /** The system tells it after the call that sets it off. */
  #later(name: string): void {
    setImmediate(() => this.emit(name, createEvent({})));
  }

  #needAlive(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
  }
}
