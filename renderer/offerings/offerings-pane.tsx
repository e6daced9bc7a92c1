import { useListedItems } from '../app/use-listed-items.ts';
import { Caches } from './caches.tsx';
import { NoOfferings } from './no-offerings.tsx';
import { OfferingList } from './offering-list.tsx';
import './offerings-pane.css';

/** How the caches are, and every offering with the workflow that it maps to. */
export const OfferingsPane = () => {
  const { items, selected } = useListedItems();
  return (
    <>
      <Caches />
      {items.length === 0 ? <NoOfferings /> : <OfferingList items={items} selected={selected} />}
    </>
  );
};
