import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { Severity } from '../../state/stage-problems.ts';

const icons: Readonly<Record<Severity, LucideIcon>> = {
  problem: CircleAlert,
  purpose: TriangleAlert,
  note: Info,
};

/** How bad something is, as icon, word and colour. */
export const SeverityBadge = ({
  severity,
  word,
}: {
  readonly severity: Severity;
  readonly word: string;
}) => {
  const Icon = icons[severity];
  return (
    <span className={`severity severity--${severity}`}>
      <Icon size={13} aria-hidden />
      {word}
    </span>
  );
};
