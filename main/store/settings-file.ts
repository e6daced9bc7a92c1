import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { decodeText, decodeValue, parseJson } from '../../shared/model/decode.ts';
import { peekDocument } from './document-file.ts';
import { createWriter } from './durable-write.ts';
import { readDocument } from './documents.ts';
import { openQuarantine } from './quarantine.ts';

/** A small JSON file of the app's own: settings, and what was set up last. */
export interface SettingsFile<T> {
  /** What is in it; the defaults where it is not there, or is damaged and was put aside. */
  read(): T;
  /**
   * Null: it is on disk. Otherwise why it is not; what was there before is untouched. What a newer
   * version wrote, and this one does not know or did not change, stays in it.
   */
  write(value: T): string | null;
}

const quarantineName = 'quarantine';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? // Its keys are whatever they are.
      (value as Fields)
    : null;

/** The value to write over what is stored, where `read` is what this version makes of that. */
const merged = (stored: Fields, read: Fields, value: Fields): Fields => {
  const changed = Object.entries(value).filter(
    ([key, field]) => !Object.hasOwn(stored, key) || !isDeepStrictEqual(field, read[key]),
  );
  return { ...stored, ...Object.fromEntries(changed) };
};

/**
 * Opens the file in that folder; the schema fills in what an older version did not write. `tell` hears
 * in a sentence of a file that is of no use.
 */
export const openSettingsFile = <T>(
  folder: string,
  fileName: string,
  schema: z.ZodType<T>,
  defaults: T,
  tell: (problem: string) => void = () => undefined,
): SettingsFile<T> => {
  const file = path.join(folder, fileName);
  const quarantine = openQuarantine(path.join(folder, quarantineName));
  const write = createWriter(folder, { isFull: false }, quarantine);

  const withStored = (value: T): unknown => {
    const peeked = peekDocument(file, parseJson);
    const stored = peeked.status === 'present' ? fieldsOf(peeked.value) : null;
    const decoded = stored === null ? null : decodeValue(schema, stored);
    const read = decoded?.ok === true ? fieldsOf(decoded.value) : null;
    const fields = fieldsOf(value);
    return stored === null || read === null || fields === null
      ? value
      : merged(stored, read, fields);
  };

  return Object.freeze({
    read: () => {
      const result = readDocument(file, (text) => decodeText(schema, text), quarantine);
      if (result.status === 'quarantined') tell(`${fileName} was put aside: ${result.problem}.`);
      if (result.status === 'unreadable') tell(`${fileName} cannot be read: ${result.problem}.`);
      return result.status === 'present' ? result.value : defaults;
    },
    write: (value: T) => {
      const result = write(fileName, JSON.stringify(withStored(value), null, 2));
      return result.status === 'written' ? null : result.problem;
    },
  });
};
