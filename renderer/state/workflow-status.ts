import type { CacheState, Failure } from '../../shared/contract/documents.ts';
import type { OfferingRow, WorkflowRow } from '../../shared/contract/rows.ts';
import { messages } from '../messages.ts';
import { type Moment, freshnessAt } from './moment.ts';

export const statusKinds = [
  'fresh',
  'stale',
  'refreshing',
  'loading',
  'restored',
  'rejected',
  'failed',
  'missing',
  'legacy',
  'none',
  'unknown',
] as const;

export type StatusKind = (typeof statusKinds)[number];

/** How something that is cached is doing. */
export interface Status {
  readonly kind: StatusKind;
  /** How long it stays fresh; null: it is not fresh. */
  readonly leftMs: number | null;
  /** What went wrong last, where something is shown all the same. */
  readonly problem: Failure | null;
}

export type StatusTone = 'fresh' | 'stale' | 'active' | 'restored' | 'problem' | 'quiet';

export interface StatusLook {
  readonly icon: StatusIcon;
  readonly word: string;
  /** Names the tokens of its colours. */
  readonly tone: StatusTone;
}

export type StatusIcon =
  | 'check'
  | 'clock'
  | 'turning'
  | 'disk'
  | 'refused'
  | 'warning'
  | 'dashed'
  | 'archive'
  | 'minus'
  | 'question';

const look = (kind: StatusKind, icon: StatusIcon, tone: StatusTone): StatusLook => ({
  icon,
  tone,
  word: messages.status[kind],
});

/** The one way each status looks, wherever it is shown. */
export const statusLooks: Readonly<Record<StatusKind, StatusLook>> = {
  fresh: look('fresh', 'check', 'fresh'),
  stale: look('stale', 'clock', 'stale'),
  refreshing: look('refreshing', 'turning', 'active'),
  loading: look('loading', 'turning', 'active'),
  restored: look('restored', 'disk', 'restored'),
  rejected: look('rejected', 'refused', 'problem'),
  failed: look('failed', 'warning', 'problem'),
  missing: look('missing', 'dashed', 'quiet'),
  legacy: look('legacy', 'archive', 'quiet'),
  none: look('none', 'minus', 'quiet'),
  unknown: look('unknown', 'question', 'quiet'),
};

const plain = (kind: StatusKind): Status => ({ kind, leftMs: null, problem: null });

const withoutCopy = ({ isAsking, failure }: Pick<CacheState, 'isAsking' | 'failure'>): Status => {
  if (isAsking) return plain('loading');
  if (failure === null) return plain('missing');
  return { ...plain(failure.code === 'rejected' ? 'rejected' : 'failed'), problem: failure };
};

/** The status of anything that memory may hold a copy of. */
export const cacheStatus = (
  { copy, isAsking, failure }: CacheState | Pick<WorkflowRow, 'copy' | 'isAsking' | 'failure'>,
  moment: Moment,
): Status => {
  if (copy === null) return withoutCopy({ isAsking, failure });
  const { freshness, leftMs } = freshnessAt(copy.storedAt, moment);
  if (isAsking) return { kind: 'refreshing', leftMs, problem: failure };
  if (copy.source === 'disk') return { kind: 'restored', leftMs, problem: failure };
  return { kind: freshness, leftMs, problem: failure };
};

/** Whether what went wrong is what somebody broke, and so is no real problem. */
export const isOnPurpose = ({ problem }: Status): boolean => problem?.isOnPurpose === true;

/** What went wrong behind something that is shown all the same; null: nothing. */
export const problemWord = ({ kind, problem }: Status): string | null => {
  if (problem === null || kind === 'failed' || kind === 'rejected') return null;
  return messages.problemBehind[problem.code === 'rejected' ? 'rejected' : 'failed'];
};

export interface RowMoment extends Moment {
  /** Whether memory holds a workflows list: without one nobody knows what an offering maps to. */
  readonly isListKnown: boolean;
}

/** What a row says of an offering's workflow; the workflow is undefined where nobody knows it. */
export const workflowStatus = (
  offering: Pick<OfferingRow, 'isLegacy' | 'workflowId'> | null,
  workflow: Pick<WorkflowRow, 'copy' | 'isAsking' | 'failure'> | undefined,
  moment: RowMoment,
): Status => {
  if (offering?.isLegacy === true) return plain('legacy');
  if (offering?.workflowId === null) return plain(moment.isListKnown ? 'none' : 'unknown');
  return workflow === undefined ? plain('missing') : cacheStatus(workflow, moment);
};
