import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { isMac } from '../app/is-mac.ts';
import { ariaKeysOf } from '../app/shortcuts.ts';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { brokenOnPurpose } from '../state/world-status.ts';
import { useFocusHeir } from '../ui/use-focus-heir.ts';
import { Button } from '../ui/button.tsx';

/** The switches are what such a fault is set with again. */
const firstSwitch = (going: HTMLElement): HTMLElement | null | undefined =>
  going.closest('section')?.querySelector<HTMLElement>('[role="switch"]');

const Faults = ({ faults }: { readonly faults: readonly string[] }) => {
  const { healEverything } = useActions();
  const strip = useFocusHeir<HTMLDivElement>(firstSwitch);
  return (
    <div ref={strip} role="status" className="fault-strip">
      <TriangleAlert size={16} aria-hidden className="fault-strip__icon" />
      <strong className="fault-strip__title">{messages.world.broken}</strong>
      <ul className="fault-strip__faults">
        {faults.map((fault, place) => (
          <li key={`${String(place)} ${fault}`} className="fault-strip__fault">
            {fault}
          </li>
        ))}
      </ul>
      <Button
        isSmall
        look="amber"
        aria-keyshortcuts={ariaKeysOf('heal', isMac)}
        onClick={healEverything}
      >
        {messages.world.heal}
      </Button>
    </div>
  );
};

/** While anything is broken on purpose: what, and one press that ends it all. */
export const FaultStrip = () => {
  const world = useApp(({ documents }) => documents.world);
  const faults = useMemo(() => brokenOnPurpose(world), [world]);
  return faults.length === 0 ? null : <Faults faults={faults} />;
};
