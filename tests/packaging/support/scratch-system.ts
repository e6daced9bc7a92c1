import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from './files-below.ts';

/** What a tool that a package's scripts call does here: it does well, or it fails. */
export type Tools = Readonly<Record<string, 'works' | 'fails'>>;

/** A system in a folder that packages can be installed into. */
export interface ScratchSystem {
  readonly folder: string;
  /** Runs dpkg on it; throws what dpkg says where it fails. */
  readonly dpkg: (...given: readonly string[]) => void;
  /** All files but dpkg's own books. */
  readonly files: () => readonly string[];
}

const folders = [
  'var/lib/dpkg/info',
  'var/lib/dpkg/updates',
  'var/lib/dpkg/triggers',
  'etc/apparmor.d',
  'usr/bin',
  'usr/share/applications',
  'usr/share/mime/packages',
];

/** Of other programs: without them, dpkg removes the folders together with what was ours in them. */
const others: Readonly<Record<string, string>> = {
  'usr/share/applications/other.desktop': '[Desktop Entry]\n',
  'usr/share/mime/packages/other.xml':
    '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info"/>\n',
};

/** A script for each tool that writes down how it was called. */
const makeTools = (bin: string, log: string, tools: Tools): void => {
  mkdirSync(bin, { recursive: true });
  for (const [name, how] of Object.entries(tools)) {
    const file = path.join(bin, name);
    const status = how === 'works' ? 0 : 1;
    writeFileSync(file, `#!/bin/sh\necho ${name} "$@" >>'${log}'\nexit ${status}\n`);
    chmodSync(file, 0o755);
  }
};

/** Makes one in an empty folder. The machine's own kernel, databases and books stay as they are. */
export const makeScratchSystem = (parent: string, tools: Tools): ScratchSystem => {
  const folder = path.join(parent, 'system');
  for (const name of folders) mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, 'var/lib/dpkg/status'), '');
  for (const [name, content] of Object.entries(others))
    writeFileSync(path.join(folder, name), content);
  const bin = path.join(parent, 'bin');
  makeTools(bin, path.join(parent, 'calls'), tools);
  return Object.freeze({
    folder,
    dpkg: (...given: readonly string[]) => {
      const { status, stderr } = spawnSync(
        'dpkg',
        // Nothing of a system is in there: no shell to run scripts in, no libraries.
        [`--root=${folder}`, '--force-script-chrootless', '--force-depends', ...given],
        {
          encoding: 'utf8',
          env: { ...process.env, PATH: `${bin}:/usr/sbin:/usr/bin:/sbin:/bin` },
        },
      );
      if (status !== 0) throw new Error(`dpkg ${given.join(' ')} failed.\n${stderr}`);
    },
    files: () => filesBelow(folder).filter((name) => !name.startsWith('var/')),
  });
};
