import type { Dirent } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { decodeEnvelopeValue } from '../../shared/model/envelope.ts';
import type { BackendOrigins, ServedProject } from '../backend/backend.ts';
import { type Json, isJsonObject } from '../backend/json.ts';
import { systemCode } from '../store/problem.ts';
import { withAddresses } from './asset-addresses.ts';
import { onCdn } from './local-addresses.ts';

export interface SavedAsset {
  /** As `assets/…`. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What is written of a project, wherever it is taken from. */
export interface SavedProject {
  readonly offerings: Json;
  readonly list: Json;
  readonly workflows: ReadonlyMap<string, Json>;
  assets(): AsyncIterable<SavedAsset>;
}

/** Nobody is asked there: it only marks what is the CDN's. */
const cdn = 'http://cdn.invalid';
const origins: BackendOrigins = { api: cdn, cdn, fallback: cdn };

const objectIn = (text: string): Json => {
  const value: unknown = JSON.parse(text);
  return isJsonObject(value) ? value : {};
};

const itemsOf = (list: Json): readonly Json[] =>
  Array.isArray(list['workflows']) ? list['workflows'].filter(isJsonObject) : [];

interface Taken {
  readonly body: Json;
  readonly delivery: 'inline' | 'cdn';
}

/** What a phone would get; null: there is nothing to get. */
const take = (project: ServedProject, id: string): Taken | null => {
  const text = project.detail(id, origins);
  const envelope = text === null ? null : decodeEnvelopeValue(JSON.parse(text));
  if (envelope?.ok !== true) return null;
  if (envelope.value.action === 'inline') {
    const { data } = envelope.value;
    return isJsonObject(data) ? { body: data, delivery: 'inline' } : null;
  }
  const file = project.body(envelope.value.url.slice(cdn.length), origins);
  if (file === null) return null;
  return { body: objectIn(Buffer.from(file.bytes).toString()), delivery: 'cdn' };
};

const local = (json: Json): Json => withAddresses(json, onCdn(cdn));

const isFile = (entry: Dirent): boolean => entry.isFile() || entry.isSymbolicLink();

/** All files below `assets`; what cannot be read is not served either. */
async function* assetsBelow(folder: string, below: string): AsyncGenerator<SavedAsset> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true }).catch(
    (error: unknown) => {
      if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return [];
      throw error;
    },
  );
  for (const entry of entries) {
    const file = `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* assetsBelow(folder, file);
    else if (isFile(entry)) {
      const bytes = await readFile(path.join(folder, file)).catch(() => null);
      if (bytes !== null) yield { file, bytes };
    }
  }
}

/** Takes what is served now, with the files of the folder that it comes from; null: it has none. */
export const takeServed = async (
  project: ServedProject,
  folder: string | null,
): Promise<SavedProject> => {
  const list = objectIn(project.list(origins));
  const workflows = new Map<string, Json>();
  const items: Json[] = [];
  for (const item of itemsOf(list)) {
    const id = String(item['id']);
    const taken = take(project, id);
    if (taken === null) continue;
    workflows.set(id, local(taken.body));
    items.push(taken.delivery === 'inline' ? item : { ...item, delivery: taken.delivery });
    await nextTurn();
  }
  return {
    offerings: local(objectIn(project.offerings(origins))),
    list: { ...list, workflows: items },
    workflows,
    assets: async function* () {
      if (folder !== null) yield* assetsBelow(folder, 'assets');
    },
  };
};
