import { Share } from 'lucide-react';
import { useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { ToolButton } from '../world/tool-button.tsx';

/** The way to everything that can be taken away, and be opened again. */
export const ExportButton = () => {
  const { ui } = useStores();
  return (
    <ToolButton
      icon={Share}
      label={messages.export.open}
      onClick={() => ui.setState({ panel: 'export' })}
    />
  );
};
