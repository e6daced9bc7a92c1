import { HelpDialog } from '../help/help-dialog.tsx';
import { Palette } from '../palette/palette.tsx';
import { ForgetProjectDialog } from '../project/forget-project-dialog.tsx';
import { LiveDialog } from '../project/live-dialog.tsx';
import { OpenProjectDialog } from '../project/open-project-dialog.tsx';
import { SaveProjectDialog } from '../project/save-project-dialog.tsx';
import { ExportDialog } from '../report/export-dialog.tsx';
import { PhoneDialog } from '../phone/phone-dialog.tsx';
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
    case 'phone':
      return <PhoneDialog onClose={onClose} />;
    case 'connectLive':
      return <LiveDialog isEdit={false} onClose={onClose} />;
    case 'editLive':
      return <LiveDialog isEdit onClose={onClose} />;
    case 'openProject':
      return <OpenProjectDialog onClose={onClose} />;
    case 'saveProject':
      return <SaveProjectDialog onClose={onClose} />;
    case 'forgetProject':
      return <ForgetProjectDialog onClose={onClose} />;
    case 'scenarios':
      return <ScenariosDialog onClose={onClose} />;
    case 'export':
      return <ExportDialog onClose={onClose} />;
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
