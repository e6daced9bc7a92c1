import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { isCommand } from '../../../../shared/contract/commands.ts';
import { menuTemplate } from '../../../../main/hosts/electron/menu.ts';

type Item = MenuItemConstructorOptions;

const open = (platform: NodeJS.Platform, hasDevTools = false) => {
  const command = vi.fn();
  const openScenario = vi.fn();
  const showLogs = vi.fn();
  return {
    template: menuTemplate({ platform, hasDevTools, command, openScenario, showLogs }),
    command,
    openScenario,
    showLogs,
  };
};

const itemsOf = ({ submenu }: Item): readonly Item[] => (Array.isArray(submenu) ? submenu : []);

const nameOf = ({ label, role, type, accelerator }: Item): string =>
  [label ?? role ?? (type === 'separator' ? '-' : '?'), accelerator].filter(Boolean).join(' ');

const outline = (template: readonly Item[]): Readonly<Record<string, string>> =>
  Object.fromEntries(template.map((menu) => [menu.label, itemsOf(menu).map(nameOf).join(', ')]));

const shared = {
  Edit: 'undo, redo, -, cut, copy, paste, delete, -, selectAll',
  View: 'Command Palette… CmdOrCtrl+K, -, resetZoom, zoomIn, zoomOut, -, togglefullscreen',
  Help: 'Guide F1, Keyboard Shortcuts, -, Show Logs, Versions and Licences',
};

const files =
  'Open Project… CmdOrCtrl+Alt+O, Open Scenario or Report… CmdOrCtrl+O, -, Save Project as Folder…';

describe('the menu', () => {
  it.each(['linux', 'win32'] as const)(
    'on %s has settings and the way out under File',
    (platform) => {
      expect(outline(open(platform).template)).toEqual({
        File: `${files}, -, Settings… CmdOrCtrl+,, -, quit`,
        ...shared,
        Window: 'minimize, close',
      });
    },
  );

  it('on macOS has an app menu', () => {
    const { template } = open('darwin');
    expect(outline(template)).toEqual({
      'Paywall Preview':
        'about, -, Settings… CmdOrCtrl+,, -, services, -, hide, hideOthers, unhide, -, quit',
      File: `${files}, -, close`,
      ...shared,
      Window: 'minimize, zoom, -, front',
    });
    expect(template.map(({ role }) => role).filter(Boolean)).toEqual(['window', 'help']);
  });

  it('has developer tools where they are wanted', () => {
    expect(outline(open('linux', true).template)['View']).toBe(
      `${shared.View}, -, reload, toggleDevTools`,
    );
  });

  it.each([
    ['View', 'Command Palette…', 'open-palette'],
    ['File', 'Settings…', 'open-settings'],
    ['Help', 'Guide', 'open-guide'],
    ['Help', 'Keyboard Shortcuts', 'open-shortcuts'],
    ['Help', 'Versions and Licences', 'open-licences'],
  ])('%s, %s asks the window for %s', (menuLabel, label, expected) => {
    const { template, command } = open('linux');
    const menu = template.find((one) => one.label === menuLabel);
    const item = itemsOf(menu ?? {}).find((one) => one.label === label);
    (item?.click as () => void)();
    expect(command).toHaveBeenCalledExactlyOnceWith(expected);
    expect(isCommand(expected)).toBe(true);
  });

  it.each([
    ['Open Scenario or Report…', 'openScenario'],
    ['Show Logs', 'showLogs'],
  ] as const)('does %s without the window', (wanted, name) => {
    const opened = open('linux');
    const item = opened.template.flatMap(itemsOf).find(({ label }) => label === wanted);
    (item?.click as () => void)();
    expect(opened[name]).toHaveBeenCalledOnce();
  });
});
