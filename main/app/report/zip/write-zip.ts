import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

/** What becomes a file, piece by piece. */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** A zip that is written as its content comes, so that it never stands in memory as a whole. */
export interface ZipWriter {
  /** Adds a file; others get a turn after each piece. */
  add(name: string, pieces: Pieces): Promise<void>;
  /** How large it is already. */
  sizeBytes(): number;
  /** Resolves with its size, once all of it is on disk. */
  finish(): Promise<number>;
  /** Closes what was begun, whatever became of it. */
  close(): Promise<void>;
}

const deflated = 8;

/** A zip has no other years; the clock of a machine may. */
const moments = { first: Date.UTC(1980, 0, 2), last: Date.UTC(2099, 11, 30) } as const;

/** Begins one under a name that nothing has yet; only its owner may read it. */
export const createZip = async (file: string, madeAt: number): Promise<ZipWriter> => {
  const mtime = Math.min(moments.last, Math.max(moments.first, madeAt));
  const handle = await open(file, 'wx', 0o600);
  let ready: Uint8Array[] = [];
  let failure: Error | null = null;
  let sizeBytes = 0;

  const zip = new Zip((error, bytes) => {
    if (error === null) ready.push(bytes);
    else failure = error;
  });

  const flush = async (): Promise<void> => {
    if (failure !== null) throw failure;
    const chunks = ready;
    ready = [];
    for (const chunk of chunks) {
      await handle.appendFile(chunk);
      sizeBytes += chunk.length;
    }
  };

  return Object.freeze({
    add: async (name: string, pieces: Pieces) => {
      const entry: ZipInputFile = {
        filename: name,
        size: 0,
        crc: 0,
        compression: deflated,
        mtime,
      };
      const measured = async function* (): AsyncGenerator<Uint8Array> {
        for await (const piece of pieces) {
          const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
          entry.size += bytes.length;
          entry.crc = crc32(bytes, entry.crc);
          if (bytes.length > 0) yield bytes;
          await nextTurn();
        }
      };
      zip.add(entry);
      // Beside the loop. The zip library's own stream breaks what is longer than its buffer.
      await pipeline(
        Readable.from(measured(), { objectMode: false }),
        createDeflateRaw({ level: 6 }),
        async (chunks: AsyncIterable<Buffer<ArrayBuffer>>) => {
          for await (const chunk of chunks) {
            entry.ondata?.(null, chunk, false);
            await flush();
          }
        },
      );
      entry.ondata?.(null, new Uint8Array(), true);
      await flush();
    },
    sizeBytes: () => sizeBytes,
    finish: async () => {
      zip.end();
      await flush();
      await handle.sync();
      return sizeBytes;
    },
    close: () => handle.close(),
  });
};
