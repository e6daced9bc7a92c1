import { Download, HardDrive } from 'lucide-react';
import { messages } from '../messages.ts';
import type { ListedItem } from '../state/selection.ts';
import {
  type RowMoment,
  type Status,
  problemWord,
  statusLooks,
  workflowStatus,
} from '../state/workflow-status.ts';
import { ProblemBehind, StatusBadge } from '../ui/status-badge.tsx';
import { Tag } from '../ui/tag.tsx';
import { sizeText } from '../state/format.ts';

const words = messages.offerings;

interface OfferingRowProps {
  readonly id: string;
  readonly item: ListedItem;
  readonly moment: RowMoment;
  readonly isSelected: boolean;
  /** Counts from 1: most rows are not drawn, so a screen reader cannot count them. */
  readonly place: number;
  readonly count: number;
  readonly onPress: () => void;
}

/** The countdown is left out: a name that changes every second would be read out again and again. */
const nameOf = ({ offering, workflow, id }: ListedItem, status: Status): string => {
  const said = [statusLooks[status.kind].word, problemWord(status)].filter((word) => word !== null);
  const workflowName = workflow?.displayName ?? workflow?.id ?? null;
  return offering === null
    ? words.workflowName(workflowName ?? id, said)
    : words.offeringName(id, offering.isCurrent, workflowName, said);
};

/** What stands below the name: the workflow, or what else is known. */
const secondLine = ({ offering, workflow, id }: ListedItem): string => {
  if (offering !== null)
    return workflow?.displayName ?? offering.workflowId ?? offering.description;
  // A name stands above the id; without one the id stands there itself.
  return workflow?.displayName == null ? words.unnamed : id;
};

/** Where the copy came from, and what is done so that it is there. */
const Marks = ({ workflow }: Pick<ListedItem, 'workflow'>) => (
  <span className="offering-row__marks">
    {workflow?.copy == null ? null : (
      <span className="offering-row__detail">{messages.source[workflow.copy.source]}</span>
    )}
    {workflow?.isPrefetched === true ? (
      <span className="offering-row__mark">
        <Download size={12} aria-hidden />
        {words.prefetched}
      </span>
    ) : null}
    {workflow?.isPersisted === true ? (
      <span className="offering-row__mark">
        <HardDrive size={12} aria-hidden />
        {words.onDisk}
      </span>
    ) : null}
    {/* Nobody was told how large a copy is that came from disk. */}
    {workflow?.copy == null || workflow.copy.sizeBytes === 0 ? null : (
      <span className="offering-row__detail">{sizeText(workflow.copy.sizeBytes)}</span>
    )}
  </span>
);

/** One offering, or one workflow without an offering. */
export const OfferingRow = (props: OfferingRowProps) => {
  const { id, item, moment, isSelected, place, count, onPress } = props;
  const { offering, workflow } = item;
  const status = workflowStatus(offering, workflow, moment);
  return (
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      aria-setsize={count}
      aria-posinset={place}
      aria-label={nameOf(item, status)}
      data-status={status.kind}
      className="offering-row"
      onClick={onPress}
    >
      <div className="offering-row__line">
        <span className="offering-row__title">
          <span className="clipped" dir="auto">
            {offering?.id ?? workflow?.displayName ?? item.id}
          </span>
          {offering?.isCurrent === true ? <Tag>{words.current}</Tag> : null}
        </span>
        <span className="offering-row__marks">
          <ProblemBehind status={status} />
          <StatusBadge status={status} />
        </span>
      </div>
      <div className="offering-row__line offering-row__line--below">
        <span className="clipped" dir="auto">
          {secondLine(item)}
        </span>
        <Marks workflow={workflow} />
      </div>
    </div>
  );
};
