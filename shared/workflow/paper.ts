import type { EnrolledVariants } from '../model/envelope.ts';
import type { Workflow } from '../model/workflow.ts';
import type { Outline } from './outline.ts';
import { outlineOf } from './outline-of.ts';

/** What the preview needs of a workflow, and what the window needs to walk through it. */
export interface Paper {
  readonly outline: Outline;
  /** With `screens` by id and `uiConfig`. */
  readonly json: string;
}

export const paperOf = (workflow: Workflow, enrolled: EnrolledVariants | null = null): Paper => ({
  outline: outlineOf(workflow, enrolled),
  json: JSON.stringify({ screens: workflow.screens, uiConfig: workflow.uiConfig }),
});
