import { appendFileSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './open-app.ts';

const built = path.join(root, 'dist');

/** What a page has that broke out of its sandbox: all of `ipcRenderer`. */
const breach = `
{
  const { contextBridge, ipcRenderer } = require('electron');
  contextBridge.exposeInMainWorld('raw', {
    invoke: (channel, ...values) => ipcRenderer.invoke(channel, ...values),
    send: (channel, ...values) => ipcRenderer.send(channel, ...values),
  });
}
`;

/** The built app, but for its preload, which hands everything to the page. */
export const makeHostileApp = (folder: string): string => {
  const app = path.join(folder, 'hostile-app');
  const electron = path.join(app, 'dist/electron');
  mkdirSync(electron, { recursive: true });
  const manifest = { name: 'hostile', version: '0.0.0', main: 'dist/electron/main.js' };
  writeFileSync(path.join(app, 'package.json'), JSON.stringify({ ...manifest, type: 'module' }));
  for (const name of ['main.js', 'preload.cjs'])
    cpSync(path.join(built, 'electron', name), path.join(electron, name));
  appendFileSync(path.join(electron, 'preload.cjs'), breach);
  for (const name of ['electron/demo', 'window', 'preview', 'licences.json'])
    symlinkSync(path.join(built, name), path.join(app, 'dist', name));
  return app;
};
