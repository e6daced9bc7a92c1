import { Download, HardDrive, type LucideIcon, MemoryStick, Save, Wifi } from 'lucide-react';
import { memo } from 'react';
import { useStore } from 'zustand';
import { ttlMs } from '../../shared/freshness.ts';
import type { Source } from '../../shared/timeline.ts';
import { useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { countdown } from '../state/countdown.ts';
import { sizeText } from '../state/format.ts';
import type { ListFacts } from '../state/list-view.ts';
import type { ListedItem } from '../state/selection.ts';
import {
  type Status,
  isOnPurpose,
  problemWord,
  statusLooks,
  workflowStatus,
} from '../state/workflow-status.ts';
import { OnPurpose, ProblemBehind, StatusBadge } from '../ui/status-badge.tsx';
import { Tag } from '../ui/tag.tsx';

const words = messages.offerings;

interface OfferingRowProps {
  readonly id: string;
  readonly item: ListedItem;
  readonly facts: ListFacts;
  readonly isSelected: boolean;
  /** Counts from 1: most rows are not drawn, so a screen reader cannot count them. */
  readonly place: number;
  readonly count: number;
  readonly onPress: (item: ListedItem) => void;
}

export const nameOfItem = ({ offering, workflow, id }: ListedItem): string =>
  offering?.id ?? workflow?.displayName ?? id;

/** The countdown is left out: a name that changes every second would be read out again and again. */
const labelOf = ({ offering, workflow, id }: ListedItem, status: Status): string => {
  const said = [
    statusLooks[status.kind].word,
    problemWord(status),
    isOnPurpose(status) ? messages.onPurpose : null,
  ].filter((word) => word !== null);
  const workflowName = workflow?.displayName ?? workflow?.id ?? null;
  return offering === null
    ? words.workflowName(workflowName ?? id, said)
    : words.offeringName(id, offering.isCurrent, workflowName, said);
};

/** The status now; drawn again when it becomes another, not while its freshness runs down. */
const useRowStatus = ({ offering, workflow }: ListedItem, facts: ListFacts): Status => {
  const at = (now: number): Status => workflowStatus(offering, workflow, { ...facts, now });
  const key = useStore(useStores().clock, ({ now }) => {
    const { kind, leftMs } = at(now);
    return `${kind} ${String(leftMs !== null)}`;
  });
  const [kind, isFresh] = key.split(' ') as [Status['kind'], string];
  const { problem } = at(0);
  return { kind, leftMs: isFresh === 'true' ? 0 : null, problem };
};

/** The only part of a row that every second changes. */
const Left = ({ storedAt, lifeMs }: { readonly storedAt: number; readonly lifeMs: number }) =>
  useStore(useStores().clock, ({ now }) => countdown(storedAt + lifeMs - now));

interface LiveStatusProps {
  readonly item: ListedItem;
  readonly facts: ListFacts;
  readonly status: Status;
}

const LiveStatus = ({ item: { workflow }, facts, status }: LiveStatusProps) => {
  const storedAt = workflow?.copy?.storedAt ?? null;
  if (status.leftMs === null || storedAt === null) return <StatusBadge status={status} />;
  const lifeMs = ttlMs(facts.isForeground);
  return <StatusBadge status={status} left={<Left storedAt={storedAt} lifeMs={lifeMs} />} />;
};

const sourceIcons: Readonly<Record<Source, LucideIcon>> = {
  network: Wifi,
  memory: MemoryStick,
  disk: HardDrive,
};

/**
 * Where what is held came from; from memory, where somebody was served just that from there.
 */
const useSource = ({ id, workflow }: ListedItem): Source | null => {
  const copy = workflow?.copy ?? null;
  const isServed = useStore(useStores().answers, ({ answers }) => {
    const answer = answers.get(id);
    return (
      answer?.status === 'ok' && answer.source === 'memory' && answer.bodyHash === copy?.bodyHash
    );
  });
  if (copy === null) return null;
  return isServed ? 'memory' : copy.source;
};

const SourceMark = ({ item }: { readonly item: ListedItem }) => {
  const source = useSource(item);
  if (source === null) return null;
  const Icon = sourceIcons[source];
  return (
    <span className="offering-row__mark">
      <Icon size={12} aria-hidden />
      {messages.source[source]}
    </span>
  );
};

/** What is done so that it is there, and how large it is. */
const Marks = ({ workflow }: Pick<ListedItem, 'workflow'>) => (
  <span className="offering-row__marks">
    {workflow?.isPrefetched === true ? (
      <span className="offering-row__mark">
        <Download size={12} aria-hidden />
        <span className="offering-row__word">{words.prefetched}</span>
      </span>
    ) : null}
    {workflow?.isPersisted === true ? (
      <span className="offering-row__mark">
        <Save size={12} aria-hidden />
        <span className="offering-row__word">{words.onDisk}</span>
      </span>
    ) : null}
    {/* Nobody was told how large a copy is that came from disk. */}
    {workflow?.copy == null || workflow.copy.sizeBytes === 0 ? null : (
      <span className="offering-row__size">{sizeText(workflow.copy.sizeBytes)}</span>
    )}
  </span>
);

/** What stands below the name: the workflow by its name and its id, or what else is known. */
const Below = ({ item: { offering, workflow, id } }: { readonly item: ListedItem }) => {
  if (offering === null)
    // A name stands above the id; without one the id stands there itself.
    return workflow?.displayName == null ? words.unnamed : id;
  if (offering.workflowId === null) return offering.description;
  const name = workflow?.displayName ?? null;
  if (name === null) return offering.workflowId;
  return (
    <>
      {name} <span className="offering-row__id">{offering.workflowId}</span>
    </>
  );
};

const Row = ({ id, item, facts, isSelected, place, count, onPress }: OfferingRowProps) => {
  const status = useRowStatus(item, facts);
  return (
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      aria-setsize={count}
      aria-posinset={place}
      aria-label={labelOf(item, status)}
      data-status={status.kind}
      className="offering-row"
      onClick={() => onPress(item)}
    >
      <div className="offering-row__line">
        <span className="offering-row__title">
          <span className="clipped" dir="auto">
            {nameOfItem(item)}
          </span>
          {item.offering?.isCurrent === true ? <Tag>{words.current}</Tag> : null}
        </span>
        <span className="offering-row__state">
          <SourceMark item={item} />
          <OnPurpose status={status} />
          <LiveStatus item={item} facts={facts} status={status} />
        </span>
      </div>
      <div className="offering-row__line offering-row__line--below">
        <span className="offering-row__below">
          <span className="clipped" dir="auto">
            <Below item={item} />
          </span>
          <ProblemBehind status={status} />
        </span>
        <Marks workflow={item.workflow} />
      </div>
    </div>
  );
};

/** Whether a row would be drawn as it is: what it is of are the same objects until they change. */
const isSame = (before: OfferingRowProps, now: OfferingRowProps): boolean =>
  before.item.offering === now.item.offering &&
  before.item.workflow === now.item.workflow &&
  before.item.id === now.item.id &&
  before.id === now.id &&
  before.facts === now.facts &&
  before.isSelected === now.isSelected &&
  before.place === now.place &&
  before.count === now.count &&
  before.onPress === now.onPress;

/** One offering, or one workflow without an offering. */
export const OfferingRow = memo(Row, isSame);
