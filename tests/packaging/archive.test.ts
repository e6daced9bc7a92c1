import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { type TestContext, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/temp-folder.ts';
import { filesBelow } from './support/files-below.ts';
import { packedApp } from './support/packed.ts';

const root = path.resolve(import.meta.dirname, '../..');
const demo = 'dist/electron/demo';
const shipped = 'dist/electron/shipped';

const archiveOf = (context: TestContext): string =>
  path.join(packedApp(context).unpackedFolder, 'resources/app.asar');

/** Bundles are named by what is in them. */
const withoutHash = (name: string): string => name.replace(/-[\w-]{8}(\.\w+)$/, '-HASH$1');

describe('what is packed', () => {
  it('is the bundles, the demo project, the scenarios, the licences and nothing else', (context) => {
    const files = filesBelow(packedApp(context).appFolder);
    const isBeside = (name: string): boolean =>
      name.startsWith(`${demo}/`) || name.startsWith(`${shipped}/`);
    const others = files.filter((name) => !isBeside(name));
    expect(others.map(withoutHash).sort()).toEqual([
      'LICENSE',
      'dist/electron/main.js',
      'dist/electron/preload.cjs',
      'dist/licences.json',
      'dist/preview/assets/index-HASH.css',
      'dist/preview/assets/index-HASH.js',
      'dist/preview/index.html',
      'dist/window/assets/icon-HASH.svg',
      'dist/window/assets/index-HASH.css',
      'dist/window/assets/index-HASH.js',
      'dist/window/assets/tree-worker-HASH.js',
      'dist/window/index.html',
      'package.json',
    ]);
    expect(files.filter((name) => name.startsWith(`${demo}/`))).toEqual(
      filesBelow(path.join(root, 'main/project/demo')).map((name) => `${demo}/${name}`),
    );
    expect(files.filter((name) => name.startsWith(`${shipped}/`))).toEqual(
      filesBelow(path.join(root, 'main/scenario/shipped')).map((name) => `${shipped}/${name}`),
    );
  });

  it('has of package.json what the app needs to start and says who it is', (context) => {
    const text = readFileSync(path.join(packedApp(context).appFolder, 'package.json'), 'utf8');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    // Without type, the bundle would not be a module.
    expect(JSON.parse(text)).toEqual({
      name: 'paywall-preview',
      version,
      description: expect.any(String),
      license: 'MIT',
      author: 'Paywall Preview contributors',
      type: 'module',
      main: 'dist/electron/main.js',
      desktopName: 'paywall-preview.desktop',
      // Emptied: nothing of it is read.
      private: null,
      engines: null,
      dependencies: null,
      optionalDependencies: null,
    });
  });

  it('lies in one archive beside the runtime, of which nothing for development is left', (context) => {
    const { unpackedFolder } = packedApp(context);
    expect(filesBelow(unpackedFolder)).toEqual([
      'LICENSE.electron.txt',
      'LICENSES.chromium.html',
      'chrome-sandbox',
      'locales/en-US.pak',
      'paywall-preview',
      'resources.pak',
      'resources/app.asar',
    ]);
  });

  it('tells nothing of the machine that built it, and has no secrets and no source maps', (context) => {
    const content = readFileSync(archiveOf(context), 'latin1');
    const told = {
      folder: ['main', 'node_modules', 'renderer', 'shared'].some((name) =>
        content.includes(path.join(root, name)),
      ),
      key: /-----BEGIN [A-Z ]*PRIVATE KEY-----|_authToken=|\bsk_[A-Za-z]{20,}/.test(content),
      sourceMap: content.includes('//# sourceMappingURL='),
    };
    expect(told).toEqual({ folder: false, key: false, sourceMap: false });
  });
});

/** All that a module asks for, however it does. */
const importsOf = (source: string): readonly string[] => {
  const { importedFiles } = ts.preProcessFile(source, true, true);
  const required = [...source.matchAll(/\b__require\("([^"]+)"\)/g)].map(([, name = '']) => name);
  return [...new Set([...importedFiles.map(({ fileName }) => fileName), ...required])].sort();
};

/** A module that has every name a bundle imports of electron, and no app that may start. */
const secondInstance = (names: string): string => `
  const nothing = new Proxy(function () {}, { get: () => nothing, apply: () => nothing });
  const app = {
    enableSandbox() {},
    on() {},
    setPath() {},
    commandLine: { appendSwitch() {}, hasSwitch: () => false },
    getPath: () => import.meta.dirname,
    requestSingleInstanceLock: () => false,
    exit: (code) => process.exit(code === 0 ? 77 : 1),
  };
  const others = { ${names
    .split(', ')
    .filter((name) => name !== 'app')
    .map((name) => `${name}: nothing`)
    .join(', ')} };
  export { app };
  export const { ${names.replace(/\bapp, |, app\b/, '')} } = others;
`;

describe('the bundles in the archive', () => {
  it('are JavaScript that Node understands', (context) => {
    const folder = packedApp(context).appFolder;
    for (const name of ['main.js', 'preload.cjs']) {
      const file = path.join(folder, 'dist/electron', name);
      const { status, stderr } = spawnSync(process.execPath, ['--check', file], {
        encoding: 'utf8',
      });
      expect({ name, status, stderr }).toEqual({ name, status: 0, stderr: '' });
    }
  });

  it('need no package but electron', (context) => {
    const folder = path.join(packedApp(context).appFolder, 'dist/electron');
    const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
    expect(importsOf(read('main.js')).filter((name) => !isBuiltin(name))).toEqual(['electron']);
    expect(importsOf(read('preload.cjs'))).toEqual(['electron']);
  });

  it('start where there is nothing but the archive, up to finding another instance', (context) => {
    const folder = packedApp(context).appFolder;
    const main = path.join(folder, 'dist/electron/main.js');
    const [, names = ''] =
      /^import \{ (.+) \} from "electron";$/m.exec(readFileSync(main, 'utf8')) ?? [];
    const outside = temporaryFolder();
    const electron = path.join(outside, 'electron.mjs');
    writeFileSync(electron, secondInstance(names));
    const hook = path.join(outside, 'hook.mjs');
    writeFileSync(
      hook,
      `import { registerHooks } from 'node:module';
       registerHooks({
         resolve: (name, context, next) =>
           name === 'electron'
             ? { url: ${JSON.stringify(pathToFileURL(electron).href)}, shortCircuit: true }
             : next(name, context),
       });`,
    );
    mkdirSync(path.join(outside, 'work'));
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', pathToFileURL(hook).href, main, '--data', path.join(outside, 'data')],
      { cwd: path.join(outside, 'work'), encoding: 'utf8', env: { PATH: '' } },
    );
    expect({ status, stderr }).toEqual({ status: 77, stderr: '' });
  });
});
