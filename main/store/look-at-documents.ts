import { lstatSync } from 'node:fs';
import path from 'node:path';
import { decodeEnvelopeValue } from '../../shared/model/envelope.ts';
import type { Disk, DocumentName, FileName } from './disk.ts';
import { peekDocument } from './document-file.ts';
import { decodeDocument, decodeEnvelopeFile } from './document.ts';
import { quarantineName } from './key-folder.ts';

/** A document as it lies on disk. */
export interface LookedAt {
  readonly file: string;
  readonly sizeBytes: number;
  /** Null: it cannot be read. */
  readonly storedAt: number | null;
}

/** A persisted envelope as it lies on disk; what cannot be read is null, or not there. */
export interface LookedAtEnvelope extends LookedAt {
  readonly keep: 'prefetched' | 'on-demand';
  readonly action: 'inline' | 'use_cdn' | null;
  /** Where its body is, where it did not come with it. */
  readonly body: { readonly url: string; readonly hash: string | null } | null;
  readonly needs: readonly FileName[];
}

const sizeOf = (file: string): number | null => {
  try {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    return stats?.isFile() === true ? stats.size : null;
  } catch {
    return null;
  }
};

/** Looks at the offerings or the list, and leaves them where they are, damaged or not. */
export const lookAtDocument = (
  disk: Pick<Disk, 'pathOf'>,
  { kind }: Exclude<DocumentName, { readonly kind: 'envelope' }>,
): LookedAt | null => {
  const file = disk.pathOf({ kind });
  const sizeBytes = sizeOf(file);
  if (sizeBytes === null) return null;
  const peeked = peekDocument(file, decodeDocument(kind));
  return { file, sizeBytes, storedAt: peeked.status === 'present' ? peeked.value.storedAt : null };
};

/** Looks at an envelope, and leaves it where it is, damaged or not. */
export const lookAtEnvelope = (
  disk: Pick<Disk, 'pathOf' | 'keyOf' | 'isPrefetched'>,
  id: string,
): LookedAtEnvelope | null => {
  const file = disk.pathOf({ kind: 'envelope', id });
  const sizeBytes = sizeOf(file);
  if (sizeBytes === null) return null;
  const keep = disk.isPrefetched(id) ? 'prefetched' : 'on-demand';
  const peeked = peekDocument(file, decodeEnvelopeFile(disk.keyOf(id)));
  if (peeked.status !== 'present')
    return { file, sizeBytes, keep, storedAt: null, action: null, body: null, needs: [] };
  const { storedAt, needs, body } = peeked.value;
  const decoded = decodeEnvelopeValue(body);
  const envelope = decoded.ok ? decoded.value : null;
  return {
    file,
    sizeBytes,
    keep,
    storedAt,
    action: envelope?.action ?? null,
    body: envelope?.action === 'use_cdn' ? { url: envelope.url, hash: envelope.hash } : null,
    needs,
  };
};

/** Where damaged documents are put. */
export const quarantineFolderOf = (disk: Pick<Disk, 'pathOf'>): string =>
  path.join(path.dirname(disk.pathOf({ kind: 'list' })), quarantineName);
