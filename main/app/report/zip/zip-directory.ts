/** A file in a zip, as the directory at its end describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  /** Where what describes it a second time begins, right before its bytes. */
  readonly headerAt: number;
}

/** What may be in it. */
export interface ZipLimits {
  readonly files: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
}

/** Why a zip is not used, as what follows its name: `is encrypted`. */
export class ZipProblem extends Error {}

const signatures = { end: 0x06054b50, directory: 0x02014b50, local: 0x04034b50 } as const;
const endBytes = 22;
const entryBytes = 46;
const localBytes = 30;
const longestComment = 65_535;

export const damagedZip = (): ZipProblem =>
  new ZipProblem('is damaged, or was cut off, and cannot be unpacked');

/** Flags by which bytes are something else than they seem: encrypted, patches, a hidden directory. */
const strangeFlags = 0x0001 | 0x0020 | 0x0040 | 0x2000;
const isLink = (attributes: number): boolean => ((attributes >>> 16) & 0o170000) === 0o120000;

/** Short names of folders and files: nothing that leads out, or that a system takes for another. */
const safeName = /^(?:[A-Za-z0-9][\w.-]{0,100}\/){0,3}[A-Za-z0-9][\w.-]{0,120}\/?$/;

const findEnd = (bytes: Buffer): number => {
  const first = Math.max(0, bytes.length - endBytes - longestComment);
  for (let at = bytes.length - endBytes; at >= first; at -= 1) {
    const isEnd = bytes.readUInt32LE(at) === signatures.end;
    if (isEnd && at + endBytes + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  throw new ZipProblem('is no zip file, or was cut off');
};

interface Place {
  readonly entry: ZipEntry;
  readonly next: number;
}

const readEntry = (bytes: Buffer, at: number, end: number): Place => {
  if (at + entryBytes > end || bytes.readUInt32LE(at) !== signatures.directory) throw damagedZip();
  const nameBytes = bytes.readUInt16LE(at + 28);
  const next =
    at + entryBytes + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  if (next > end) throw damagedZip();
  const name = bytes.toString('utf8', at + entryBytes, at + entryBytes + nameBytes);
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  if (!safeName.test(name)) throw new ZipProblem('has a file in it whose name leads elsewhere');
  if ((flags & strangeFlags) !== 0) throw new ZipProblem('is encrypted, and cannot be read');
  if (method !== 0 && method !== 8)
    throw new ZipProblem('is compressed in a way that is not known');
  if (isLink(bytes.readUInt32LE(at + 38)))
    throw new ZipProblem('has a link in it, which is not followed');
  const entry: ZipEntry = {
    name,
    isDeflated: method === 8,
    crc: bytes.readUInt32LE(at + 16),
    packedBytes: bytes.readUInt32LE(at + 20),
    sizeBytes: bytes.readUInt32LE(at + 24),
    headerAt: bytes.readUInt32LE(at + 42),
  };
  if (!entry.isDeflated && entry.packedBytes !== entry.sizeBytes) throw damagedZip();
  return { entry, next };
};

/** Where an entry's own bytes begin. */
export const contentOf = (bytes: Buffer, { headerAt, name }: ZipEntry): number => {
  if (headerAt + localBytes > bytes.length || bytes.readUInt32LE(headerAt) !== signatures.local)
    throw damagedZip();
  const nameBytes = bytes.readUInt16LE(headerAt + 26);
  const nameAt = headerAt + localBytes;
  // Two names for one file: which of them was looked at?
  if (bytes.toString('utf8', nameAt, nameAt + nameBytes) !== name) throw damagedZip();
  return nameAt + nameBytes + bytes.readUInt16LE(headerAt + 28);
};

/** Bytes that are in several files at once are how a small zip becomes an endless one. */
const checkPlaces = (bytes: Buffer, entries: readonly ZipEntry[], directoryAt: number): void => {
  let free = 0;
  for (const entry of [...entries].sort((one, other) => one.headerAt - other.headerAt)) {
    if (entry.headerAt < free) throw damagedZip();
    free = contentOf(bytes, entry) + entry.packedBytes;
    if (free > directoryAt) throw damagedZip();
  }
};

const checkSizes = (entries: readonly ZipEntry[], limits: ZipLimits): void => {
  const total = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const isLarge = entries.some(({ sizeBytes }) => sizeBytes > limits.fileBytes);
  if (isLarge || total > limits.totalBytes)
    throw new ZipProblem('would be larger than any report when it is unpacked');
};

const checkNames = (entries: readonly ZipEntry[]): void => {
  // Some systems do not tell capital letters from small ones.
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size < entries.length) throw new ZipProblem('has two files of one name in it');
};

/** Everything that the zip says is in it, checked before any of it is unpacked; throws a `ZipProblem`. */
export const readDirectory = (bytes: Buffer, limits: ZipLimits): readonly ZipEntry[] => {
  if (bytes.length < endBytes) throw new ZipProblem('is no zip file, or was cut off');
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const directoryAt = bytes.readUInt32LE(end + 16);
  const isSplit = bytes.readUInt32LE(end + 4) !== 0 || bytes.readUInt16LE(end + 8) !== count;
  if (isSplit || directoryAt + bytes.readUInt32LE(end + 12) !== end) throw damagedZip();
  if (count > limits.files) throw new ZipProblem('has more files in it than any report');
  const found: ZipEntry[] = [];
  let at = directoryAt;
  for (let number = 0; number < count; number += 1) {
    const { entry, next } = readEntry(bytes, at, end);
    found.push(entry);
    at = next;
  }
  if (at !== end) throw damagedZip();
  checkNames(found);
  checkSizes(found, limits);
  checkPlaces(bytes, found, directoryAt);
  return found.filter(({ name }) => !name.endsWith('/'));
};
