import { SearchX } from 'lucide-react';
import { useRef } from 'react';
import { useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Caches } from './caches.tsx';
import { ListTools } from './list-tools.tsx';
import { NoOfferings } from './no-offerings.tsx';
import { OfferingList } from './offering-list.tsx';
import './offerings-pane.css';
import { useShownItems } from './use-shown-items.ts';

const words = messages.offerings;

const NoMatch = ({ all }: { readonly all: number }) => {
  const { listView } = useStores();
  const { title, text } = words.noMatch;
  return (
    <EmptyState icon={SearchX} title={title} text={text(all)}>
      <Button onClick={listView.showAll}>{words.showAll}</Button>
    </EmptyState>
  );
};

/** How the caches are, and every offering with the workflow that it maps to. */
export const OfferingsPane = () => {
  const { items, kinds, shown, selected, facts } = useShownItems();
  const pane = useRef<HTMLDivElement>(null);
  const toList = (): void => pane.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  return (
    <div ref={pane} className="offerings-pane">
      <Caches />
      {items.length === 0 ? (
        <NoOfferings />
      ) : (
        <>
          <ListTools kinds={kinds} shown={shown.length} onLeave={toList} />
          {shown.length === 0 ? (
            <NoMatch all={items.length} />
          ) : (
            <OfferingList items={shown} selected={selected} facts={facts} />
          )}
        </>
      )}
    </div>
  );
};
