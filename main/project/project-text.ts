import { lstatSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describeProblem } from '../store/problem.ts';
import { ProjectProblemError } from './problem.ts';

/** No client takes so much (`shared/limits.ts`), and more than a text can hold would end the app. */
const largestFileBytes = 100_000_000;

/** What stands at a path of the project, seen through links. */
export type Found =
  | { readonly kind: 'file'; readonly sizeBytes: number }
  | { readonly kind: 'nothing' }
  /** Something is there that cannot be read as a file; `why` goes on after its name. */
  | { readonly kind: 'other'; readonly why: string };

const isLink = (at: string): boolean =>
  lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/** Looks without opening: to open a pipe could block for ever. */
export const look = (at: string): Found => {
  try {
    const found = statSync(at, { throwIfNoEntry: false });
    if (found?.isFile() === true) return { kind: 'file', sizeBytes: found.size };
    if (found?.isDirectory() === true) return { kind: 'other', why: 'is a folder, not a file' };
    // What is not there is null inside of an asar, whatever Node says.
    if ((found ?? null) !== null) return { kind: 'other', why: 'is not a file' };
    return isLink(at)
      ? { kind: 'other', why: 'is a link to what is not there' }
      : { kind: 'nothing' };
  } catch (error) {
    return { kind: 'other', why: `cannot be read: ${describeProblem(error)}` };
  }
};

/** The line, from 1, of the first byte that is not UTF-8. */
const firstBadLine = (bytes: Uint8Array): number => {
  const decoder = new TextDecoder();
  const lines = decoder.decode(bytes).split('\n');
  return Math.max(1, lines.findIndex((line) => line.includes('\ufffd')) + 1);
};

/** Every second byte of Latin text is zero then, and no JSON has one. */
const isUtf16 = (bytes: Uint8Array): boolean => bytes.subarray(0, 100).includes(0);

const decode = (file: string, bytes: Uint8Array): string => {
  const problem = (message: string, line?: number): ProjectProblemError =>
    new ProjectProblemError({ file, ...(line === undefined ? {} : { line }), message });
  if (isUtf16(bytes)) throw problem(`${file} is not UTF-8 text but UTF-16: save it as UTF-8.`);
  try {
    // A byte order mark is taken away.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const line = firstBadLine(bytes);
    throw problem(`${file} is not UTF-8 text in line ${String(line)}: save it as UTF-8.`, line);
  }
};

const read = (folder: string, file: string): Uint8Array => {
  try {
    return readFileSync(path.join(folder, file));
  } catch (error) {
    throw new ProjectProblemError({
      file,
      message: `${file} cannot be read: ${describeProblem(error)}.`,
    });
  }
};

/** Reads a file of the project as text. */
export const readProjectText = (folder: string, file: string): string => {
  const found = look(path.join(folder, file));
  if (found.kind === 'other')
    throw new ProjectProblemError({ file, message: `${file} ${found.why}.` });
  if (found.kind === 'file' && found.sizeBytes > largestFileBytes)
    throw new ProjectProblemError({
      file,
      message: `${file} is larger than ${String(largestFileBytes / 1_000_000)} MB.`,
    });
  return decode(file, read(folder, file));
};
