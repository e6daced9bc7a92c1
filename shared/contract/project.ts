import { z } from 'zod';
import { troubleSchema } from './live.ts';
import type { DeepReadonly } from './deep-readonly.ts';

export const projectKinds = ['demo', 'folder', 'live', 'file'] as const;

export type ProjectKind = (typeof projectKinds)[number];

/** Why what the project says now cannot be served: the state before it is, until it is mended. */
const problemSchema = z.strictObject({
  /** Relative to the project's folder; the folder itself where it is none of its files. */
  file: z.string(),
  line: z.number().nullable(),
  /** In the JSON, as `workflows.0.id`. */
  place: z.string().nullable(),
  /** One sentence, with all of that in it. */
  message: z.string(),
});

/** The project that is open. */
export const projectSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(projectKinds),
  name: z.string(),
  /** Null: it is in no folder. */
  folder: z.string().nullable(),
  /** Of a live one: who is asked. */
  host: z.string().nullable(),
  /** Where the bundled backend serves it; null: another one does. */
  backendOrigin: z.string().nullable(),
  problem: problemSchema.nullable(),
  /** Of a live one: what keeps its host from answering; null: nothing, as far as is known. */
  trouble: troubleSchema.nullable(),
});

/** Those that were open before, the latest first; the demo is none of them. */
export const projectsSchema = z.array(
  z.strictObject({
    id: z.string(),
    kind: z.enum(projectKinds),
    name: z.string(),
    /** Its folder, or its host. */
    where: z.string().nullable(),
    /** Its folder is not there now. */
    isMissing: z.boolean(),
  }),
);

/** Of a file that is opened by itself. */
export const largestJsonBytes = 8_000_000;

/** Where a project was written to. */
export const folderResult = z.strictObject({
  folder: z.string(),
  /** Workflows of the list that nobody fetched, and that are not in it. */
  missing: z.number(),
});

export const mostListedFolders = 200;

export const folderListSchema = z.strictObject({
  /** The folder that was looked into, absolute. */
  folder: z.string(),
  /** What stands between two names in a path. */
  separator: z.string(),
  isProject: z.boolean(),
  folders: z.array(z.strictObject({ path: z.string(), isProject: z.boolean() })),
  /** Why there is nothing, in one sentence. */
  problem: z.string().nullable(),
});
export type FolderList = DeepReadonly<z.output<typeof folderListSchema>>;
