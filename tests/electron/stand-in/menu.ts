import type { MenuItem, MenuItemConstructorOptions } from 'electron';
import { app } from './app.ts';
import { BrowserWindowStandIn } from './browser-window.ts';

type Template = readonly MenuItemConstructorOptions[];

/** What a role does by itself; the others are the system's, and do nothing here. */
const roles: Readonly<Record<string, () => void>> = {
  quit: () => app.quit(),
  close: () => BrowserWindowStandIn.getFocusedWindow()?.close(),
  minimize: () => BrowserWindowStandIn.getFocusedWindow()?.minimize(),
  reload: () => BrowserWindowStandIn.getFocusedWindow()?.reload(),
};

class MenuItemStandIn implements Pick<MenuItem, 'click' | 'label'> {
  readonly role: string | undefined;
  readonly label: string;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly submenu: MenuStandIn | null;
  readonly #options: MenuItemConstructorOptions;

  constructor(options: MenuItemConstructorOptions) {
    const { role, label, type, accelerator, submenu } = options;
    this.#options = options;
    this.role = role;
    this.label = label ?? role ?? '';
    this.type = type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.accelerator = accelerator;
    this.submenu = Array.isArray(submenu) ? new MenuStandIn(submenu) : null;
  }

  readonly click = (): void => {
    const { click } = this.#options;
    if (click === undefined) roles[this.role ?? '']?.();
    else click(this as never, BrowserWindowStandIn.getFocusedWindow() ?? undefined, {});
  };
}

class MenuStandIn {
  readonly items: readonly MenuItemStandIn[];

  constructor(template: Template) {
    this.items = template.map((options) => new MenuItemStandIn(options));
  }
}

let applicationMenu: MenuStandIn | null = null;

/** The menu as it was built; nobody sees it. */
export const Menu = Object.freeze({
  buildFromTemplate: (template: Template): MenuStandIn => new MenuStandIn(template),
  setApplicationMenu: (menu: MenuStandIn | null): void => {
    applicationMenu = menu;
  },
  getApplicationMenu: (): MenuStandIn | null => applicationMenu,
});
