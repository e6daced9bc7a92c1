import path from 'node:path';
import type { z } from 'zod';
import { decodeText } from '../../shared/model/decode.ts';
import { createWriter } from './durable-write.ts';
import { readDocument } from './documents.ts';
import { openQuarantine } from './quarantine.ts';

/** A small JSON file of the app's own: settings, and what was set up last. */
export interface SettingsFile<T> {
  /** What is in it; the defaults where it is not there, or is damaged and was put aside. */
  read(): T;
  /** Null: it is on disk. Otherwise why it is not; what was there before is untouched. */
  write(value: T): string | null;
}

const quarantineName = 'quarantine';

/** Opens the file in that folder; the schema fills in what an older version did not write. */
export const openSettingsFile = <T>(
  folder: string,
  fileName: string,
  schema: z.ZodType<T>,
  defaults: T,
): SettingsFile<T> => {
  const quarantine = openQuarantine(path.join(folder, quarantineName));
  const write = createWriter(folder, { isFull: false }, quarantine);
  return Object.freeze({
    read: () => {
      const file = path.join(folder, fileName);
      const result = readDocument(file, (text) => decodeText(schema, text), quarantine);
      return result.status === 'present' ? result.value : defaults;
    },
    write: (value: T) => {
      const result = write(fileName, JSON.stringify(value, null, 2));
      return result.status === 'written' ? null : result.problem;
    },
  });
};
