import { createHash } from 'node:crypto';
import path from 'node:path';
import type { ProjectKind } from '../../../shared/contract/project.ts';

/** What a project is, whether it is open or not. */
export interface ProjectIdentity {
  /** Names the folder of its data, too. */
  readonly id: string;
  readonly kind: ProjectKind;
  readonly name: string;
  /** Absolute; null: it is in no folder. */
  readonly folder: string | null;
  /** Of a live one: who is asked. */
  readonly host: string | null;
}

/** What an id may be, as it names a folder. */
export const projectId = /^(?:demo|(?:folder|live|file)-[0-9a-f]{16})$/;

/** An id that is the same for the same, and that anybody may read. */
export const idOf = (kind: Exclude<ProjectKind, 'demo'>, what: string): string =>
  `${kind}-${createHash('sha256').update(what).digest('hex').slice(0, 16)}`;

export const demoIdentity: ProjectIdentity = Object.freeze({
  id: 'demo',
  kind: 'demo',
  name: 'demo',
  folder: null,
  host: null,
});

/** `folder` is absolute. */
export const folderIdentity = (folder: string): ProjectIdentity =>
  Object.freeze({
    id: idOf('folder', folder),
    kind: 'folder',
    name: path.basename(folder),
    folder,
    host: null,
  });

/** Of a file that was dropped: nobody knows where it lies. */
export const fileIdentity = (name: string): ProjectIdentity =>
  Object.freeze({ id: idOf('file', name), kind: 'file', name, folder: null, host: null });
