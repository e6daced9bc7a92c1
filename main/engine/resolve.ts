import type { ResolvedWorkflow } from '../../shared/answers.ts';
import { type EngineError, engineError, noAnswer } from '../../shared/errors.ts';
import { type Asset, collectAssets, mostAssets } from '../../shared/model/assets.ts';
import type { Decoded } from '../../shared/model/decode.ts';
import type { Envelope } from '../../shared/model/envelope.ts';
import { type Workflow, decodeWorkflow, decodeWorkflowValue } from '../../shared/model/workflow.ts';
import type { FileRef, FileResult, FileTicket } from '../cdn/files.ts';
import type { Trace } from '../http/http.ts';
import type { Life, Scope } from './life.ts';

export interface ResolvedDetail {
  readonly ok: true;
  readonly value: ResolvedWorkflow;
  /** Null: the workflow came with its envelope. */
  readonly body: FileRef | null;
  /** Of its body where that did not come with the envelope. */
  readonly bodyBytes: number;
  readonly assets: readonly Asset[];
}

export interface Unresolved {
  readonly ok: false;
  readonly error: EngineError;
  /** `envelope`: the answer itself is no workflow. `body`: its body cannot be had. `rejected`: the CDN said no. */
  readonly at: 'envelope' | 'body' | 'rejected';
}

export type Resolution = ResolvedDetail | Unresolved;

export interface ResolveAsk {
  readonly envelope: Envelope;
  readonly id: string;
  readonly trace: Trace;
  /** Hears of a download, so that it can be hurried. */
  readonly onTicket: (ticket: FileTicket) => void;
  /** False: the work has been given up, and no download is to be set off. */
  readonly mayDownload: () => boolean;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

const decodeBytes = (bytes: Uint8Array): Decoded<Workflow> => {
  try {
    return decodeWorkflow(decoder.decode(bytes));
  } catch {
    return { ok: false, problem: 'the body is not UTF-8' };
  }
};

const unusable = (problem: string, at: Unresolved['at']): Unresolved => ({
  ok: false,
  error: engineError('malformed', `The workflow could not be understood: ${problem}.`),
  at,
});

const notOnDisk = engineError('disk', 'The body of the workflow is not on disk.');

/** Makes the workflow out of an envelope, with its body from the file cache or the CDN. */
export const createResolve = (life: Life) => {
  const { parts } = life;

  const resolved = (
    envelope: Envelope,
    workflow: Workflow,
    body: FileRef | null,
    bodyBytes = 0,
  ): ResolvedDetail => ({
    ok: true,
    value: { workflow, enrolledVariants: envelope.enrolledVariants },
    body,
    bodyBytes,
    assets: collectAssets(workflow).slice(0, mostAssets),
  });

  const fetchBody = (scope: Scope, ref: FileRef, ask: ResolveAsk): Promise<FileResult> => {
    const ticket = scope.downloads.body({ ref, ids: [ask.id], trace: ask.trace });
    ask.onTicket(ticket);
    return ticket.result;
  };

  /** A file that nobody could check and that is no workflow is fetched anew, once. */
  const fetchParsed = async (
    scope: Scope,
    ref: FileRef,
    ask: ResolveAsk,
  ): Promise<{ file: FileResult; workflow: Decoded<Workflow> | null }> => {
    const file = await fetchBody(scope, ref, ask);
    if (!file.ok) return { file, workflow: null };
    const workflow = decodeBytes(file.bytes);
    if (workflow.ok || life.policies().cdnFileOnRead === 'trust') return { file, workflow };
    parts.files.remove(ref);
    if (file.source === 'network' || !ask.mayDownload()) return { file, workflow };
    const again = await fetchBody(scope, ref, ask);
    return { file: again, workflow: again.ok ? decodeBytes(again.bytes) : null };
  };

  const fromCdn = async (
    scope: Scope,
    envelope: Extract<Envelope, { action: 'use_cdn' }>,
    ask: ResolveAsk,
  ): Promise<Resolution> => {
    const ref = { url: envelope.url, hash: envelope.hash };
    if (!parts.files.has(ref) && !ask.mayDownload())
      return { ok: false, error: scope.mayStore() ? notOnDisk : noAnswer('cancelled'), at: 'body' };
    const { file, workflow } = await fetchParsed(scope, ref, ask);
    if (!file.ok)
      return { ok: false, error: file.error, at: file.isRejected ? 'rejected' : 'body' };
    if (workflow?.ok !== true) return unusable(workflow?.problem ?? 'it is empty', 'body');
    return resolved(envelope, workflow.value, ref, file.bytes.length);
  };

  return async (scope: Scope, ask: ResolveAsk): Promise<Resolution> => {
    const { envelope } = ask;
    if (envelope.action === 'use_cdn') return fromCdn(scope, envelope, ask);
    const workflow = decodeWorkflowValue(envelope.data);
    return workflow.ok
      ? resolved(envelope, workflow.value, null)
      : unusable(workflow.problem, 'envelope');
  };
};

export type Resolve = ReturnType<typeof createResolve>;
