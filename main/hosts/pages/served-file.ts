import type { Readable } from 'node:stream';
import type { OpenedFile } from '../../cdn/opened-file.ts';
import type { ByteRange } from './byte-range.ts';

/** A file that is about to be sent; one of the last two calls ends that. */
export interface ServedFile {
  readonly type: string;
  readonly sizeBytes: number;
  read(part: ByteRange): Uint8Array<ArrayBuffer> | Readable;
  close(): Promise<void>;
}

/** A file that is in memory. */
export const servedBytes = (type: string, body: Uint8Array): ServedFile => {
  const bytes = new Uint8Array(body);
  return {
    type,
    sizeBytes: bytes.byteLength,
    read: ({ first, last }) => bytes.subarray(first, last + 1),
    close: () => Promise.resolve(),
  };
};

/** A file on disk, of which never more is in memory than is on its way. */
export const servedFile = (type: string, opened: OpenedFile): ServedFile => ({
  type,
  sizeBytes: opened.sizeBytes,
  read: ({ first, last }) => opened.read(first, last),
  close: () => opened.close(),
});
