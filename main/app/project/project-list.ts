import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { Documents } from '../../../shared/contract/documents.ts';
import { projectKinds } from '../../../shared/contract/project.ts';
import { storedSchema } from '../../../shared/contract/stored.ts';
import { openSettingsFile } from '../../store/settings-file.ts';
import { type ProjectIdentity, demoIdentity, projectId } from './project-identity.ts';

/** The projects that were open before; it is there again after a restart. */
export interface ProjectList {
  document(): Documents['projects'];
  /** Null: it is not on the list. */
  find(id: string): ProjectIdentity | null;
  /** The one that was open last; null: the demo. */
  last(): ProjectIdentity | null;
  /** It is open now; what is in no place is not kept. Gives the ids that there is no room for any more. */
  opened(identity: ProjectIdentity): readonly string[];
  forget(id: string): void;
  /** Whether those that are on it are still there is looked up again. */
  look(): void;
  /** Nobody was ever here; nothing is written. */
  clear(): void;
}

export interface ProjectListOptions {
  /** Where the list is kept; absolute. */
  readonly folder: string;
  /** Hears in a sentence what went wrong. */
  readonly tell: (problem: string) => void;
  /** With what the document is now. */
  readonly onChange: (projects: Documents['projects']) => void;
}

const mostFolders = 20;

const identitySchema = z
  .object({
    id: z.string().regex(projectId),
    kind: z.enum(projectKinds),
    name: z.string(),
    folder: z.string().nullable().catch(null),
    host: z.string().nullable().catch(null),
  })
  .refine(({ id, kind }) => id.startsWith(`${kind}-`));

/** Each once; one that this version cannot use takes none of the others with it. */
const usable = (items: readonly unknown[]): readonly ProjectIdentity[] => {
  const found = new Map<string, ProjectIdentity>();
  for (const item of items) {
    const { data } = identitySchema.safeParse(item);
    if (data !== undefined && !found.has(data.id)) found.set(data.id, data);
  }
  return [...found.values()];
};

const shapes = { recent: z.array(z.unknown()).transform(usable), last: z.string() };

interface Stored {
  readonly recent: readonly ProjectIdentity[];
  readonly last: string;
}

const nothing: Stored = { recent: [], last: demoIdentity.id };

const schema = storedSchema(shapes, nothing);

/** Folders only: what is kept of a live one, its key too, goes when it is forgotten, never unasked. */
const withoutOldest = (recent: readonly ProjectIdentity[]): readonly ProjectIdentity[] => {
  const oldest = recent.filter(({ kind }) => kind !== 'live').slice(mostFolders);
  return recent.filter((identity) => !oldest.includes(identity));
};

const isMissing = ({ folder }: ProjectIdentity): boolean => folder !== null && !existsSync(folder);

export const createProjectList = ({ folder, tell, onChange }: ProjectListOptions): ProjectList => {
  const file = openSettingsFile(folder, 'projects.json', schema, nothing, tell);
  let stored = file.read();
  let shown: Documents['projects'] = [];

  const look = (): void => {
    shown = stored.recent.map((identity) => {
      const { id, kind, name } = identity;
      const where = identity.folder ?? identity.host;
      return { id, kind, name, where, isMissing: isMissing(identity) };
    });
    onChange(shown);
  };

  const become = (next: Stored): void => {
    stored = next;
    const problem = file.write(stored);
    if (problem !== null) tell(`The list of projects is not on disk: ${problem}`);
    look();
  };

  const without = (id: string): readonly ProjectIdentity[] =>
    stored.recent.filter((other) => other.id !== id);
  const find = (id: string): ProjectIdentity | null =>
    stored.recent.find((identity) => identity.id === id) ?? null;

  look();
  return Object.freeze({
    document: () => shown,
    find,
    last: () => find(stored.last),
    opened: (identity: ProjectIdentity) => {
      const { id, kind } = identity;
      if (kind === 'file') return [];
      const recent = kind === 'demo' ? stored.recent : [identity, ...without(id)];
      const kept = withoutOldest(recent);
      become({ recent: kept, last: id });
      return recent.filter((one) => !kept.includes(one)).map((one) => one.id);
    },
    forget: (id: string) => {
      become({
        recent: without(id),
        last: stored.last === id ? demoIdentity.id : stored.last,
      });
    },
    look,
    clear: () => {
      stored = nothing;
      look();
    },
  });
};
