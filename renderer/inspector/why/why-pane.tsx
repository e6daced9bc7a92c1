import { Layers } from 'lucide-react';
import { useListedItems } from '../../app/use-listed-items.ts';
import { useMoment } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { headlineOf } from '../../state/headline.ts';
import type { ListedItem } from '../../state/selection.ts';
import { workflowStatus } from '../../state/workflow-status.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemBehind, StatusBadge } from '../../ui/status-badge.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Facts } from './facts.tsx';
import { Meant } from './meant.tsx';
import { Reasons } from './reasons.tsx';
import './why-pane.css';

const words = messages.detail;

const Head = ({ item: { offering, workflow, id } }: { readonly item: ListedItem }) => {
  const workflowId = offering === null ? id : offering.workflowId;
  return (
    <header className="why-pane__head">
      <h2 className="why-pane__title">
        <span className="clipped" dir="auto">
          {offering?.id ?? workflow?.displayName ?? id}
        </span>
        {offering?.isCurrent === true ? <Tag>{messages.offerings.current}</Tag> : null}
      </h2>
      <p className="why-pane__workflow clipped" dir="auto">
        {offering?.description === '' ? workflowId : (offering?.description ?? workflowId)}
      </p>
    </header>
  );
};

/** The decision in a sentence; it is said again only when it is another status. */
const Decision = ({ item }: { readonly item: ListedItem }) => {
  const moment = useMoment();
  const status = workflowStatus(item.offering, item.workflow, moment);
  return (
    <div className="why-pane__decision">
      <p className="why-pane__headline">{headlineOf(item, moment)}</p>
      <p className="why-pane__status">
        <StatusBadge status={status} />
        <ProblemBehind status={status} />
      </p>
    </div>
  );
};

/** What is known of what is selected, and why it is so. */
export const WhyPane = () => {
  const { selected } = useListedItems();
  if (selected === null) return <EmptyState icon={Layers} {...words.nothing} />;
  return (
    <div className="why-pane">
      <Head item={selected} />
      <Decision item={selected} />
      <Meant item={selected} />
      <div className="why-pane__columns">
        <Reasons item={selected} />
        <Facts item={selected} />
      </div>
    </div>
  );
};
