import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import {
  type ZipEntry,
  type ZipLimits,
  contentOf,
  damagedZip,
  readDirectory,
} from './zip-directory.ts';

/** A zip whose directory has been checked; nothing of it is on disk. */
export interface ZipFile {
  /** In the order of the zip. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Unpacked; 0: it is not there. */
  sizeOf(name: string): number;
  /** Unpacks one file, to no more than its directory said; throws a `ZipProblem`. */
  read(name: string): Promise<Buffer>;
}

// Beside the loop, and with an end: the library of our own zips would go on past the announced size.
const inflate = promisify(inflateRaw);

const unpack = async (packed: Buffer, { isDeflated, sizeBytes }: ZipEntry): Promise<Buffer> => {
  if (!isDeflated) return packed;
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, sizeBytes) });
  } catch {
    throw damagedZip();
  }
};

/** Throws a `ZipProblem` where it is none, or one that is not to be trusted. */
export const openZip = (bytes: Buffer, limits: ZipLimits): ZipFile => {
  const entries = readDirectory(bytes, limits);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));

  return Object.freeze({
    names: entries.map(({ name }) => name),
    has: (name: string) => byName.has(name),
    sizeOf: (name: string) => byName.get(name)?.sizeBytes ?? 0,
    read: async (name: string) => {
      const entry = byName.get(name);
      if (entry === undefined) throw damagedZip();
      const start = contentOf(bytes, entry);
      const content = await unpack(bytes.subarray(start, start + entry.packedBytes), entry);
      if (content.length !== entry.sizeBytes || crc32(content) !== entry.crc) throw damagedZip();
      return content;
    },
  });
};
