import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** A file that somebody looks at; one of the last two calls gives it back. */
export interface OpenedFile {
  readonly sizeBytes: number;
  /** The first bytes, by which a file says what it is. */
  head(count: number): Promise<Uint8Array>;
  /** From the first to the last byte, bit by bit; the file is closed when that is read or given up. */
  read(first: number, last: number): Readable;
  close(): Promise<void>;
}

/** A link in its place is not followed, and nobody is waited for at the other end of a pipe. */
const reading =
  process.platform === 'win32'
    ? constants.O_RDONLY
    : constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

const wrapped = (handle: FileHandle, sizeBytes: number): OpenedFile =>
  Object.freeze({
    sizeBytes,
    head: async (count: number) => {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(count), 0, count, 0);
      return buffer.subarray(0, bytesRead);
    },
    read: (first: number, last: number) => handle.createReadStream({ start: first, end: last }),
    close: () => handle.close(),
  });

const openHandle = async (file: string): Promise<FileHandle | null> => {
  try {
    return await open(file, reading);
  } catch {
    // It is not there, is a link, or may not be read: for whoever asks that is the same.
    return null;
  }
};

/** Null: there is no regular file. */
export const openFile = async (file: string): Promise<OpenedFile | null> => {
  const handle = await openHandle(file);
  if (handle === null) return null;
  try {
    const stats = await handle.stat();
    if (stats.isFile()) return wrapped(handle, stats.size);
  } catch {
    // As above.
  }
  await handle.close();
  return null;
};
