import { TriangleAlert } from 'lucide-react';
import { isMac } from '../app/is-mac.ts';
import { ariaKeysOf } from '../app/shortcuts.ts';
import { useApp, useStores, useUi } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { brokenOnPurpose } from '../state/world-status.ts';
import { Button } from '../ui/button.tsx';

const words = messages.world.faults;

/** By which the focus comes back from the drawer. */
export const faultsButtonId = 'faults-button';

/** How much is broken on purpose, and the way to all of it. */
export const FaultsButton = () => {
  const broken = useApp(({ documents }) => brokenOnPurpose(documents.world).length);
  const waiting = useApp(({ documents }) => documents.world.waiting.length);
  const isOpen = useUi((ui) => ui.isFaultDrawerOpen);
  const { ui } = useStores();
  // Who waits is told in the strip; a hold counts, and so does one that has ended while they wait.
  const word = broken === 0 && waiting === 0 ? words.none : words.on(broken);
  const isAmber = broken > 0 || waiting > 0;
  return (
    <Button
      id={faultsButtonId}
      look={isAmber ? 'on-purpose' : 'plain'}
      {...(isAmber ? { icon: TriangleAlert } : {})}
      aria-label={words.button(word)}
      aria-expanded={isOpen}
      aria-keyshortcuts={ariaKeysOf('faults', isMac)}
      onClick={() => ui.setState({ isFaultDrawerOpen: !isOpen })}
    >
      {word}
    </Button>
  );
};
