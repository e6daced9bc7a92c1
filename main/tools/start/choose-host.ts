/** What is known before the app is opened. */
export interface Situation {
  readonly isHeadless: boolean;
  /** A port was named, and only a browser needs one. */
  readonly hasPort: boolean;
  readonly hasDisplay: boolean;
  /** Chromium, which Electron is made of, runs unconfined or not at all as root on Linux. */
  readonly isRootOnLinux: boolean;
  /** The Electron host is among the sources, so that there is something to run. */
  readonly hasElectronHost: boolean;
  readonly hasRuntime: boolean;
  /** The runtime could not be fetched before on this day. */
  readonly wasRefusedToday: boolean;
}

export type HostChoice =
  | { readonly host: 'electron' }
  /** Try to get the runtime; the browser is what is left where that fails. */
  | { readonly host: 'fetch-electron' }
  /** With why there is no window, for a person; null: that is what was asked for. */
  | { readonly host: 'browser'; readonly why: string | null };

const browser = (why: string | null): HostChoice => ({ host: 'browser', why });

/** Decides what the app is opened in. */
export const chooseHost = (situation: Situation): HostChoice => {
  if (situation.isHeadless || situation.hasPort || !situation.hasElectronHost) return browser(null);
  if (!situation.hasDisplay)
    return browser('There is no screen for a window here, so the app runs for a browser.');
  if (situation.isRootOnLinux)
    return browser(
      'Electron is not run as root, where it has no sandbox, so the app runs for a browser.',
    );
  if (situation.hasRuntime) return { host: 'electron' };
  if (situation.wasRefusedToday)
    return browser(
      'Electron’s runtime could not be fetched earlier today, so the app runs for a browser; tomorrow it is tried again.',
    );
  return { host: 'fetch-electron' };
};
