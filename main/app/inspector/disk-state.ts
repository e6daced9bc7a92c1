import path from 'node:path';
import type { DiskState, NeededFile, StoredFile } from '../../../shared/contract/disk.ts';
import { workflowId } from '../../../shared/model/ids.ts';
import type { FileRef } from '../../cdn/files.ts';
import type { DetailCopy } from '../../engine/engine.ts';
import { refOf } from '../../engine/preload-assets.ts';
import {
  type LookedAt,
  type LookedAtEnvelope,
  lookAtDocument,
  lookAtEnvelope,
  quarantineFolderOf,
} from '../../store/look-at-documents.ts';
import type { Session } from '../session/session.ts';

/** Nobody reads further down, and a workflow may name any number of images. */
const mostFiles = 300;

interface NamedFile extends Pick<NeededFile, 'kind' | 'address'> {
  readonly name: string;
}

type Looked = Pick<Session, 'disk' | 'files'>;

const named = ({ files }: Looked, kind: NeededFile['kind'], ref: FileRef): NamedFile => ({
  kind,
  address: ref.url,
  name: files.nameOf(ref),
});

/** By their addresses where memory or the envelope knows them, else by their names in the cache. */
const filesOf = (
  looked: Looked,
  detail: DetailCopy | null,
  envelope: LookedAtEnvelope | null,
): readonly NamedFile[] => {
  const body = detail === null ? (envelope?.body ?? null) : detail.envelope.body;
  const known = [
    ...(body === null ? [] : [named(looked, 'body', body)]),
    ...(detail?.assets ?? []).map((asset) => named(looked, 'asset', refOf(asset))),
  ];
  const names = new Set(known.map(({ name }) => name));
  const unknown = (envelope?.needs ?? []).filter((name) => !names.has(name));
  return [...known, ...unknown.map((name) => ({ kind: 'asset' as const, address: name, name }))];
};

const namesIn =
  (folder: string) =>
  (file: string): string =>
    path.relative(folder, file);

const folderOf = ({ disk }: Pick<Looked, 'disk'>): string =>
  path.dirname(disk.pathOf({ kind: 'list' }));

/** What is on disk of one workflow, of which memory may hold a copy. */
export const workflowOnDisk = (
  looked: Looked,
  id: string,
  detail: DetailCopy | null,
): NonNullable<DiskState['workflow']> => {
  const name = namesIn(folderOf(looked));
  const envelope = lookAtEnvelope(looked.disk, id);
  const files = filesOf(looked, detail, envelope);
  return {
    envelope:
      envelope === null
        ? null
        : {
            name: name(envelope.file),
            sizeBytes: envelope.sizeBytes,
            storedAt: envelope.storedAt,
            keep: envelope.keep,
            action: envelope.action,
          },
    files: files.slice(0, mostFiles).map(({ kind, address, name: fileName }) => ({
      kind,
      address,
      sizeBytes: looked.files.sizeOf(fileName),
    })),
    unlisted: Math.max(0, files.length - mostFiles),
  };
};

/** What is on disk now; nothing is moved, and nothing counts as used by it. */
export const diskStateOf = (
  { disk, files, engine }: Pick<Session, 'disk' | 'files' | 'engine'>,
  id: string | null,
): DiskState => {
  const folder = folderOf({ disk });
  const name = namesIn(folder);
  const stored = (found: LookedAt | null): StoredFile | null =>
    found && { name: name(found.file), sizeBytes: found.sizeBytes, storedAt: found.storedAt };
  const detail = id === null ? null : engine.contents().copy(workflowId(id));
  return {
    folder,
    offerings: stored(lookAtDocument(disk, { kind: 'offerings' })),
    list: stored(lookAtDocument(disk, { kind: 'list' })),
    workflow: id === null ? null : workflowOnDisk({ disk, files }, id, detail),
    cacheBytes: files.totalBytes(),
    quarantine: { count: disk.quarantinedCount(), folder: quarantineFolderOf(disk) },
  };
};
