import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { DiskSpace, FileName } from '../store/disk.ts';
import { describeProblem } from '../store/problem.ts';
import { createFileIndex } from './file-index.ts';
import { fileNameOf, isFileName, isTemporaryName } from './file-name.ts';
import type { FileCache, FileRef } from './files.ts';
import { type OpenedFile, openFile } from './opened-file.ts';
import { type PendingFile, createPendingFile } from './pending-file.ts';

/** Where files lie, how much of them, and who still needs which. */
export interface FileCacheOptions {
  /** The cache's own folder; it is absolute. */
  readonly folder: string;
  /** Above this, what was used longest ago goes, unless somebody needs it. */
  readonly maxBytes: number;
  readonly space: DiskSpace;
  /** The files of persisted envelopes; they are never evicted. */
  readonly neededFiles: () => ReadonlySet<FileName>;
  readonly now: () => number;
  /** Whether the hash of what is read is checked again (policy `cdnFileOnRead`). */
  readonly verifyOnRead: () => boolean;
}

export type ReadFile =
  | { readonly status: 'present'; readonly bytes: Uint8Array }
  | { readonly status: 'absent' }
  /** It is there, and the system does not hand it out; it may again tomorrow. */
  | { readonly status: 'unreadable'; readonly problem: string }
  /** It was there and of no use; it is removed. */
  | {
      readonly status: 'damaged';
      readonly code: 'hash-mismatch' | 'disk';
      readonly problem: string;
    };

/** The file cache, as downloads and the engine use it. */
export interface FileStore extends FileCache {
  /** Whether anything lies in its place, be it a file or not: reading it tells. */
  isTaken(ref: FileRef): boolean;
  /** Reading counts as use. */
  read(ref: FileRef, limitBytes: number): ReadFile;
  /** Says that it was used just now. */
  touch(ref: FileRef): void;
  /** Begins to write a file, which nobody sees until it is finished. */
  begin(ref: FileRef, options: { readonly isDurable: boolean }): PendingFile;
  remove(ref: FileRef): void;
  totalBytes(): number;
  /** Of the file of that name, as it lies there; null: it is not there. */
  sizeOf(name: FileName): number | null;
  /** Opens the file of that name to be looked at; null: it is not there, or is no name of a file. */
  open(name: string): Promise<OpenedFile | null>;
  /** Another number with each file that comes or goes, and never one of a former cache. */
  version(): number;
  /** Calls back with each of them, until the returned function is called. */
  onChange(listener: () => void): () => void;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const attempt = <T>(run: () => T): T | undefined => {
  try {
    return run();
  } catch {
    return undefined;
  }
};

type Lying = 'nothing' | 'something-else' | { readonly sizeBytes: number };

/** What lies in a file's place; a link is something else, wherever it leads. */
const lookAt = (file: string): Lying => {
  const stats = attempt(() => fs.lstatSync(file, { throwIfNoEntry: false }));
  if (stats === undefined) return 'nothing';
  return stats.isFile() ? { sizeBytes: stats.size } : 'something-else';
};

const isGone = (file: string): boolean =>
  attempt(() => {
    // Whatever lies there under a name of ours, a folder or a link too.
    fs.rmSync(file, { force: true, recursive: true });
    return true;
  }) === true;

/** What lies in the folder, the oldest first; what was left half written is swept away. */
const scan = (folder: string): readonly { name: string; sizeBytes: number }[] => {
  attempt(() => fs.mkdirSync(folder, { recursive: true, mode: 0o700 }));
  const names = attempt(() => fs.readdirSync(folder)) ?? [];
  for (const name of names) if (isTemporaryName(name)) isGone(path.join(folder, name));
  return names
    .filter(isFileName)
    .flatMap((name) => {
      const stats = attempt(() => fs.lstatSync(path.join(folder, name)));
      return stats?.isFile() === true
        ? [{ name, sizeBytes: stats.size, usedAt: stats.mtimeMs }]
        : [];
    })
    .sort((one, other) => one.usedAt - other.usedAt);
};

/** Opens the cache. It looks through its folder once; afterwards it knows. */
export const createFileCache = (options: FileCacheOptions): FileStore => {
  const { folder, maxBytes, space, neededFiles, now } = options;
  const index = createFileIndex();
  for (const { name, sizeBytes } of scan(folder)) index.put(name, sizeBytes);

  const pathOfName = (name: FileName): string => path.join(folder, name);
  const pathOf = (ref: FileRef): string => pathOfName(fileNameOf(ref));

  const listeners = new Set<() => void>();
  let version = now();

  const changed = (): void => {
    version += 1;
    for (const listener of listeners) listener();
  };

  const forget = (name: FileName): void => {
    if (index.remove(name)) changed();
  };

  const removeName = (name: FileName): boolean => {
    if (!isGone(pathOfName(name))) return false;
    forget(name);
    return true;
  };

  const use = (name: FileName, sizeBytes: number): void => {
    index.put(name, sizeBytes);
    const seconds = now() / 1_000;
    attempt(() => {
      fs.utimesSync(pathOfName(name), seconds, seconds);
    });
  };

  const evict = (written: FileName): readonly { name: FileName; sizeBytes: number }[] => {
    if (index.totalBytes() <= maxBytes) return [];
    const needed = neededFiles();
    const evicted: { name: FileName; sizeBytes: number }[] = [];
    for (const [name, sizeBytes] of index.oldestFirst()) {
      if (index.totalBytes() <= maxBytes) break;
      // What was just written is about to be needed.
      if (name === written || needed.has(name)) continue;
      if (removeName(name)) evicted.push({ name, sizeBytes });
    }
    return evicted;
  };

  const readBytes = (name: FileName): Uint8Array | Error => {
    try {
      return fs.readFileSync(pathOfName(name));
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  };

  const damaged = (name: FileName, code: 'hash-mismatch' | 'disk', problem: string): ReadFile => {
    removeName(name);
    return { status: 'damaged', code, problem };
  };

  const read = (ref: FileRef, limitBytes: number): ReadFile => {
    const name = fileNameOf(ref);
    const lying = lookAt(pathOfName(name));
    if (lying === 'nothing') {
      forget(name);
      return { status: 'absent' };
    }
    if (lying === 'something-else') return damaged(name, 'disk', 'What lies there is no file.');
    if (lying.sizeBytes > limitBytes) return damaged(name, 'disk', 'The file has grown too large.');
    const bytes = readBytes(name);
    if (bytes instanceof Error) return { status: 'unreadable', problem: describeProblem(bytes) };
    if (options.verifyOnRead() && ref.hash !== null && sha256(bytes) !== ref.hash.toLowerCase())
      return damaged(name, 'hash-mismatch', 'The file on disk is not what was saved.');
    use(name, bytes.length);
    return { status: 'present', bytes };
  };

  return Object.freeze({
    nameOf: fileNameOf,
    pathOf,
    has: (ref: FileRef) => typeof lookAt(pathOf(ref)) === 'object',
    isTaken: (ref: FileRef) => lookAt(pathOf(ref)) !== 'nothing',
    read,
    sizeOf: (name: FileName) => {
      const lying = isFileName(name) ? lookAt(pathOfName(name)) : 'nothing';
      return typeof lying === 'object' ? lying.sizeBytes : null;
    },
    touch: (ref: FileRef) => {
      const name = fileNameOf(ref);
      const lying = lookAt(pathOfName(name));
      if (typeof lying === 'object') use(name, lying.sizeBytes);
    },
    begin: (ref: FileRef, { isDurable }: { readonly isDurable: boolean }) => {
      const name = fileNameOf(ref);
      // Nothing can be renamed over a folder.
      if (lookAt(pathOfName(name)) === 'something-else') removeName(name);
      return createPendingFile({
        target: pathOfName(name),
        isDurable,
        space,
        onPlaced: (sizeBytes) => {
          use(name, sizeBytes);
          changed();
          return evict(name);
        },
      });
    },
    remove: (ref: FileRef) => {
      removeName(fileNameOf(ref));
    },
    totalBytes: () => index.totalBytes(),
    // Somebody looks at what a phone would have: that is no use of its cache, so nothing is evicted
    // later or sooner for it; and a file that goes while it is read is read to its end.
    open: async (name: string) => (isFileName(name) ? openFile(pathOfName(name)) : null),
    version: () => version,
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  });
};
