import type { WorkflowId } from '../../shared/model/ids.ts';
import type { Details } from './details.ts';
import type { Life } from './life.ts';
import { markedStale } from './memory.ts';
import type { OfferingsCalls } from './offerings.ts';

/** What of a project is another one now. */
export interface ProjectNews {
  /** For the timeline: what changed, and where. */
  readonly note: string;
  /** The workflows that were changed, by any of their ids. */
  readonly ids: ReadonlySet<string>;
}

interface Calls {
  readonly life: Life;
  readonly details: Details;
  readonly offerings: OfferingsCalls;
}

/**
 * Asks anew for what somebody who works on the project looks at: offerings and list, and then what
 * memory held and is not good any more.
 */
export const followProject = async (
  { life, details, offerings }: Calls,
  { note, ids }: ProjectNews,
): Promise<void> => {
  const { memory, parts } = life;
  const scope = life.scope();
  const cause = scope.record({ type: 'project-changed', subject: 'app', note });
  if (scope.user === '') return;
  const held: readonly WorkflowId[] = [...memory.details.keys()];
  for (const [id, entry] of memory.details)
    if (ids.has(id)) memory.details.set(id, markedStale(entry));
  await offerings.renew(scope, cause);
  if (!scope.isCurrent() || !parts.settings.workflows) return;
  for (const id of held) {
    const entry = memory.details.get(id);
    if (entry === undefined || life.freshnessOf(entry) === 'stale') details.renew(scope, id, cause);
  }
};
