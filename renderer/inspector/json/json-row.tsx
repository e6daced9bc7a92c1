import { ChevronRight } from 'lucide-react';
import { messages } from '../../messages.ts';
import type { Severity } from '../../state/stage-problems.ts';
import { SeverityBadge } from '../../stage/problems/severity-badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import type { TreeRow } from './tree-model.ts';

interface JsonRowProps {
  readonly id: string;
  readonly row: TreeRow;
  readonly top: number;
  readonly isActive: boolean;
  readonly severity: Severity | null;
  readonly onPress: () => void;
  readonly onToggle: () => void;
}

const indent = 14;
const edge = 8;

const Swatches = ({ colors }: { readonly colors: readonly string[] }) => (
  <span className="json-row__swatches" aria-hidden>
    {colors.map((color, place) => (
      <span key={`${place} ${color}`} className="json-row__swatch" style={{ background: color }} />
    ))}
  </span>
);

/** One key with its value, or with what is in it. */
export const JsonRow = (props: JsonRowProps) => {
  const { id, row, top, isActive, severity, onPress, onToggle } = props;
  const isBranch = row.children > 0;
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={isBranch ? row.isOpen : undefined}
      aria-selected={isActive}
      data-place={row.place}
      className={classNames('json-row', isActive && 'json-row--active')}
      style={{ top, paddingInlineStart: edge + (row.level - 1) * indent }}
      onClick={onPress}
      onDoubleClick={isBranch ? onToggle : undefined}
    >
      <span
        className={classNames('json-row__arrow', row.isOpen && 'json-row__arrow--open')}
        onClick={isBranch ? onToggle : undefined}
      >
        {isBranch ? <ChevronRight size={12} aria-hidden /> : null}
      </span>
      <span className="json-row__key">{row.key}</span>
      <span className={`json-row__value json-row__value--${row.kind} clipped`}>{row.text}</span>
      {row.swatches.length === 0 ? null : <Swatches colors={row.swatches} />}
      {row.hint === null ? null : (
        <span className="json-row__hint clipped" dir="auto">
          {row.hint}
        </span>
      )}
      {severity === null ? null : (
        <SeverityBadge severity={severity} word={messages.stage.problems.severity[severity]} />
      )}
    </div>
  );
};
