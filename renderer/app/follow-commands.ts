import type { Bridge } from '../../shared/contract/bridge.ts';
import { type Command, isCommand } from '../../shared/contract/commands.ts';
import type { Panel, UiStore } from '../state/ui-store.ts';

const panels: Readonly<Record<Exclude<Command, 'open-project'>, Panel>> = {
  'save-project': 'saveProject',
  'open-palette': 'palette',
  'open-settings': 'settings',
  'open-guide': 'help',
  'open-shortcuts': 'help',
  'open-licences': 'help',
};

/** Does what the host's own menu asks of the window. */
export const followCommands = (
  bridge: Pick<Bridge, 'onCommand'>,
  ui: UiStore,
  openProject: () => void,
): void => {
  bridge.onCommand((command) => {
    if (!isCommand(command)) return;
    if (command === 'open-project') openProject();
    else ui.setState({ panel: panels[command] });
  });
};
