import { existsSync, lstatSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/temp-folder.ts';
import { packedDeb } from './support/packed.ts';
import { type ScratchSystem, type Tools, makeScratchSystem } from './support/scratch-system.ts';

const allWork = {
  apparmor_parser: 'works',
  'update-desktop-database': 'works',
  'update-mime-database': 'works',
} as const;
const profile = 'etc/apparmor.d/paywall-preview';

/** An empty system, with the package and how often its scripts called what. */
const scratch = (context: TestContext, tools: Tools = allWork) => {
  const { file: deb } = packedDeb(context);
  context.skip(process.getuid?.() !== 0, 'only root can install a package, also into a folder');
  const parent = temporaryFolder();
  const log = path.join(parent, 'calls');
  return {
    deb,
    system: makeScratchSystem(parent, tools),
    calls: (): readonly string[] =>
      existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [],
  };
};

const modeOf = ({ folder }: ScratchSystem, name: string): string =>
  (lstatSync(path.join(folder, name)).mode & 0o7777).toString(8);

describe('installing the .deb', () => {
  it('puts everything in its place, with the sandbox owned by root', (context) => {
    const { deb, system } = scratch(context);
    system.dpkg('--install', deb);
    expect(readlinkSync(path.join(system.folder, 'usr/bin/paywall-preview'))).toBe(
      '/opt/paywall-preview/paywall-preview',
    );
    expect({
      program: modeOf(system, 'opt/paywall-preview/paywall-preview'),
      sandbox: modeOf(system, 'opt/paywall-preview/chrome-sandbox'),
      owner: lstatSync(path.join(system.folder, 'opt/paywall-preview/chrome-sandbox')).uid,
      profile: modeOf(system, profile),
    }).toEqual({ program: '755', sandbox: '4755', owner: 0, profile: '644' });
    system.dpkg('--verify', 'paywall-preview');
  });

  it('tells the desktop, and loads no profile into the kernel of another system', (context) => {
    const { deb, system, calls } = scratch(context);
    system.dpkg('--install', deb);
    const source = path.join(system.folder, 'usr/share/paywall-preview/apparmor');
    expect(calls()).toEqual([
      `update-mime-database ${system.folder}/usr/share/mime`,
      `update-desktop-database -q ${system.folder}/usr/share/applications`,
      `apparmor_parser --skip-kernel-load --skip-cache ${source}`,
    ]);
  });

  it('leaves no profile where AppArmor does not understand it', (context) => {
    const { deb, system } = scratch(context, { ...allWork, apparmor_parser: 'fails' });
    system.dpkg('--install', deb);
    expect(existsSync(path.join(system.folder, profile))).toBe(false);
  });

  it.for([
    [
      'fail',
      {
        apparmor_parser: 'fails',
        'update-desktop-database': 'fails',
        'update-mime-database': 'fails',
      },
    ],
    ['are not there', {}],
  ] as const)('goes well where the tools %s', ([, tools], context) => {
    const { deb, system } = scratch(context, tools);
    system.dpkg('--install', deb);
    system.dpkg('--purge', 'paywall-preview');
  });

  it('again, over itself, changes nothing', (context) => {
    const { deb, system } = scratch(context);
    system.dpkg('--install', deb);
    const first = system.files();
    system.dpkg('--install', deb);
    expect(system.files()).toEqual(first);
  });
});

describe('removing the .deb', () => {
  it.for(['--remove', '--purge'])('%s leaves nothing behind', (how, context) => {
    const { deb, system } = scratch(context);
    const before = system.files();
    system.dpkg('--install', deb);
    expect(system.files().length).toBeGreaterThan(before.length);
    system.dpkg(how, 'paywall-preview');
    expect({ files: system.files(), app: existsSync(path.join(system.folder, 'opt')) }).toEqual({
      files: before,
      app: false,
    });
  });

  it('tells the desktop', (context) => {
    const { deb, system, calls } = scratch(context);
    system.dpkg('--install', deb);
    const installed = calls().length;
    system.dpkg('--remove', 'paywall-preview');
    expect(calls().slice(installed)).toEqual([
      `update-mime-database ${system.folder}/usr/share/mime`,
      `update-desktop-database -q ${system.folder}/usr/share/applications`,
    ]);
  });
});

describe('the type of scenarios', () => {
  it('is known by its ending once the package is installed', (context) => {
    const { deb, system } = scratch(context, {});
    context.skip(!existsSync('/usr/bin/update-mime-database'), 'there is no update-mime-database');
    system.dpkg('--install', deb);
    const globs = readFileSync(path.join(system.folder, 'usr/share/mime/globs2'), 'utf8');
    expect(globs).toContain('\n50:application/vnd.paywall-preview.scenario+yaml:*.pwscenario\n');
    system.dpkg('--remove', 'paywall-preview');
    const left = readFileSync(path.join(system.folder, 'usr/share/mime/globs2'), 'utf8');
    expect(left).not.toContain('pwscenario');
  });
});
