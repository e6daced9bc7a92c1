import { Layers } from 'lucide-react';
import { isMac } from '../app/is-mac.ts';
import { ariaKeysOf } from '../app/shortcuts.ts';
import { useListedItems } from '../app/use-listed-items.ts';
import { useActions, useMoment } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import type { ListedItem } from '../state/selection.ts';
import { workflowStatus } from '../state/workflow-status.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tag } from '../ui/tag.tsx';
import './detail-pane.css';
import { Facts } from './facts.tsx';
import { StatusCard } from './status-card.tsx';
import { Why } from './why.tsx';

const words = messages.detail;

const Head = ({ item: { offering, workflow, id } }: { readonly item: ListedItem }) => {
  const { askWorkflow } = useActions();
  const workflowId = offering === null ? id : offering.workflowId;
  return (
    <header className="detail__head">
      <div className="detail__names">
        <h2 className="detail__title">
          <span className="clipped" dir="auto">
            {offering?.id ?? workflow?.displayName ?? id}
          </span>
          {offering?.isCurrent === true ? <Tag>{messages.offerings.current}</Tag> : null}
        </h2>
        <p className="detail__workflow clipped">
          {offering?.description === '' ? workflowId : (offering?.description ?? workflowId)}
        </p>
      </div>
      <Button
        look="primary"
        aria-keyshortcuts={ariaKeysOf('askWorkflow', isMac)}
        onClick={() => {
          askWorkflow(id);
        }}
      >
        {words.ask}
      </Button>
    </header>
  );
};

/** What is known of what is selected, and why it is so. */
export const DetailPane = () => {
  const { selected } = useListedItems();
  const moment = useMoment();
  if (selected === null) return <EmptyState icon={Layers} {...words.nothing} />;
  const status = workflowStatus(selected.offering, selected.workflow, moment);
  return (
    <div className="detail">
      <Head item={selected} />
      <StatusCard status={status} />
      <div className="detail__columns">
        <Facts item={selected} />
        <Why item={selected} />
      </div>
    </div>
  );
};
