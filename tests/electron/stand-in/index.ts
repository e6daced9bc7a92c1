/**
 * What `import … from 'electron'` means in the process of the stand-in: as much of it as the app uses,
 * on a real Chromium that the test drives. `not-imitated.ts` says what it does not do.
 */
import './requests.ts';

export { app } from './app.ts';
export { BrowserWindowStandIn as BrowserWindow } from './browser-window.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu } from './menu.ts';
export { nativeTheme } from './native-theme.ts';
export { net } from './requests.ts';
export { powerMonitor } from './power-monitor.ts';
export { protocol } from './protocol.ts';
export { safeStorage } from './safe-storage.ts';
export { screen } from './screen.ts';
export { session } from './session.ts';
export { shell } from './shell.ts';
export { webContents } from './web-contents.ts';
