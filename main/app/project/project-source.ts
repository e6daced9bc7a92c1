import type { ServedProject } from '../../backend/backend.ts';
import type { FolderNews } from '../../project/live-folder.ts';
import type { ProjectProblem } from '../../project/problem.ts';
import type { SessionSource } from '../session/session.ts';
import type { SetUp } from '../session/set-up.ts';
import type { ProjectIdentity } from './project-identity.ts';

/** What a project is opened from. */
export interface ProjectSource {
  readonly identity: ProjectIdentity;
  readonly answers: SessionSource;
  /** Who is there when it is opened for the first time; undefined: as in any project. */
  readonly firstSetUp?: () => SetUp;
  /** Why what stands there now is not what is served. */
  problem(): ProjectProblem | null;
  /** Hears what changes by itself, one listener at a time; null: nobody. */
  listen(onNews: ((news: FolderNews) => void) | null): void;
  /** It is not followed any more. */
  close(): void;
}

/** Of what never changes by itself. */
export const fixedSource = (identity: ProjectIdentity, project: ServedProject): ProjectSource =>
  Object.freeze({
    identity,
    answers: { kind: 'served' as const, project },
    problem: () => null,
    listen: () => undefined,
    close: () => undefined,
  });

export type FoundSource =
  | { readonly ok: true; readonly source: ProjectSource }
  /** One sentence for a person. */
  | { readonly ok: false; readonly message: string };
