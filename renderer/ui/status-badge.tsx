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
} from 'lucide-react';
import { messages } from '../messages.ts';
import { countdown } from '../state/countdown.ts';
import {
  type Status,
  type StatusIcon,
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

/** What went wrong behind something that is shown all the same. */
export const ProblemBehind = ({ status }: { readonly status: Status }) => {
  const word = problemWord(status);
  return word === null ? null : (
    <span className="status status--problem status--behind">
      <CircleAlert size={12} aria-hidden />
      {word}
    </span>
  );
};

/** The time that is left; a copy from disk may be stale besides. */
const rest = ({ kind, leftMs }: Status): string | null => {
  if (leftMs !== null) return countdown(leftMs);
  return kind === 'restored' ? messages.alsoStale : null;
};

/** A status as icon, word and colour, with what is left of its freshness. */
export const StatusBadge = ({ status }: { readonly status: Status }) => {
  const { kind } = status;
  const { icon, word, tone } = statusLooks[kind];
  const left = rest(status);
  const Icon = icons[icon];
  return (
    <span className={`status status--${tone}`} data-status={kind}>
      <Icon size={14} aria-hidden className={icon === 'turning' ? 'status__turning' : undefined} />
      {word}
      {left === null ? null : <span>{left}</span>}
    </span>
  );
};
