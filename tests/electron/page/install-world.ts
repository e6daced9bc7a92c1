/**
 * Runs in the page, before its own scripts: what a sandboxed preload finds in Electron. It travels as
 * text, so it uses nothing from outside of itself.
 */

type Hear = (event: unknown, ...values: unknown[]) => void;
type Require = (name: string) => unknown;
export type RunPreload = (require: Require, module: object, exports: object) => void;

export interface WorldOptions {
  /** Where main's messages arrive: a name that nobody guesses. */
  readonly key: string;
  readonly binding: string;
}

interface Told {
  readonly kind: 'invoke' | 'send' | 'open';
  readonly channel: string;
  readonly values: readonly unknown[];
}

/** What of the page is used; there are no types of the DOM here. */
interface PageGlobals {
  readonly window: unknown;
  readonly top: unknown;
  readonly location: { readonly href: string };
  open: unknown;
  [name: string]: unknown;
}

export function installWorld({ key, binding }: WorldOptions, runPreload: RunPreload | null): void {
  const page = globalThis as unknown as PageGlobals;
  const tell = page[binding] as ((told: Told) => Promise<unknown>) | undefined;
  if (tell === undefined) return;

  page.open = (url: unknown = 'about:blank', name: unknown = '', features: unknown = '') => {
    const to = new URL(String(url), page.location.href).href;
    void tell({ kind: 'open', channel: '', values: [to, String(name), String(features)] });
    return null;
  };
  if (page.window !== page.top || page.location.href === 'about:blank' || runPreload === null)
    return;
  // In a frame it stays: with it, a test does what a page does that broke out of its sandbox.
  Reflect.deleteProperty(page, binding);

  const listeners = new Map<string, Hear[]>();

  /** Throws for what cannot be cloned, as Electron does. */
  const cloned = (values: readonly unknown[]): unknown[] => {
    try {
      return structuredClone([...values]);
    } catch {
      throw new Error('An object could not be cloned.');
    }
  };

  const ipcRenderer = {
    invoke: async (channel: string, ...values: unknown[]): Promise<unknown> => {
      const answer = (await tell({ kind: 'invoke', channel, values: cloned(values) })) as
        | { readonly ok: true; readonly value: unknown }
        | { readonly ok: false; readonly message: string };
      if (answer.ok) return answer.value;
      throw new Error(`Error invoking remote method '${channel}': ${answer.message}`);
    },
    send: (channel: string, ...values: unknown[]): void => {
      void tell({ kind: 'send', channel, values: cloned(values) });
    },
    on: (channel: string, hear: Hear) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), hear]);
      return ipcRenderer;
    },
    off: (channel: string, hear: Hear) => {
      const rest = (listeners.get(channel) ?? []).filter((one) => one !== hear);
      listeners.set(channel, rest);
      return ipcRenderer;
    },
  };

  Object.defineProperty(page, key, {
    value: (channel: string, values: readonly unknown[]) => {
      for (const hear of listeners.get(channel) ?? []) hear({ sender: ipcRenderer }, ...values);
    },
  });

  /** A copy on the other side: functions call back, promises follow, everything else is frozen. */
  const pass = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const call = value as (...values: unknown[]) => unknown;
      return Object.freeze((...values: unknown[]) => pass(call(...values.map(pass))));
    }
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Promise)
      return value.then(pass, (error: unknown) => {
        throw new Error(error instanceof Error ? error.message : String(error));
      });
    if (Array.isArray(value)) return Object.freeze(value.map(pass));
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
    return Object.freeze(
      Object.fromEntries(Object.entries(value).map(([name, item]) => [name, pass(item)])),
    );
  };

  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown): void => {
      if (name in page)
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      Object.defineProperty(page, name, { value: pass(api), enumerable: true });
    },
  };

  /** What a test drops lies nowhere. */
  const webUtils = { getPathForFile: (): string => '' };

  const preloadModule = { exports: {} };
  runPreload(
    (name) => {
      if (name === 'electron') return { contextBridge, ipcRenderer, webUtils };
      throw new Error(`module not found: ${name}`);
    },
    preloadModule,
    preloadModule.exports,
  );
}

/** The text that Chromium evaluates before everything else in each document. */
export const worldScript = (options: WorldOptions, preload: string | null): string => {
  const run = preload === null ? 'null' : `(require, module, exports) => {\n${preload}\n}`;
  return `(${installWorld.toString()})(${JSON.stringify(options)}, ${run});`;
};
