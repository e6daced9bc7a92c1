// First, or importing electron-store looks for an Electron runtime.
import './without-electron.ts';
import Store from 'electron-store';
import { isUtf8 } from 'node:buffer';
import { closeSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { type Decode, beginningBytes, isNewer } from './document.ts';
import { fileMode } from './disk-folder.ts';
import { stagingExtension, stagingName } from './names.ts';
import { describeProblem, systemCode } from './problem.ts';

/** What a look at a document finds; nothing is touched. */
export type Peeked<T> =
  | { readonly status: 'present'; readonly value: T }
  | { readonly status: 'absent' }
  | { readonly status: 'damaged'; readonly problem: string }
  | { readonly status: 'unreadable'; readonly problem: string };

// Dots in keys would be paths, and a damaged file would be overwritten.
const common = { accessPropertiesByDotNotation: false, clearInvalidConfig: false } as const;

/**
 * One read of the file by electron-store. The text is taken on its way through `deserialize`: what
 * the library does with a value it was given costs 2.6 times the reading.
 */
const readText = (file: string): string | null => {
  const { dir, name, ext } = path.parse(file);
  let taken: string | null = null;
  const deserialize = (text: string): Record<string, unknown> => {
    taken = text;
    return {};
  };
  new Store({ ...common, cwd: dir, name, fileExtension: ext.slice(1), deserialize });
  return taken;
};

/** The decoder puts U+FFFD for what is not UTF-8; only then the bytes are looked at. */
const isDamagedText = (file: string, text: string): boolean =>
  text.includes('\uFFFD') && !isUtf8(readFileSync(file));

const newer = 'a newer version of the app wrote it';

const decodeFile = <T>(file: string, decode: Decode<T>): Peeked<T> => {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return { status: 'absent' };
  if (!found.isFile()) return { status: 'damaged', problem: 'it is not a file' };
  const text = readText(file);
  if (text === null) return { status: 'absent' };
  if (isNewer(text)) return { status: 'unreadable', problem: newer };
  if (isDamagedText(file, text)) return { status: 'damaged', problem: 'it is not UTF-8' };
  const decoded = decode(text);
  return decoded.ok
    ? { status: 'present', value: decoded.value }
    : { status: 'damaged', problem: decoded.problem };
};

/** Reads a document and leaves it where it is, damaged or not. */
export const peekDocument = <T>(file: string, decode: Decode<T>): Peeked<T> => {
  try {
    return decodeFile(file, decode);
  } catch (error) {
    // What the system refuses may be there tomorrow; what cannot be decoded never will.
    const status = systemCode(error) === null ? 'damaged' : 'unreadable';
    return { status, problem: describeProblem(error) };
  }
};

const readBeginning = (file: string): string => {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(beginningBytes);
    return bytes.toString('latin1', 0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
};

/** Why a file must not be replaced or removed: it is of use to a newer version; null: it may be. */
export const whyLeftAlone = (file: string): string | null => {
  try {
    return isNewer(readBeginning(file)) ? newer : null;
  } catch (error) {
    // It is not there, or nobody can ever read it; only want of handles will be over soon.
    const isPassing = ['EMFILE', 'ENFILE'].includes(systemCode(error) ?? '');
    return isPassing ? describeProblem(error) : null;
  }
};

/** Writes a text to the folder's staging file by electron-store, which makes it durable. */
export type Stage = (text: string) => void;

/**
 * One electron-store for all writes to a folder: it always writes the same staging file, and making
 * a new one for each document costs a seventh of the write.
 */
export const createStage = (folder: string): Stage => {
  let content = '';
  let store: Store | null = null;
  const open = (): Store =>
    new Store({
      ...common,
      cwd: folder,
      name: stagingName,
      fileExtension: stagingExtension,
      configFileMode: fileMode,
      serialize: () => content,
      deserialize: () => ({}),
    });
  return (text) => {
    content = text;
    try {
      store ??= open();
      store.store = {};
    } finally {
      content = '';
    }
  };
};
