import { expect, it } from 'vitest';
import { followCommands } from '../../../renderer/app/follow-commands.ts';
import { createUiStore } from '../../../renderer/state/ui-store.ts';
import { commands } from '../../../shared/contract/commands.ts';

it('opens what the menu asks for, and nothing for what it does not know', () => {
  const ui = createUiStore({ getItem: () => null, setItem: () => undefined });
  let send: (command: unknown) => void = () => undefined;
  followCommands({ onCommand: (listener) => void (send = listener) }, ui);
  const opened = [...commands, 'open-everything', null].map((command) => {
    ui.setState({ panel: null });
    send(command);
    return ui.getState().panel;
  });
  expect(opened).toEqual(['settings', 'help', 'help', 'help', null, null]);
});
