import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type BrowserHost,
  type BrowserHostOptions,
  openBrowserHost,
} from '../../../../main/hosts/browser/open-browser-host.ts';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';

const put = (root: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
};

export const windowPage = '<!doctype html><title>The window</title>';
export const previewPage = '<!doctype html><title>The preview</title>';

/** A project as far as the host looks at it: built pages, and beside them what is nobody's business. */
const makeRoot = (): string => {
  const root = temporaryFolder();
  put(root, {
    'package.json': '{ "version": "1.2.3" }',
    'secret.html': 'secret',
    'dist/licences.json': '[{ "name": "zod", "version": "4.0.0", "licence": "MIT" }]',
    'dist/secret.html': 'secret',
    'dist/window/index.html': windowPage,
    'dist/window/.inputs': 'secret',
    'dist/window/.hidden.html': 'secret',
    'dist/window/notes.txt': 'secret',
    'dist/window/assets/index-1.js': 'void 0;',
    'dist/window/assets/index-1.css': 'body {}',
    'dist/preview/index.html': previewPage,
    'dist/preview/assets/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" />',
  });
  symlinkSync(path.join(root, 'secret.html'), path.join(root, 'dist/window/linked.html'));
  symlinkSync(root, path.join(root, 'dist/window/linked'));
  symlinkSync('assets/index-1.js', path.join(root, 'dist/window/own-link.js'));
  return root;
};

export interface TestHost extends BrowserHost {
  readonly token: string;
  readonly previewOrigin: string;
}

type Options = Partial<BrowserHostOptions>;

const open = (options: Options) =>
  openBrowserHost({
    root: makeRoot(),
    dataFolder: temporaryFolder(),
    projectFolder: null,
    opener: null,
    pictureBrowser: { hindrance: 'There is no Chromium here.' },
    ...options,
  });

export const openHost = async (options: Options = {}): Promise<TestHost> => {
  const opened = await open(options);
  if (!opened.ok) throw new Error(opened.message);
  const { host } = opened;
  onTestFinished(() => host.close());
  return {
    ...host,
    token: new URL(host.address).hash.replace('#token=', ''),
    previewOrigin: new URL(host.previewAddress).origin,
  };
};

/** What hinders a host from being opened, as a person reads it. */
export const whyNot = async (options: Options): Promise<string> => {
  const opened = await open(options);
  if (!opened.ok) return opened.message;
  await opened.host.close();
  return 'nothing';
};
