import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { Severity } from '../../state/stage-problems.ts';
import '../../ui/status-badge.css';

interface Look {
  readonly icon: LucideIcon;
  readonly tone: string;
}

const looks: Readonly<Record<Severity, Look>> = {
  problem: { icon: CircleAlert, tone: 'problem' },
  purpose: { icon: TriangleAlert, tone: 'on-purpose' },
  note: { icon: Info, tone: 'note' },
};

/** How bad something is, as icon, word and colour. */
export const SeverityBadge = ({
  severity,
  word,
}: {
  readonly severity: Severity;
  readonly word: string;
}) => {
  const { icon: Icon, tone } = looks[severity];
  return (
    <span className={`status status--${tone}`}>
      <Icon size={13} aria-hidden />
      {word}
    </span>
  );
};
