import type { Answer } from '../../../shared/answers.ts';
import type { AnswerSummary } from '../../../shared/contract/calls.ts';
import { problem } from '../../../shared/contract/outcome.ts';
import type { WorkflowId } from '../../../shared/model/ids.ts';

/** What a window is told of an answer: how good it is, not what is in it. */
export const summaryOf = (
  answer: Answer<unknown>,
  workflowId: WorkflowId | null = null,
): AnswerSummary => {
  const { decision, isFormerUser } = answer;
  if (answer.status === 'error') {
    const { code, message } = answer.error;
    return { status: 'error', code, message, decision, isFormerUser };
  }
  const { source, freshness, bodyHash } = answer;
  return { status: 'ok', source, freshness, workflowId, bodyHash, decision, isFormerUser };
};

/** What it is told where none comes any more. */
export const startedAgain = problem(
  'gone',
  'The app was started again before the answer came, so there is none.',
);
