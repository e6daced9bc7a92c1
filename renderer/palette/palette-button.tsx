import { Search } from 'lucide-react';
import { isMac } from '../app/is-mac.ts';
import { ariaKeysOf, keysOf, shortcuts } from '../app/shortcuts.ts';
import { useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { Keys } from '../ui/keys.tsx';
import './palette-button.css';

const keys = shortcuts.flatMap((shortcut) =>
  shortcut.name === 'palette' ? keysOf(shortcut, isMac) : [],
);

/** The way to everything that can be done, with the keys that lead there sooner. */
export const PaletteButton = () => {
  const { ui } = useStores();
  return (
    <Button
      look="quiet"
      icon={Search}
      title={messages.palette.title}
      aria-keyshortcuts={ariaKeysOf('palette', isMac)}
      className="palette-button"
      onClick={() => ui.setState({ panel: 'palette' })}
    >
      <span className="unseen">{messages.palette.title}</span>
      <Keys keys={keys} />
    </Button>
  );
};
