import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { brokenOnPurpose } from '../state/world-status.ts';
import { Button } from '../ui/button.tsx';
import { DrawerLine } from './drawer-line.tsx';

const words = messages.world.faults;

/** What is on, each with what ends it alone. */
export const ActiveFaults = () => {
  const world = useApp(({ documents }) => documents.world);
  const { healOne } = useActions();
  const broken = useMemo(() => brokenOnPurpose(world), [world]);
  if (broken.length === 0) return <p className="fault-drawer__none">{words.nothing}</p>;
  return (
    <ul className="fault-drawer__list" aria-label={words.title}>
      {broken.map((thing) => (
        <DrawerLine key={thing.key}>
          <TriangleAlert size={14} aria-hidden className="fault-drawer__amber" />
          <span className="fault-drawer__words">{thing.words}</span>
          <Button
            isSmall
            aria-label={words.healOneOf(thing.words)}
            onClick={() => {
              healOne(thing);
            }}
          >
            {words.healOne}
          </Button>
        </DrawerLine>
      ))}
    </ul>
  );
};
