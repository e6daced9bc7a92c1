import type { ReadResult } from './disk.ts';
import { type Peeked, peekDocument } from './document-file.ts';
import type { Decode } from './document.ts';
import type { Quarantine } from './quarantine.ts';

const moved = (file: string, problem: string, quarantine: Quarantine): ReadResult<never> =>
  quarantine.take(file)
    ? { status: 'quarantined', problem }
    : { status: 'unreadable', problem: `${problem}, and it cannot be moved to the quarantine` };

/** Reads a document; a damaged one is moved to the quarantine, so that it is reported once. */
export const readDocument = <T>(
  file: string,
  decode: Decode<T>,
  quarantine: Quarantine,
): ReadResult<T> => {
  const peeked: Peeked<T> = peekDocument(file, decode);
  return peeked.status === 'damaged' ? moved(file, peeked.problem, quarantine) : peeked;
};
