import type { RequestScope } from '../../shared/faults.ts';
import type { ProjectChange } from '../../shared/scenario/project-spec.ts';

/** Where the backend's parts listen; the addresses stay the same for as long as it runs. */
export interface BackendOrigins {
  readonly api: string;
  readonly cdn: string;
  /** The same API on a second port, at the fallback host's paths. */
  readonly fallback: string;
}

/** Bytes to serve, and what faults can name them by: the ids of their workflow, and their path. */
export interface ServedFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly ids: readonly string[];
}

/** What the backend serves. Texts are made when asked for, with the addresses of this run in them. */
export interface ServedProject {
  readonly name: string;
  offerings(origins: BackendOrigins): string;
  list(origins: BackendOrigins): string;
  /** An envelope, or null where there is no such workflow nor an offering to make one of (404). */
  detail(id: string, origins: BackendOrigins): string | null;
  /** A compiled workflow on the CDN, by its path there. */
  body(path: string, origins: BackendOrigins): ServedFile | null;
  asset(path: string): ServedFile | null;
  change(change: ProjectChange): void;
  /** Every workflow, asked or answered id that it has or ever had. */
  knownIds(): ReadonlySet<string>;
  /** The addresses and announced hashes that a workflow's body has had so far. */
  bodyRefs(id: string): readonly { readonly url: string; readonly hash: string | null }[];
}

/** A request as it reached the backend. */
export interface Arrival {
  readonly scope: RequestScope;
  /** The id asked for; null for offerings, list and assets. */
  readonly id: string | null;
}

/** What the backend saw since the last mark. */
export interface BackendRecord {
  readonly arrivals: readonly Arrival[];
  /** The most that were being served at once; `download` is bodies and assets together. */
  readonly peaks: Readonly<Record<'detail' | 'cdn' | 'asset' | 'download', number>>;
}

/** Who answers the engine, here or in the place of somebody else. */
export interface Answering {
  /** Where it can be asked; null: it is for the engine alone. */
  readonly origins: BackendOrigins | null;
  record(): BackendRecord;
  /** Sets counts, peaks and arrivals back. What is being served now still counts for peaks to come. */
  mark(): void;
  /** Resolves when the listeners are open or closed as the faults say. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** The bundled backend. */
export interface Backend extends Answering {
  readonly origins: BackendOrigins;
  readonly project: ServedProject;
}
