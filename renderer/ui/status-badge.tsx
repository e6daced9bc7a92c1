import {
  Archive,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CircleQuestionMark,
  CircleX,
  Clock,
  HardDrive,
  type LucideIcon,
  RefreshCw,
  TriangleAlert,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { messages } from '../messages.ts';
import { countdown } from '../state/countdown.ts';
import {
  type Status,
  type StatusIcon,
  type StatusKind,
  isOnPurpose,
  problemWord,
  statusLooks,
} from '../state/workflow-status.ts';
import './status-badge.css';

const icons: Readonly<Record<StatusIcon, LucideIcon>> = {
  check: CircleCheck,
  clock: Clock,
  turning: RefreshCw,
  disk: HardDrive,
  refused: CircleX,
  warning: CircleAlert,
  dashed: CircleDashed,
  archive: Archive,
  minus: CircleMinus,
  question: CircleQuestionMark,
};

interface StatusSignProps {
  readonly kind: StatusKind;
  readonly size: number;
}

/** The icon of a status, in its colour. */
export const StatusSign = ({ kind, size }: StatusSignProps) => {
  const { icon, tone } = statusLooks[kind];
  const Icon = icons[icon];
  return <Icon size={size} aria-hidden className={`status--${tone}`} />;
};

/**
 * What went wrong behind something that is shown all the same: amber, and said to be so, where
 * somebody broke it on purpose.
 */
export const ProblemBehind = ({ status }: { readonly status: Status }) => {
  const word = problemWord(status);
  if (word === null) return null;
  const isMeant = isOnPurpose(status);
  const Icon = isMeant ? TriangleAlert : CircleAlert;
  return (
    <span
      className={`status ${isMeant ? 'status--on-purpose' : 'status--problem'} status--behind`}
      data-problem={isMeant ? 'on-purpose' : 'real'}
    >
      <Icon size={12} aria-hidden />
      {isMeant ? `${word} ${messages.onPurpose}` : word}
    </span>
  );
};

/** Stands beside what is not shown because somebody broke it on purpose: that itself stays red. */
export const OnPurposeWords = () => (
  <span className="status status--on-purpose status--behind">
    <TriangleAlert size={12} aria-hidden />
    {messages.onPurpose}
  </span>
);

/** The same, where it is so and nobody says it already. */
export const OnPurpose = ({ status }: { readonly status: Status }) =>
  isOnPurpose(status) && problemWord(status) === null ? <OnPurposeWords /> : null;

/** The time that is left; a copy from disk may be stale besides. */
const rest = ({ kind, leftMs }: Status): string | null => {
  if (leftMs !== null) return countdown(leftMs);
  return kind === 'restored' ? messages.alsoStale : null;
};

interface StatusBadgeProps {
  readonly status: Status;
  /** What is left of its freshness; as the status says where nobody says otherwise. */
  readonly left?: ReactNode;
}

/** A status as icon, word and colour, with what is left of its freshness. */
export const StatusBadge = ({ status, left = rest(status) }: StatusBadgeProps) => {
  const { kind } = status;
  const { icon, word, tone } = statusLooks[kind];
  const Icon = icons[icon];
  return (
    <span className={`status status--${tone}`} data-status={kind}>
      <Icon size={14} aria-hidden className={icon === 'turning' ? 'status__turning' : undefined} />
      {word}
      {left === null ? null : <span>{left}</span>}
    </span>
  );
};
