import { Clapperboard } from 'lucide-react';
import { isMac } from '../app/is-mac.ts';
import { ariaKeysOf } from '../app/shortcuts.ts';
import { useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { ToolButton } from '../world/tool-button.tsx';

/** The way to the scenarios that need not be looked for, and to recording one. */
export const ScenariosButton = () => {
  const { ui } = useStores();
  return (
    <ToolButton
      icon={Clapperboard}
      label={messages.scenarios.open}
      aria-keyshortcuts={ariaKeysOf('scenarios', isMac)}
      onClick={() => ui.setState({ panel: 'scenarios' })}
    />
  );
};
