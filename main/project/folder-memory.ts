import { statSync } from 'node:fs';
import path from 'node:path';
import type { Decoded } from '../../shared/model/decode.ts';
import type { Json } from '../backend/json.ts';
import { type JsonFile, readJsonFile } from './json-file.ts';
import type { FolderWorkflow } from './workflow-entry.ts';

/** What was read of a folder before, so that only what is another one since is read again. */
export interface FolderMemory {
  /** A reading begins. */
  begin(): void;
  /** Throws a `ProjectProblemError` where the file is none that could be served. */
  read(
    folder: string,
    file: string,
    decode: (value: unknown) => Decoded<unknown>,
  ): Generator<undefined, JsonFile>;
  /** The same object for the same item of the list and the same body. */
  workflow(item: string, body: Json, make: () => FolderWorkflow): FolderWorkflow;
  /** It was read to the end: what it did not need is forgotten. */
  end(): void;
  /** The files that were other ones than before in the last reading that came to its end. */
  changed(): readonly string[];
  /** These are read again, whatever their size and time say. */
  doubt(files: Iterable<string>): void;
  /** What was made of these files, or of what lies below them, is made anew. */
  outdate(cdnPaths: readonly string[]): void;
}

interface ReadFile {
  readonly signature: string;
  readonly file: JsonFile;
}

interface MadeWorkflow {
  readonly body: Json;
  readonly workflow: FolderWorkflow;
}

/** Another one after each write, and where another file takes its place. */
export const signatureOf = (file: string): string | null => {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch {
    return null;
  }
};

const isIn = (folder: string, at: string): boolean => `${at}/`.startsWith(`${folder}/`);

/** A folder may be used as a whole, or be another one as a whole. */
const uses = ({ assetPaths }: FolderWorkflow, changed: readonly string[]): boolean =>
  changed.some((one) => [...assetPaths].some((used) => isIn(used, one) || isIn(one, used)));

export const createFolderMemory = (): FolderMemory => {
  const files = new Map<string, ReadFile>();
  const workflows = new Map<string, MadeWorkflow>();
  let needed = new Set<string>();
  let changed = new Set<string>();
  /** Those of readings that did not come to their end are still to be told. */
  let pending = new Set<string>();

  const keepOnly = (map: Map<string, unknown>, prefix: string): void => {
    for (const key of map.keys()) if (!needed.has(prefix + key)) map.delete(key);
  };

  return Object.freeze({
    begin: () => {
      needed = new Set();
    },
    read: function* (folder: string, file: string, decode: (value: unknown) => Decoded<unknown>) {
      needed.add(`file ${file}`);
      const signature = signatureOf(path.join(folder, file));
      const known = files.get(file) ?? null;
      if (known !== null && known.signature === signature) return known.file;
      const read = yield* readJsonFile(folder, file);
      yield;
      read.check(decode);
      yield;
      files.set(file, { signature: signature ?? '', file: read });
      pending.add(file);
      return read;
    },
    workflow: (item: string, body: Json, make: () => FolderWorkflow) => {
      const key = `${item} ${String(body['id'])}`;
      needed.add(`workflow ${key}`);
      const known = workflows.get(key);
      if (known?.body === body) return known.workflow;
      const workflow = make();
      workflows.set(key, { body, workflow });
      return workflow;
    },
    end: () => {
      for (const file of files.keys()) if (!needed.has(`file ${file}`)) pending.add(file);
      keepOnly(files, 'file ');
      keepOnly(workflows, 'workflow ');
      changed = pending;
      pending = new Set();
    },
    changed: () => [...changed],
    doubt: (names: Iterable<string>) => {
      for (const name of names) files.delete(name);
    },
    outdate: (cdnPaths: readonly string[]) => {
      for (const [key, { workflow }] of workflows)
        if (uses(workflow, cdnPaths)) workflows.delete(key);
    },
  });
};
