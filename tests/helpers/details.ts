import type { Answer, ResolvedWorkflow } from '../../shared/answers.ts';
import { type Lab, type LabOptions, openLab } from './lab.ts';
import { seenWorkflow } from './seen.ts';

/** A lab whose list has landed, with all that it prefetches; what is counted starts after that. */
export const openWithList = async (options: LabOptions = {}): Promise<Lab> => {
  const lab = await openLab(options);
  await lab.engine.getWorkflowsList();
  await lab.settle();
  lab.backend.mark();
  return lab;
};

/** Asks for a workflow and waits until nothing runs any more. */
export const ask = async (lab: Lab, id: string): Promise<string> => {
  const answer = await lab.engine.getWorkflow(id);
  await lab.settle();
  return seenWorkflow(answer);
};

/** Follows a call that may stay open: `pending`, or its answer in short. */
export const follow = <T>(
  call: Promise<Answer<T>>,
  say: (answer: Answer<T>) => string,
): (() => string) => {
  let state = 'pending';
  void call.then((answer) => {
    state = say(answer);
  });
  return () => state;
};

/** Follows an ask for a workflow. */
export const followWorkflow = (lab: Lab, id: string): (() => string) =>
  follow<ResolvedWorkflow>(lab.engine.getWorkflow(id), seenWorkflow);

/** From now on the backend serves this revision of the workflow. */
export const publish = (lab: Lab, id: string, revision: number): void => {
  lab.backend.project.change({ kind: 'workflow', id, to: { revision } });
};

interface StoredBody {
  readonly url?: string;
  readonly data?: { readonly metadata?: { readonly revision?: number } };
}

/** Which revision the envelope on disk is of, as `r1`, or `absent`; revisions go 1, 2, … */
export const storedRevision = (lab: Lab, id: string): string => {
  const stored = lab.disk.readEnvelope(lab.disk.keyOf(id));
  if (stored.status !== 'present') return stored.status;
  const { url, data } = stored.value.body as StoredBody;
  const published = lab.backend.project.bodyRefs(id).findIndex((ref) => ref.url === url) + 1;
  return `r${String(url === undefined ? data?.metadata?.revision : published)}`;
};

/** How often that event happened. */
export const count = (lab: Lab, event: string): number =>
  lab.events().filter((other) => other === event).length;
