/**
 * `node start.ts APP ARGUMENT...`: runs the app's main module as Electron does, with the stand-in for
 * its `electron`. APP is a folder with a package.json, or a file.
 */
import { registerHooks } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const standIn = pathToFileURL(path.join(import.meta.dirname, 'index.ts')).href;
const electronPackage = path.join(
  import.meta.dirname,
  '../../../node_modules/electron/package.json',
);

const versionOf = (file: string): string =>
  (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;

const mainOf = (app: string): string => {
  const file = path.join(app, 'package.json');
  if (!existsSync(file)) return app;
  return path.join(app, (JSON.parse(readFileSync(file, 'utf8')) as { readonly main: string }).main);
};

Object.defineProperty(process, 'versions', {
  value: Object.freeze({ ...process.versions, electron: versionOf(electronPackage) }),
});
// Electron's arguments are its own program, the app, and what follows.
process.argv.splice(1, 1);

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === 'electron'
      ? { url: standIn, shortCircuit: true }
      : nextResolve(specifier, context),
});

const electron = (await import(standIn)) as typeof import('./index.ts');
const { createEvent } = await import('./event.ts');
const { life } = await import('./life.ts');
const { answering } = await import('./link.ts');
const { options } = await import('./options.ts');

answering('evaluate', async ({ source, argument }) => {
  // It is a function of the test's, and this process is the test's, too.
  const evaluated = (0, eval)(`(${source})`) as (modules: unknown, given: unknown) => unknown;
  return evaluated({ ...electron }, argument);
});

await import(pathToFileURL(mainOf(path.resolve(process.argv[1] ?? '.'))).href);

// Not before: whoever waits for it at the top level of the main module waits for ever.
electron.app.tell('will-finish-launching');
if (options.openFile !== null) electron.app.tell('open-file', createEvent({}), options.openFile);
life.becomeReady();
electron.app.emit('ready');
