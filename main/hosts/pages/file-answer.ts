import { type ByteRange, byteRangeOf } from './byte-range.ts';
import type { Headers } from './headers.ts';
import type { ServedFile } from './served-file.ts';

/** How a file is answered with; where nothing of it is sent it is closed already. */
export interface FileAnswer {
  readonly status: 200 | 206 | 416;
  readonly headers: Headers;
  /** Null: the answer has no body. */
  readonly body: ReturnType<ServedFile['read']> | null;
}

export interface FileAsk {
  readonly method: string;
  /** Of the header `Range`. */
  readonly range: string | null;
}

const lengthOf = ({ first, last }: ByteRange): string => String(last - first + 1);

/** The whole of a file, or the part of it that was asked for. */
export const answerWith = async (file: ServedFile, ask: FileAsk): Promise<FileAnswer> => {
  const { type, sizeBytes } = file;
  const common = { 'Content-Type': type, 'Accept-Ranges': 'bytes' };
  const range = byteRangeOf(ask.range, sizeBytes);
  if (range === 'unsatisfiable') {
    await file.close();
    const place = { 'Content-Length': '0', 'Content-Range': `bytes */${sizeBytes}` };
    return { status: 416, headers: { ...common, ...place }, body: null };
  }
  const part = range ?? { first: 0, last: sizeBytes - 1 };
  const isSent = ask.method !== 'HEAD' && sizeBytes > 0;
  if (!isSent) await file.close();
  const body = isSent ? file.read(part) : null;
  const headers = { ...common, 'Content-Length': lengthOf(part) };
  if (range === null) return { status: 200, headers, body };
  const place = `bytes ${range.first}-${range.last}/${sizeBytes}`;
  return { status: 206, headers: { ...headers, 'Content-Range': place }, body };
};
