import { TriangleAlert } from 'lucide-react';
import { useActions, useApp } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { meantBy } from '../../state/meant-by.ts';
import type { ListedItem } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';

const words = messages.inspector.meant;

/** What is broken on purpose and explains it; nothing is healed behind anybody’s back. */
export const Meant = ({ item }: { readonly item: ListedItem }) => {
  const world = useApp(({ documents }) => documents.world);
  const { healOne } = useActions();
  const things = meantBy(world, item);
  const failure = item.workflow?.failure ?? null;
  if (things.length === 0 && failure?.isOnPurpose !== true) return null;
  return (
    <section className="meant" aria-label={words.label}>
      <h3 className="meant__title">
        <TriangleAlert size={14} aria-hidden />
        {words.label}
      </h3>
      {things.length === 0 ? <p>{words.healed}</p> : null}
      <ul>
        {things.map((thing) => (
          <li key={thing.key} className="meant__thing">
            <span>{thing.words}</span>
            <Button isSmall look="on-purpose" onClick={() => healOne(thing)}>
              {words.heal}
              <span className="unseen"> {thing.words}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
