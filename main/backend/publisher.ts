import { hash } from 'node:crypto';
import type { BackendOrigins, ServedFile } from './backend.ts';
import { type WorkflowEntry, idsOf } from './project-source.ts';

/** What an envelope announces about a body. */
export interface BodyRef {
  readonly url: string;
  readonly hash: string | null;
}

/** Compiles workflows and keeps on the CDN whatever was published there once. */
export interface Publisher {
  /** The compiled workflow as JSON text. */
  text(entry: WorkflowEntry, origins: BackendOrigins): string;
  /** Puts the body where the returned url says. */
  publish(entry: WorkflowEntry, origins: BackendOrigins): BodyRef;
  find(path: string): ServedFile | null;
  refs(id: string): readonly BodyRef[];
}

interface Compiled {
  readonly cdn: string;
  readonly text: string;
  readonly hash: string;
}

const announced = (entry: WorkflowEntry, rightHash: string): string | null => {
  if (entry.hash === 'none') return null;
  return entry.hash === 'right' ? rightHash : hash('sha256', `not ${rightHash}`);
};

/** Enough of the hash to tell a workflow's bodies apart. */
const prefixLength = 16;

const pathOf = (entry: WorkflowEntry, contentHash: string): string =>
  `/workflows/${encodeURIComponent(entry.id)}/${contentHash.slice(0, prefixLength)}.json`;

const isSame = (one: BodyRef, other: BodyRef): boolean =>
  one.url === other.url && one.hash === other.hash;

export const createPublisher = (): Publisher => {
  const compiled = new WeakMap<WorkflowEntry, Compiled>();
  const bodies = new Map<string, ServedFile>();
  const refsById = new Map<string, readonly BodyRef[]>();

  const compile = (entry: WorkflowEntry, { cdn }: BackendOrigins): Compiled => {
    const known = compiled.get(entry);
    if (known?.cdn === cdn) return known;
    const text = JSON.stringify(entry.compile(entry.edit, cdn));
    const made = { cdn, text, hash: hash('sha256', text) };
    compiled.set(entry, made);
    return made;
  };

  const remember = (entry: WorkflowEntry, ref: BodyRef): void => {
    for (const id of idsOf(entry)) {
      const known = refsById.get(id) ?? [];
      if (!known.some((other) => isSame(ref, other))) refsById.set(id, [...known, ref]);
    }
  };

  return Object.freeze({
    text: (entry: WorkflowEntry, origins: BackendOrigins) => compile(entry, origins).text,
    publish: (entry: WorkflowEntry, origins: BackendOrigins) => {
      const { text, hash: rightHash } = compile(entry, origins);
      const path = pathOf(entry, rightHash);
      bodies.set(path, {
        bytes: Buffer.from(text),
        contentType: 'application/json',
        ids: [...idsOf(entry), path],
      });
      const ref = { url: origins.cdn + path, hash: announced(entry, rightHash) };
      remember(entry, ref);
      return ref;
    },
    find: (path: string) => bodies.get(path) ?? null,
    refs: (id: string) => refsById.get(id) ?? [],
  });
};
