import { HelpDialog } from '../help/help-dialog.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { messages } from '../messages.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { useActions, useStores, useUi } from './window-context.ts';

/** The dialog that is open, if one is; a fault in it leaves the window as it is. */
export const Panels = () => {
  const panel = useUi((ui) => ui.panel);
  const { ui } = useStores();
  const { report } = useActions();
  if (panel === null) return null;
  const close = () => ui.setState({ panel: null });
  return (
    <ErrorBoundary key={panel} area={messages[panel].title} report={report}>
      {panel === 'settings' ? <SettingsDialog onClose={close} /> : <HelpDialog onClose={close} />}
    </ErrorBoundary>
  );
};
