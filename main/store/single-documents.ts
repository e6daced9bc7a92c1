import path from 'node:path';
import type {
  DiskSpace,
  DocumentToWrite,
  ReadResult,
  StoredDocument,
  WriteResult,
} from './disk.ts';
import { peekDocument } from './document-file.ts';
import { decodeDocument, documentText } from './document.ts';
import { readDocument } from './documents.ts';
import { createWriter } from './durable-write.ts';
import type { Quarantine } from './quarantine.ts';

/** The documents of which there is one for each API key. */
export type SingleKind = 'offerings' | 'list';

export interface SingleDocuments {
  read(kind: SingleKind): ReadResult<StoredDocument>;
  write(kind: SingleKind, document: DocumentToWrite): WriteResult;
  /** Whether it can be read; nothing is moved. */
  isReadable(kind: SingleKind): boolean;
  pathOf(kind: SingleKind): string;
}

const fileNameOf = (kind: SingleKind): string => `${kind}.json`;

/** Opens the offerings and the list in that folder. */
export const openSingleDocuments = (
  folder: string,
  space: DiskSpace,
  quarantine: Quarantine,
): SingleDocuments => {
  const writeDocument = createWriter(folder, space, quarantine);
  const pathOf = (kind: SingleKind): string => path.join(folder, fileNameOf(kind));
  return Object.freeze({
    read: (kind: SingleKind) => readDocument(pathOf(kind), decodeDocument(kind), quarantine),
    write: (kind: SingleKind, document: DocumentToWrite) =>
      writeDocument(fileNameOf(kind), documentText(kind, document)),
    isReadable: (kind: SingleKind) =>
      peekDocument(pathOf(kind), decodeDocument(kind)).status === 'present',
    pathOf,
  });
};
