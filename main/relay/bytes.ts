import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** What came of a body, up to a limit. */
export interface CollectedBytes {
  readonly bytes: Uint8Array;
  /** It ended too early, or had more. */
  readonly isCut: boolean;
}

/** The same up to a limit; then it throws, and what it iterates over is given up. */
export async function* upTo(
  chunks: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    sizeBytes += chunk.length;
    yield chunk;
    if (sizeBytes > mostBytes) throw new Error('The body is larger than any that is read.');
  }
}

export const collect = async (
  chunks: AsyncIterable<Uint8Array>,
  mostBytes: number,
): Promise<CollectedBytes> => {
  const pieces: Uint8Array[] = [];
  try {
    for await (const chunk of upTo(chunks, mostBytes)) pieces.push(chunk);
    return { bytes: Buffer.concat(pieces), isCut: false };
  } catch {
    return { bytes: Buffer.concat(pieces), isCut: true };
  }
};

/** Decompressed; null: that is not possible, or there would be more than the limit. */
export const decompressed = (
  bytes: Uint8Array,
  encoding: string | undefined,
  mostBytes: number,
): Uint8Array | null => {
  const limits = { maxOutputLength: mostBytes };
  try {
    switch (encoding?.trim().toLowerCase() ?? 'identity') {
      case 'identity':
      case '':
        return bytes;
      case 'gzip':
        return gunzipSync(bytes, limits);
      case 'br':
        return brotliDecompressSync(bytes, limits);
      default:
        return null;
    }
  } catch {
    return null;
  }
};
