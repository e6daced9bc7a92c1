import { messages } from '../messages.ts';
import type { Status } from '../state/workflow-status.ts';
import { ProblemBehind, StatusBadge } from '../ui/status-badge.tsx';

const meaningOf = ({ kind, leftMs }: Status): string =>
  kind === 'restored' && leftMs === null ? messages.meaning.restoredStale : messages.meaning[kind];

/** The status, and what it means for somebody who opens the paywall now. */
export const StatusCard = ({ status }: { readonly status: Status }) => (
  <div className="status-card">
    <StatusBadge status={status} />
    <p>{meaningOf(status)}</p>
    {status.problem === null ? null : (
      <p className="status-card__problem">
        <ProblemBehind status={status} />
        <span>{status.problem.message}</span>
      </p>
    )}
  </div>
);
