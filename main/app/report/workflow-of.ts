import type { ResolvedWorkflow } from '../../../shared/answers.ts';
import type { Decoded } from '../../../shared/model/decode.ts';
import { decodeEnvelope } from '../../../shared/model/envelope.ts';
import { decodeWorkflow, decodeWorkflowValue } from '../../../shared/model/workflow.ts';

/** Makes the workflow of what it came with, as the engine does. */
export const workflowOf = ({
  envelope: text,
  body,
}: {
  readonly envelope: string;
  readonly body: string | null;
}): Decoded<ResolvedWorkflow> => {
  const envelope = decodeEnvelope(text);
  if (!envelope.ok) return { ok: false, problem: envelope.error.problem };
  const { enrolledVariants } = envelope.value;
  if (envelope.value.action === 'use_cdn' && body === null)
    return { ok: false, problem: 'its body is not there' };
  const workflow =
    envelope.value.action === 'inline'
      ? decodeWorkflowValue(envelope.value.data)
      : decodeWorkflow(body ?? '');
  return workflow.ok
    ? { ok: true, value: { workflow: workflow.value, enrolledVariants } }
    : workflow;
};
