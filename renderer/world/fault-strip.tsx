import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { isMac } from '../app/is-mac.ts';
import { ariaKeysOf } from '../app/shortcuts.ts';
import { useActions, useApp, useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { type BrokenThing, brokenOnPurpose } from '../state/world-status.ts';
import { useFocusHeir } from '../ui/use-focus-heir.ts';
import { Button } from '../ui/button.tsx';

const words = messages.world;

/** The switches are what such a fault is set with again. */
const firstSwitch = (going: HTMLElement): HTMLElement | null | undefined =>
  going.closest('section')?.querySelector<HTMLElement>('[role="switch"]');

/** The others stand in the drawer: the strip must not push aside what it is about. */
const mostShown = 4;

interface FaultsProps {
  readonly broken: readonly BrokenThing[];
  readonly waiting: number;
}

const Faults = ({ broken, waiting }: FaultsProps) => {
  const { healEverything } = useActions();
  const { ui } = useStores();
  // One that would stand for a single one takes as much room as that one.
  const shown = broken.length === mostShown + 1 ? mostShown + 1 : mostShown;
  const strip = useFocusHeir<HTMLDivElement>(firstSwitch);
  return (
    <div ref={strip} role="status" className="fault-strip">
      <TriangleAlert size={16} aria-hidden className="fault-strip__icon" />
      <strong className="fault-strip__title">{words.broken}</strong>
      <ul className="fault-strip__faults">
        {broken.slice(0, shown).map(({ key, words: phrase }) => (
          <li key={key} className="fault-strip__fault">
            {phrase}
          </li>
        ))}
        {waiting === 0 ? null : (
          <li className="fault-strip__fault">{words.waitingCount(waiting)}</li>
        )}
        {broken.length > shown ? (
          <li className="fault-strip__fault">
            <button
              type="button"
              className="fault-strip__more"
              onClick={() => ui.setState({ isFaultDrawerOpen: true })}
            >
              {words.moreBroken(broken.length - shown)}
            </button>
          </li>
        ) : null}
      </ul>
      <Button
        isSmall
        look="amber"
        aria-keyshortcuts={ariaKeysOf('heal', isMac)}
        onClick={healEverything}
      >
        {words.heal}
      </Button>
    </div>
  );
};

/** While anything is broken on purpose: what, and one press that ends it all. */
export const FaultStrip = () => {
  const world = useApp(({ documents }) => documents.world);
  const broken = useMemo(() => brokenOnPurpose(world), [world]);
  const waiting = world.waiting.length;
  return broken.length === 0 && waiting === 0 ? null : <Faults broken={broken} waiting={waiting} />;
};
