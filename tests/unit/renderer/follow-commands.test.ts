import { expect, it, vi } from 'vitest';
import { followCommands } from '../../../renderer/app/follow-commands.ts';
import { createUiStore } from '../../../renderer/state/ui-store.ts';
import { commands } from '../../../shared/contract/commands.ts';

it('opens what the menu asks for, and nothing for what it does not know', () => {
  const ui = createUiStore({ getItem: () => null, setItem: () => undefined });
  let send: (command: unknown) => void = () => undefined;
  const openProject = vi.fn();
  followCommands({ onCommand: (listener) => void (send = listener) }, ui, openProject);
  const opened = [...commands, 'open-everything', null].map((command) => {
    ui.setState({ panel: null });
    send(command);
    return ui.getState().panel;
  });
  expect(opened).toEqual([
    'palette',
    null,
    'saveProject',
    'settings',
    'help',
    'help',
    'help',
    null,
    null,
  ]);
  expect(openProject).toHaveBeenCalledOnce();
});
