import { Clapperboard } from 'lucide-react';
import { isMac } from '../app/is-mac.ts';
import { ariaKeysOf } from '../app/shortcuts.ts';
import { useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { IconButton } from '../ui/icon-button.tsx';

/** The way to the scenarios that need not be looked for, and to recording one. */
export const ScenariosButton = () => {
  const { ui } = useStores();
  return (
    <IconButton
      icon={Clapperboard}
      label={messages.scenarios.open}
      aria-keyshortcuts={ariaKeysOf('scenarios', isMac)}
      onClick={() => ui.setState({ panel: 'scenarios' })}
    />
  );
};
