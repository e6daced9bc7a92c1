import type { CallName, Result } from '../../shared/contract/calls.ts';
import type { Outcome } from '../../shared/contract/outcome.ts';
import type { StreamMessage } from '../../shared/contract/stream.ts';
import type { Documents } from '../../shared/contract/documents.ts';
import type { OpenedFile } from '../cdn/opened-file.ts';
import type { Listener } from './broadcast.ts';
import type { KeyStore } from './keys/key-store.ts';
import type { CameraOffer } from './pictures/camera.ts';

/** What a host can do for the app that the app cannot do by itself. */
export interface HostServices {
  readonly about: Omit<Documents['app'], 'dataFolder' | 'logFolder'>;
  /** Where secrets are kept, and nowhere else. */
  readonly keys: KeyStore;
  /** Of what the app is made of and what must be said of it. */
  licences(): Result<'readLicences'>;
  /** Those that were open before, whenever these are other ones: a menu of the system's shows them. */
  readonly showRecent?: (projects: Documents['projects']) => void;
  /** Lets people choose a folder by the system's own dialog; null: they chose none. */
  readonly chooseFolder?: () => Promise<string | null>;
  /** Shows a folder in the system's file manager; null, or why that was not possible. */
  showFolder(folder: string): Promise<string | null>;
  /** Where pictures go; absolute. */
  readonly picturesFolder: string;
  readonly camera: CameraOffer;
  /** Opens a checked https address in the system's browser; null, or why that was not possible. */
  openLink(url: URL): Promise<string | null>;
}

/** The app behind any host: one session, its settings, and the windows that watch. */
export interface App {
  /** Does what a window asks for; the argument comes as it crossed, unchecked. */
  call(name: CallName, argument: unknown): Promise<Outcome<unknown>>;
  /** A window begins to listen. */
  listen(send: (message: StreamMessage) => void): Listener;
  /** The system says that the app came to the front, or left it. */
  setForeground(isForeground: boolean): void;
  /** Opens a scenario file, by its absolute path; windows show it, and what is wrong with it. */
  openScenario(file: string): Outcome<null>;
  /** Opens a report, by its absolute path; windows show it, in the place of the session. */
  openReport(file: string): Promise<Outcome<null>>;
  /** Opens a file of the cache, by its name; null: it is not there. */
  openAsset(name: string): Promise<OpenedFile | null>;
  /** Ends requests and timers, once what is being written is on disk. */
  close(): Promise<void>;
}

export interface AppProblem {
  readonly code: 'port' | 'data-folder' | 'project';
  /** One sentence for a person. */
  readonly message: string;
}

export type OpenedApp =
  { readonly ok: true; readonly app: App } | { readonly ok: false; readonly problem: AppProblem };
