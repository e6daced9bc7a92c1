import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * What electron-builder tells of the app that it begins to make.
 * @typedef {object} Context
 * @property {string} appOutDir
 * @property {string} electronPlatformName
 * @property {{ readonly config: { readonly electronDist?: unknown } }} packager
 */

/**
 * Called by electron-builder once the runtime is copied. Of a runtime that it downloads, it removes
 * what only development needs and keeps the licences; ours is a folder that is there already.
 * @param {Context} context
 */
export default async function cleanRuntime({ appOutDir, electronPlatformName, packager }) {
  const isMac = electronPlatformName === 'darwin';
  const resources = path.join(appOutDir, isMac ? 'Electron.app/Contents/Resources' : 'resources');
  // Electron's own greeting, and the number that its installer compares.
  await rm(path.join(resources, 'default_app.asar'), { force: true });
  await rm(path.join(appOutDir, 'version'), { force: true });
  if (isMac) await addLicences(String(packager.config.electronDist), resources);
}

/**
 * On macOS they lie beside the app, which alone is copied.
 * @param {string} runtime
 * @param {string} resources
 */
async function addLicences(runtime, resources) {
  await copyFile(path.join(runtime, 'LICENSE'), path.join(resources, 'LICENSE.electron.txt'));
  await copyFile(
    path.join(runtime, 'LICENSES.chromium.html'),
    path.join(resources, 'LICENSES.chromium.html'),
  );
}
