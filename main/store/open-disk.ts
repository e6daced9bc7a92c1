import path from 'node:path';
import type { Disk, DiskSettings, DocumentName, DocumentToWrite } from './disk.ts';
import { openEnvelopes } from './envelopes.ts';
import { type KeyFolder, openKeyFolder } from './key-folder.ts';
import { keyOf } from './names.ts';
import { describeProblem } from './problem.ts';
import { openQuarantine } from './quarantine.ts';
import { openSingleDocuments } from './single-documents.ts';

/** The disk, or one sentence that says why there is none. */
export type OpenedDisk =
  { readonly ok: true; readonly disk: Disk } | { readonly ok: false; readonly problem: string };

const assemble = (folders: KeyFolder, settings: DiskSettings): Disk => {
  const quarantine = openQuarantine(folders.quarantine);
  const documents = openSingleDocuments(folders.root, settings.space, quarantine);
  const envelopes = openEnvelopes(folders, quarantine, settings);
  return Object.freeze({
    ...envelopes.calls,
    keyOf,
    readOfferings: () => documents.read('offerings'),
    writeOfferings: (document: DocumentToWrite) => documents.write('offerings', document),
    readList: () => documents.read('list'),
    writeList: (document: DocumentToWrite) => documents.write('list', document),
    clear: () => {
      const isGone = folders.clear();
      quarantine.forget();
      envelopes.forgetAll();
      return isGone;
    },
    quarantinedCount: () => quarantine.count(),
    contents: () => ({
      offerings: documents.isReadable('offerings'),
      list: documents.isReadable('list'),
      envelopes: envelopes.readableIds(),
      quarantined: quarantine.count(),
    }),
    pathOf: (document: DocumentName) =>
      document.kind === 'envelope'
        ? envelopes.pathOf(document.id)
        : documents.pathOf(document.kind),
  });
};

/** Opens the disk copies of one API key; of what is there only the names are read. */
export const openDisk = (settings: DiskSettings): OpenedDisk => {
  try {
    if (!path.isAbsolute(settings.folder)) throw new Error('its path is not absolute');
    return { ok: true, disk: assemble(openKeyFolder(settings.folder, settings.apiKey), settings) };
  } catch (error) {
    const problem = describeProblem(error);
    return { ok: false, problem: `The data folder ${settings.folder} cannot be used: ${problem}` };
  }
};
