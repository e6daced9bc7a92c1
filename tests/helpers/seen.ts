import type { Answer, ResolvedWorkflow } from '../../shared/answers.ts';
import { workflowId } from '../../shared/model/ids.ts';
import { publishedRevision } from '../../shared/model/workflow.ts';
import type { Subject } from '../../shared/timeline.ts';
import type { Lab } from './lab.ts';

/** An answer in short: `network fresh`, or `error` and its code with its reason or status. */
export const seen = (answer: Answer<unknown>): string => {
  if (answer.status === 'ok') return `${answer.source} ${answer.freshness}`;
  const { code, reason, status } = answer.error;
  return ['error', code, reason ?? status].filter((part) => part !== undefined).join(' ');
};

/** A workflow's answer in short, with the revision that it brought. */
export const seenWorkflow = (answer: Answer<ResolvedWorkflow>): string =>
  answer.status === 'ok'
    ? `${seen(answer)} r${String(publishedRevision(answer.value.workflow))}`
    : seen(answer);

/** What memory holds: `fresh`, `stale` or `absent`. */
export const memoryOf = (lab: Lab) => {
  const { offerings, list, details, workflowByOffering } = lab.engine.snapshot();
  return {
    offerings: offerings?.freshness ?? 'absent',
    list: list?.freshness ?? 'absent',
    details: Object.fromEntries(
      [...details].map(([id, { freshness }]) => [id, freshness] as const),
    ),
    map: Object.fromEntries(workflowByOffering),
  };
};

/** How good the detail of one workflow in memory is: `fresh`, `stale` or `absent`. */
export const detailIn = (lab: Lab, id: string): string =>
  lab.engine.snapshot().details.get(workflowId(id))?.freshness ?? 'absent';

/** The numbers of the calls that have completed, one for each completion. */
export const completed = (lab: Lab, subject: Subject = 'list'): readonly (number | undefined)[] =>
  lab.timeline
    .since(1)
    .filter((event) => event.type === 'completed' && event.subject === subject)
    .map(({ call }) => call);
