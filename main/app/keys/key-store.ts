export type WrittenKey =
  | { readonly status: 'kept' }
  /** It is forgotten when the app is closed, and why. */
  | { readonly status: 'session-only'; readonly note: string };

export type ReadKey =
  | { readonly status: 'found'; readonly secret: string }
  | { readonly status: 'missing' }
  /** One was kept, and is of no use any more. */
  | { readonly status: 'unreadable'; readonly message: string };

export type RemovedKey =
  { readonly status: 'removed' } | { readonly status: 'failed'; readonly message: string };

/** Keeps secrets with the system's key store, or for the session only where that is not secure. */
export interface KeyStore {
  /** Null: secrets outlive the session, as far as is known. Otherwise why they do not. */
  readonly note: string | null;
  write(name: string, secret: string): Promise<WrittenKey>;
  read(name: string): Promise<ReadKey>;
  remove(name: string): RemovedKey;
  removeAll(): RemovedKey;
}
