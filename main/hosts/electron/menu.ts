import type { MenuItemConstructorOptions } from 'electron';
import type { Command } from '../../../shared/contract/commands.ts';
import { texts } from './texts.ts';

type Item = MenuItemConstructorOptions;

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly hasDevTools: boolean;
  /** Asks the window for something. */
  readonly command: (command: Command) => void;
  readonly openScenario: () => void;
  /** Projects that were open before. */
  readonly recent?: readonly { readonly name: string; readonly open: () => void }[];
  readonly showLogs: () => void;
}

const labels = texts.menu;
const separator: Item = { type: 'separator' };

/** Items of which each is a role: label, accelerator and meaning are the system's. */
const roles = (...names: readonly (NonNullable<Item['role']> | '-')[]): Item[] =>
  names.map((name) => (name === '-' ? separator : { role: name }));

const settings = ({ command }: MenuOptions): Item => ({
  label: labels.settings,
  accelerator: 'CmdOrCtrl+,',
  click: () => command('open-settings'),
});

const openProject = ({ command }: MenuOptions): Item => ({
  label: labels.openProject,
  accelerator: 'CmdOrCtrl+Alt+O',
  click: () => command('open-project'),
});

/** An empty submenu would lead nowhere. */
const openRecent = ({ recent = [] }: MenuOptions): Item[] =>
  recent.length === 0
    ? []
    : [
        {
          label: labels.openRecent,
          submenu: recent.map(({ name, open }) => ({ label: name, click: () => open() })),
        },
      ];

const saveProject = ({ command }: MenuOptions): Item => ({
  label: labels.saveProject,
  click: () => command('save-project'),
});

const openScenario = (options: MenuOptions): Item => ({
  label: labels.openScenario,
  accelerator: 'CmdOrCtrl+O',
  click: () => options.openScenario(),
});

const appMenu = (options: MenuOptions): Item => ({
  label: texts.name,
  submenu: [
    ...roles('about', '-'),
    settings(options),
    ...roles('-', 'services', '-', 'hide', 'hideOthers', 'unhide', '-', 'quit'),
  ],
});

const fileMenu = (options: MenuOptions, isMac: boolean): Item => ({
  label: labels.file,
  submenu: [
    openProject(options),
    ...openRecent(options),
    openScenario(options),
    separator,
    saveProject(options),
    separator,
    ...(isMac ? roles('close') : [settings(options), ...roles('-', 'quit')]),
  ],
});

const editMenu: Item = {
  label: labels.edit,
  submenu: roles('undo', 'redo', '-', 'cut', 'copy', 'paste', 'delete', '-', 'selectAll'),
};

const viewMenu = ({ hasDevTools, command }: MenuOptions): Item => ({
  label: labels.view,
  submenu: [
    {
      label: labels.palette,
      accelerator: 'CmdOrCtrl+K',
      click: () => command('open-palette'),
    },
    separator,
    ...roles('resetZoom', 'zoomIn', 'zoomOut', '-', 'togglefullscreen'),
    ...(hasDevTools ? roles('-', 'reload', 'toggleDevTools') : []),
  ],
});

const windowMenu = (isMac: boolean): Item =>
  isMac
    ? { role: 'window', label: labels.window, submenu: roles('minimize', 'zoom', '-', 'front') }
    : { label: labels.window, submenu: roles('minimize', 'close') };

const helpMenu = ({ command, showLogs }: MenuOptions): Item => ({
  role: 'help',
  label: labels.help,
  submenu: [
    { label: labels.guide, accelerator: 'F1', click: () => command('open-guide') },
    { label: labels.shortcuts, click: () => command('open-shortcuts') },
    separator,
    { label: labels.logs, click: () => showLogs() },
    { label: labels.licences, click: () => command('open-licences') },
  ],
});

/** The app's menu, as people of each system know it. */
export const menuTemplate = (options: MenuOptions): Item[] => {
  const isMac = options.platform === 'darwin';
  return [
    ...(isMac ? [appMenu(options)] : []),
    fileMenu(options, isMac),
    editMenu,
    viewMenu(options),
    windowMenu(isMac),
    helpMenu(options),
  ];
};
