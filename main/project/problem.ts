import type { ServedProject } from '../backend/backend.ts';

/** Why a project cannot be used, and where to look. */
export interface ProjectProblem {
  /** Relative to the project's folder; the folder itself where it is none. */
  readonly file: string;
  readonly line?: number;
  /** The place in the JSON, as `workflows.0.id`. */
  readonly place?: string;
  /** One sentence for a person. */
  readonly message: string;
}

export type LoadedProject =
  | { readonly ok: true; readonly project: ServedProject }
  | { readonly ok: false; readonly problem: ProjectProblem };

/** Ends a load from wherever the problem was found; it never leaves `loadProjectFolder`. */
export class ProjectProblemError extends Error {
  readonly problem: ProjectProblem;

  constructor(problem: ProjectProblem) {
    super(problem.message);
    this.problem = problem;
  }
}
