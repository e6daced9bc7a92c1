import type { ResolvedWorkflow } from '../../shared/answers.ts';
import {
  type EngineError,
  type Marked,
  engineError,
  markedAs,
  noAnswer,
} from '../../shared/errors.ts';
import { type Asset, collectAssets, mostAssets } from '../../shared/model/assets.ts';
import type { Decoded } from '../../shared/model/decode.ts';
import { type Envelope, decodeEnvelope } from '../../shared/model/envelope.ts';
import { type Workflow, decodeWorkflow, decodeWorkflowValue } from '../../shared/model/workflow.ts';
import type { FileRef, FileResult, FileTicket } from '../cdn/files.ts';
import type { Trace } from '../http/http.ts';
import { type Foldable, createFoldable } from './foldable.ts';
import type { Life, Scope } from './life.ts';

export interface ResolvedDetail {
  readonly ok: true;
  /** It is open. */
  readonly value: Foldable<ResolvedWorkflow>;
  /** Null: the workflow came with its envelope. */
  readonly body: FileRef | null;
  /** Of its body where that did not come with the envelope. */
  readonly bodyBytes: number;
  /** As it came, where it did not come with the envelope; else null. */
  readonly bodyText: string | null;
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
  /** What the envelope was decoded from. */
  readonly text: string;
  /** Of the answer that it came with. */
  readonly mark?: Marked;
  readonly id: string;
  readonly trace: Trace;
  /** Hears of a download, so that it can be hurried. */
  readonly onTicket: (ticket: FileTicket) => void;
  /** False: the work has been given up, and no download is to be set off. */
  readonly mayDownload: () => boolean;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** A workflow, and how it is made again. */
interface Readable {
  readonly workflow: Workflow;
  /** What it is made of. */
  readonly text: string;
  readonly again: () => Decoded<Workflow>;
}

const decodeBytes = (bytes: Uint8Array): Decoded<Readable> => {
  try {
    const text = decoder.decode(bytes);
    const again = (): Decoded<Workflow> => decodeWorkflow(text);
    const workflow = again();
    return workflow.ok ? { ok: true, value: { workflow: workflow.value, text, again } } : workflow;
  } catch {
    return { ok: false, problem: 'the body is not UTF-8' };
  }
};

/** The workflow of an inline envelope whose text was good before. */
const decodeAgain = (text: string): Decoded<Workflow> => {
  const envelope = decodeEnvelope(text);
  return envelope.ok && envelope.value.action === 'inline'
    ? decodeWorkflowValue(envelope.value.data)
    : { ok: false, problem: 'the envelope has changed' };
};

const mustBe = (workflow: Decoded<Workflow>): Workflow => {
  if (!workflow.ok) throw new Error(`A text that was a workflow is none now: ${workflow.problem}.`);
  return workflow.value;
};

const unusable = (problem: string, at: Unresolved['at'], mark: Marked): Unresolved => ({
  ok: false,
  error: markedAs(
    engineError('malformed', `The workflow could not be understood: ${problem}.`),
    mark,
  ),
  at,
});

const notOnDisk = engineError('disk', 'The body of the workflow is not on disk.');

/** Makes the workflow out of an envelope, with its body from the file cache or the CDN. */
export const createResolve = (life: Life) => {
  const { parts } = life;

  const resolved = (
    { enrolledVariants }: Envelope,
    { workflow, text, again }: Readable,
    body: FileRef | null,
    bodyBytes = 0,
  ): ResolvedDetail => ({
    ok: true,
    value: createFoldable({ workflow, enrolledVariants }, () => ({
      workflow: mustBe(again()),
      enrolledVariants,
    })),
    body,
    bodyBytes,
    bodyText: body === null ? null : text,
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
  ): Promise<{ file: FileResult; workflow: Decoded<Readable> | null }> => {
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
    if (workflow?.ok !== true) return unusable(workflow?.problem ?? 'it is empty', 'body', file);
    return resolved(envelope, workflow.value, ref, file.bytes.length);
  };

  return async (scope: Scope, ask: ResolveAsk): Promise<Resolution> => {
    const { envelope, text, mark = {} } = ask;
    if (envelope.action === 'use_cdn') return fromCdn(scope, envelope, ask);
    const workflow = decodeWorkflowValue(envelope.data);
    return workflow.ok
      ? resolved(envelope, { workflow: workflow.value, text, again: () => decodeAgain(text) }, null)
      : unusable(workflow.problem, 'envelope', mark);
  };
};

export type Resolve = ReturnType<typeof createResolve>;
