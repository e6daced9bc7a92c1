import { execFileSync, spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type TestContext, describe, expect, it } from 'vitest';
import { debArchitecture } from '../../main/tools/dist/deb/architecture.ts';
import { buildDeb } from '../../main/tools/dist/deb/build-deb.ts';
import { controlText } from '../../main/tools/dist/deb/control.ts';
import { pngSize } from '../../main/tools/dist/icons/png.ts';
import { temporaryFolder } from '../helpers/temp-folder.ts';
import { debEntries } from './support/deb-entries.ts';
import { filesBelow } from './support/files-below.ts';
import { sourceSeconds } from './support/pack-once.ts';
import { packedApp, packedDeb } from './support/packed.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512];
const scenarioType = 'application/vnd.paywall-preview.scenario+yaml';
const architecture = debArchitecture(process.arch) ?? '';

const version = (): string =>
  (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string })
    .version;

const readOf = (context: TestContext): ((name: string) => Buffer) => {
  const { filesFolder } = packedDeb(context);
  return (name) => readFileSync(path.join(filesFolder, name));
};

describe('the .deb', () => {
  it('says what it is, for which processor, and what it needs', (context) => {
    const fields = (...names: readonly string[]): string =>
      execFileSync('dpkg-deb', ['--field', packedDeb(context).file, ...names], {
        encoding: 'utf8',
      });
    expect(path.basename(packedDeb(context).file)).toBe(
      `paywall-preview_${version()}_${architecture}.deb`,
    );
    expect(fields('Package', 'Version', 'Architecture', 'Section', 'Priority').split('\n')).toEqual(
      [
        'Package: paywall-preview',
        `Version: ${version()}`,
        `Architecture: ${architecture}`,
        'Section: devel',
        'Priority: optional',
        '',
      ],
    );
    expect(fields('Maintainer')).toMatch(/^[\w ]+ <\S+@\S+>\n$/);
    expect(fields('Depends').split(', ')).toEqual(
      expect.arrayContaining(['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'libc6']),
    );
    const [synopsis = '', ...body] = fields('Description').trimEnd().split('\n');
    expect(synopsis.length).toBeLessThanOrEqual(60);
    expect(body.every((line) => line.startsWith(' ') && line.length <= 80)).toBe(true);
  });

  it('sorts what comes before a release before it', () => {
    const control = controlText({ version: '1.0.0-beta.2', architecture, installedKib: 1 });
    expect(control).toContain('\nVersion: 1.0.0~beta.2\n');
  });

  it('has nothing of anybody but root, and nothing that others may write', (context) => {
    const entries = debEntries(packedDeb(context).file);
    expect(new Set(entries.map(({ owner }) => owner))).toEqual(new Set(['root/root']));
    const modes = entries.filter(({ mode }) => !mode.startsWith('l')).map(({ mode }) => mode);
    expect(new Set(modes)).toEqual(
      new Set(['drwxr-xr-x', '-rw-r--r--', '-rwxr-xr-x', '-rwsr-xr-x']),
    );
    expect(entries.filter(({ mode }) => /[sx]/i.test(mode) && !/^[dl]/.test(mode))).toEqual([
      { mode: '-rwsr-xr-x', owner: 'root/root', name: '/opt/paywall-preview/chrome-sandbox' },
      { mode: '-rwxr-xr-x', owner: 'root/root', name: '/opt/paywall-preview/paywall-preview' },
    ]);
  });

  it('puts the app into /opt, its name on the path, and what desktops look for in its place', (context) => {
    const entries = debEntries(packedDeb(context).file);
    const files = entries.filter(({ name }) => !name.endsWith('/')).map(({ name }) => name);
    const icons = sizes.flatMap((size) => [
      `/usr/share/icons/hicolor/${size}x${size}/apps/paywall-preview.png`,
      `/usr/share/icons/hicolor/${size}x${size}/mimetypes/application-vnd.paywall-preview.scenario+yaml.png`,
    ]);
    const app = filesBelow(packedApp(context).unpackedFolder);
    expect([...files].sort()).toEqual(
      [
        ...app.map((name) => `/opt/paywall-preview/${name}`),
        ...icons,
        '/usr/bin/paywall-preview',
        '/usr/share/applications/paywall-preview.desktop',
        '/usr/share/doc/paywall-preview/changelog.gz',
        '/usr/share/doc/paywall-preview/copyright',
        '/usr/share/mime/packages/paywall-preview.xml',
        '/usr/share/paywall-preview/apparmor',
      ].sort(),
    );
    expect(entries.find(({ name }) => name === '/usr/bin/paywall-preview')).toMatchObject({
      target: '/opt/paywall-preview/paywall-preview',
    });
  });

  it('has the app as it was packed, byte by byte, and a checksum of each file', (context) => {
    const { filesFolder: folder, controlFolder } = packedDeb(context);
    const { unpackedFolder } = packedApp(context);
    const read = (...names: readonly string[]): Buffer => readFileSync(path.join(...names));
    const different = filesBelow(unpackedFolder).filter(
      (name) => !read(folder, 'opt/paywall-preview', name).equals(read(unpackedFolder, name)),
    );
    expect(different).toEqual([]);
    const sums = readFileSync(path.join(controlFolder, 'md5sums'), 'utf8').trimEnd().split('\n');
    expect(sums).toEqual(
      filesBelow(folder)
        .filter((name) => name !== 'usr/bin/paywall-preview')
        .map((name) => `${hash('md5', readFileSync(path.join(folder, name)))}  ${name}`),
    );
  });

  it('is the same, byte by byte, for whoever makes it and whenever', async (context) => {
    const { file } = packedDeb(context);
    const { unpackedFolder } = packedApp(context);
    const before = process.umask(0o077);
    try {
      chmodSync(path.join(unpackedFolder, 'resources.pak'), 0o644);
      const again = await buildDeb({
        root,
        unpackedFolder,
        version: version(),
        seconds: sourceSeconds,
        architecture,
        outFolder: temporaryFolder(),
      });
      expect(again.ok && readFileSync(again.file).equals(readFileSync(file))).toBe(true);
    } finally {
      process.umask(before);
    }
  });
});

describe('what the .deb tells a desktop', () => {
  it('is an entry that links to the program, the icon, the window and the files', (context) => {
    const text = readOf(context)('usr/share/applications/paywall-preview.desktop').toString();
    const [head, ...lines] = text.trimEnd().split('\n');
    expect(head).toBe('[Desktop Entry]');
    expect(Object.fromEntries(lines.map((line) => line.split(/=(.*)/).slice(0, 2)))).toMatchObject({
      Type: 'Application',
      Name: 'Paywall Preview',
      // One file, as the command line takes it; without the sandbox would be without its walls.
      Exec: '/opt/paywall-preview/paywall-preview %f',
      Icon: 'paywall-preview',
      Terminal: 'false',
      Categories: 'Development;',
      MimeType: `${scenarioType};`,
      StartupWMClass: 'paywall-preview',
    });
  });

  it('is an entry that the validator of desktops accepts', (context) => {
    const file = path.join(
      packedDeb(context).filesFolder,
      'usr/share/applications/paywall-preview.desktop',
    );
    const { status, stdout, error } = spawnSync('desktop-file-validate', [file], {
      encoding: 'utf8',
    });
    context.skip(error !== undefined, 'there is no desktop-file-validate');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  it('is icons of the sizes that their folders promise', (context) => {
    const folder = path.join(packedDeb(context).filesFolder, 'usr/share/icons/hicolor');
    expect(readdirSync(folder).sort()).toEqual(sizes.map((size) => `${size}x${size}`).sort());
    for (const name of filesBelow(folder)) {
      const [width = 0] = name.split('x', 1).map(Number);
      const size = pngSize(readFileSync(path.join(folder, name)));
      expect({ name, size }).toEqual({ name, size: { width, height: width } });
    }
  });

  it('is a type for files of scenarios, by an ending of one part', (context) => {
    const xml = readOf(context)('usr/share/mime/packages/paywall-preview.xml').toString();
    expect(xml).toContain(`<mime-type type="${scenarioType}">`);
    expect(xml.match(/<glob pattern="[^"]*"\/>/g)).toEqual(['<glob pattern="*.pwscenario"/>']);
  });

  it('is a profile for the program that allows it a sandbox, outside of what AppArmor loads', (context) => {
    const profile = readOf(context)('usr/share/paywall-preview/apparmor').toString();
    expect(profile).toMatch(
      /^profile paywall-preview \/opt\/paywall-preview\/paywall-preview flags=\(unconfined\) \{\n {2}userns,$/m,
    );
  });

  it('is under which terms it is given, and what has changed', (context) => {
    const read = readOf(context);
    const copyright = read('usr/share/doc/paywall-preview/copyright').toString();
    expect(copyright).toContain('\nLicense: Expat\n Permission is hereby granted');
    expect(copyright).toContain('Copyright: 2026 Paywall Preview contributors\n');
    const changelog = gunzipSync(read('usr/share/doc/paywall-preview/changelog.gz')).toString();
    expect(changelog).toMatch(
      new RegExp(`^paywall-preview \\(${version()}\\) stable; urgency=medium\\n\\n  \\* \\S`),
    );
    expect(changelog).toMatch(/\n\n -- [^<]+ <\S+> {2}Tue, 14 Nov 2023 22:13:20 \+0000\n$/);
  });
});

describe('the scripts of the .deb', () => {
  it.for(['postinst', 'postrm'])('%s is what a shell understands', (script, context) => {
    const file = path.join(packedDeb(context).controlFolder, script);
    expect(existsSync(file)).toBe(true);
    const { status, stderr } = spawnSync('sh', ['-n', file], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
