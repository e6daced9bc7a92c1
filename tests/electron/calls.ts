import type { OnBeforeRequestListenerDetails } from 'electron';

/** What crosses between the process of the stand-in and the one that drives Chromium. */

export type ColorScheme = 'light' | 'dark';
export type Size = { readonly width: number; readonly height: number };

/** A frame, as Chromium knows it; addresses are main's. */
export interface FrameSeen {
  readonly window: number;
  readonly frame: number;
  readonly isMainFrame: boolean;
  readonly url: string;
  readonly origin: string;
  readonly name: string;
}

export interface RequestSeen {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  readonly resourceType: OnBeforeRequestListenerDetails['resourceType'];
  /** Null: no frame that is left. */
  readonly frame: FrameSeen | null;
  /** Who asks; null: the browser itself. */
  readonly initiator: FrameSeen | null;
  /** Null: a frame is not to show anything else by this. */
  readonly navigation: { readonly isByPage: boolean } | null;
}

export type Answered =
  /** The frame stays as it is. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'cancelled' }
  /** It is nobody's here: Chromium itself asks for it. */
  | { readonly kind: 'passed' }
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    };

export type Invoked =
  | { readonly ok: true; readonly value: unknown }
  /** All that is left of an error that crosses. */
  | { readonly ok: false; readonly message: string };

/** What main asked of the system, where a person would have seen it. */
export interface Recorded {
  readonly what:
    | 'showErrorBox'
    | 'showMessageBox'
    | 'showOpenDialog'
    | 'openExternal'
    | 'openPath'
    | 'open-window-refused';
  readonly detail: unknown;
}

/** What the stand-in asks of the side that drives Chromium. */
export interface ChromiumCalls {
  openWindow(asked: {
    readonly window: number;
    readonly size: Size;
    /** The preload's text. */
    readonly preload: string | null;
    readonly colorScheme: ColorScheme;
    /** How many pixels a point has in pictures of it. */
    readonly scale: number;
    /** By Electron's names. */
    readonly granted: readonly string[];
  }): Promise<void>;
  load(asked: { readonly window: number; readonly url: string }): Promise<void>;
  reload(asked: { readonly window: number }): Promise<void>;
  close(asked: { readonly window: number }): Promise<void>;
  resize(asked: { readonly window: number; readonly size: Size }): Promise<void>;
  send(asked: {
    readonly window: number;
    readonly channel: string;
    readonly values: readonly unknown[];
  }): void;
  crash(asked: { readonly window: number }): void;
  capture(asked: { readonly window: number }): Promise<Uint8Array>;
  run(asked: { readonly window: number; readonly code: string }): Promise<unknown>;
  setColorScheme(asked: { readonly colorScheme: ColorScheme }): Promise<void>;
  clearStorage(asked: null): Promise<void>;
  record(recorded: Recorded): void;
  /** The index of the button that is pressed. */
  press(asked: { readonly message: string; readonly buttons: readonly string[] }): Promise<number>;
  /** The files that are chosen; none, where the dialog is left. */
  choose(asked: null): Promise<readonly string[]>;
}

/** What of a page's life is told as it happens. */
export type PageEvent =
  | { readonly kind: 'navigated'; readonly frame: FrameSeen; readonly isSameDocument: boolean }
  | { readonly kind: 'dom-ready' | 'loaded' | 'painted' | 'crashed' };

/** What the side that drives Chromium tells the stand-in, and asks of it. */
export interface MainCalls {
  request(seen: RequestSeen): Promise<Answered>;
  /** Whether it may open. */
  newWindow(asked: {
    readonly window: number;
    readonly url: string;
    readonly frameName: string;
    readonly features: string;
  }): boolean;
  /** Whether it may go on. */
  download(asked: {
    readonly window: number;
    readonly url: string;
    readonly name: string;
  }): boolean;
  invoke(asked: {
    readonly frame: FrameSeen;
    readonly channel: string;
    readonly values: readonly unknown[];
  }): Promise<Invoked>;
  send(asked: {
    readonly frame: FrameSeen;
    readonly channel: string;
    readonly values: readonly unknown[];
  }): void;
  page(told: { readonly window: number; readonly event: PageEvent }): void;
  /** Runs the text of a function of the electron module and of the argument. */
  evaluate(asked: { readonly source: string; readonly argument: unknown }): Promise<unknown>;
}

/** What a test sets before the stand-in starts; it travels in one variable of the environment. */
export interface StandInOptions {
  readonly isPackaged: boolean;
  readonly storageBackend: 'basic_text' | 'gnome_libsecret' | 'kwallet6' | 'unknown';
  readonly systemColorScheme: ColorScheme;
  /** What macOS says was double-clicked to start the app; null: nothing was. */
  readonly openFile: string | null;
  readonly workArea: { x: number; y: number; width: number; height: number };
}

export const optionsVariable = 'PAYWALL_PREVIEW_STAND_IN';

export const defaultOptions: StandInOptions = {
  isPackaged: false,
  storageBackend: 'gnome_libsecret',
  systemColorScheme: 'light',
  openFile: null,
  workArea: { x: 0, y: 0, width: 1_920, height: 1_040 },
};
