import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createFileCache } from '../../../main/cdn/file-cache.ts';
import { isFileName } from '../../../main/cdn/file-name.ts';
import type { Disk, ReadResult, StoredDocument, StoredEnvelope } from '../../../main/store/disk.ts';
import { openDisk } from '../../../main/store/open-disk.ts';
import { decodeEnvelopeValue } from '../../../shared/model/envelope.ts';
import {
  type WorkflowsList,
  decodeWorkflowsListValue,
  listedIds,
  markedForPrefetch,
} from '../../../shared/model/workflows-list.ts';
import { sha256 } from '../../helpers/served.ts';

/** What is on disk after a kill and the next open, and what is wrong with it. */
export interface Inspected {
  readonly offerings: StoredDocument | null;
  readonly list: StoredDocument | null;
  readonly listed: WorkflowsList | null;
  readonly envelopes: ReadonlyMap<string, StoredEnvelope>;
  readonly users: ReadonlySet<string>;
  readonly problems: readonly string[];
}

const open = (folder: string): Disk => {
  const opened = openDisk({
    folder,
    apiKey: 'bundled-backend',
    space: { isFull: false },
    onDemandCap: { entries: 200, bytes: 50_000_000 },
  });
  if (!opened.ok) throw new Error(opened.problem);
  return opened.disk;
};

const isLeftover = (name: string): boolean =>
  /\.next$|\.tmp-|\.part$|(^|\/)trash-/.test(name.replaceAll(path.sep, '/'));

const keysIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(prefetched|on-demand).[0-9a-f]{64}\.json$/.test(name))
    .map((name) => path.basename(name, '.json'));

/** Under its final name a file is whole, whenever the process died. */
const problemsOfFiles = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter(isFileName)
    .flatMap((name) => {
      const bytes = readFileSync(path.join(folder, name));
      const isWhole = name.endsWith('.png')
        ? bytes.includes('IEND')
        : bytes.toString().trimEnd().endsWith('}');
      return isWhole ? [] : [`${name} is a part of a file (${String(bytes.length)} bytes)`];
    });

const problemsOfBody = (cdn: string, { id, body, needs }: StoredEnvelope & Needs): string[] => {
  const envelope = decodeEnvelopeValue(body);
  if (!envelope.ok) return [`the envelope of ${id} is none`];
  if (envelope.value.action === 'inline') return [];
  const [name = ''] = needs;
  try {
    const text = readFileSync(path.join(cdn, name), 'utf8');
    return sha256(text) === envelope.value.hash ? [] : [`the body of ${id} has another hash`];
  } catch {
    return [`the body of ${id}, which is persisted, is gone`];
  }
};

interface Needs {
  readonly needs: readonly string[];
}

/** The disk does not hand out what an envelope needs; its file says it. */
const needsOf = (disk: Disk, id: string): Needs => {
  const text = readFileSync(disk.pathOf({ kind: 'envelope', id }), 'utf8');
  return JSON.parse(text) as Needs;
};

/** Opens what a killed process left, as the next start does, and reads all of it. */
export const inspect = (folder: string): Inspected => {
  const problems: string[] = [];
  const disk = open(folder);
  const cdn = path.join(folder, 'cdn');
  createFileCache({
    folder: cdn,
    maxBytes: Infinity,
    space: { isFull: false },
    neededFiles: () => disk.neededFiles(),
    now: () => 0,
    verifyOnRead: () => true,
  });

  const take = <T>(what: string, result: ReadResult<T>): T | null => {
    if (result.status === 'present') return result.value;
    if (result.status !== 'absent') problems.push(`${what} is ${result.status}: ${result.problem}`);
    return null;
  };

  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of all.filter(isLeftover)) problems.push(`${name} is left over`);
  const offerings = take('the offerings', disk.readOfferings());
  const list = take('the list', disk.readList());
  const envelopes = new Map<string, StoredEnvelope>();
  for (const key of keysIn(path.join(folder, 'caches'))) {
    const envelope = take(key, disk.readEnvelope(key));
    if (envelope === null) continue;
    if (envelopes.has(envelope.id)) problems.push(`there are two envelopes of ${envelope.id}`);
    envelopes.set(envelope.id, envelope);
    problems.push(...problemsOfBody(cdn, { ...envelope, ...needsOf(disk, envelope.id) }));
  }
  problems.push(...problemsOfFiles(cdn));
  const documents = [offerings, list, ...envelopes.values()].filter((one) => one !== null);
  const decoded = list === null ? null : decodeWorkflowsListValue(list.body);
  if (decoded?.ok === false) problems.push(`the list is none: ${decoded.problem}`);
  return {
    offerings,
    list,
    listed: decoded?.ok === true ? decoded.value : null,
    envelopes,
    users: new Set(documents.map(({ user }) => user)),
    problems,
  };
};

/** Whether the list on disk lets an envelope go: it is written before what it does not keep goes. */
export const mayBeGone = (
  { listed }: Inspected,
  id: string,
  kept: 'prefetched' | 'on-demand',
  rules: string,
): boolean => {
  if (listed === null) return false;
  const ids: ReadonlySet<string> =
    kept === 'prefetched' && rules === 'recommended'
      ? markedForPrefetch(listed)
      : listedIds(listed);
  return !ids.has(id);
};
