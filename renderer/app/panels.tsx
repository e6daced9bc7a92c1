import { HelpDialog } from '../help/help-dialog.tsx';
import { Palette } from '../palette/palette.tsx';
import { ScenarioDialog } from '../scenario/scenario-dialog.tsx';
import { ScenariosDialog } from '../scenario/scenarios-dialog.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { messages } from '../messages.ts';
import type { Panel } from '../state/ui-store.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { useActions, useShownScenario, useStores, useUi } from './window-context.ts';

interface PanelProps {
  readonly panel: Panel;
  readonly onClose: () => void;
}

const PanelOf = ({ panel, onClose }: PanelProps) => {
  switch (panel) {
    case 'palette':
      return <Palette onClose={onClose} />;
    case 'settings':
      return <SettingsDialog onClose={onClose} />;
    case 'help':
      return <HelpDialog onClose={onClose} />;
    case 'scenarios':
      return <ScenariosDialog onClose={onClose} />;
  }
};

/** The dialog that was asked for, if one was; a fault in it leaves the window as it is. */
export const Panels = () => {
  const panel = useUi((ui) => ui.panel);
  const { ui } = useStores();
  const { report } = useActions();
  if (panel === null) return null;
  const close = () => ui.setState({ panel: null });
  return (
    <ErrorBoundary key={panel} area={messages[panel].title} report={report}>
      <PanelOf panel={panel} onClose={close} />
    </ErrorBoundary>
  );
};

/** The scenario file that is open, if one is: above a dialog that was open before. */
export const OpenedScenario = () => {
  const scenario = useShownScenario();
  const { report, closeScenario } = useActions();
  if (scenario === null) return null;
  const { id } = scenario;
  return (
    <ErrorBoundary key={id} area={messages.scenario.title} report={report}>
      <ScenarioDialog
        scenario={scenario}
        onClose={() => {
          closeScenario(id);
        }}
      />
    </ErrorBoundary>
  );
};
