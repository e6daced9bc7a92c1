import type { Bridge } from '../../shared/contract/bridge.ts';
import { type Command, isCommand } from '../../shared/contract/commands.ts';
import type { Panel, UiStore } from '../state/ui-store.ts';

const panels: Readonly<Record<Command, Panel>> = {
  'open-settings': 'settings',
  'open-guide': 'help',
  'open-shortcuts': 'help',
  'open-licences': 'help',
};

/** Does what the host's own menu asks of the window. */
export const followCommands = (bridge: Pick<Bridge, 'onCommand'>, ui: UiStore): void => {
  bridge.onCommand((command) => {
    if (isCommand(command)) ui.setState({ panel: panels[command] });
  });
};
