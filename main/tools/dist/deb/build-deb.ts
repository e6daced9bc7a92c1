import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { spawnAndWait } from '../../run/spawn.mjs';
import { controlText } from './control.ts';
import { type DebSources, fillTree } from './fill-tree.ts';
import { debVersion, packageName } from './names.ts';
import { type Tree, checksumsOf, installedKib, plantTree } from './tree.ts';

export interface DebOrder extends DebSources {
  /** As Debian calls it. */
  readonly architecture: string;
  /** Where the package goes. */
  readonly outFolder: string;
}

export type BuiltDeb =
  { readonly ok: true; readonly file: string } | { readonly ok: false; readonly message: string };

/** What the package manager reads, which is not installed itself. */
const addControl = (tree: Tree, { root, version, architecture }: DebOrder): void => {
  const facts = { version, architecture, installedKib: installedKib(tree) };
  const checksums = checksumsOf(tree);
  tree.putFile('DEBIAN/control', controlText(facts));
  tree.putFile('DEBIAN/md5sums', checksums);
  for (const script of ['postinst', 'postrm'])
    tree.putFile(
      `DEBIAN/${script}`,
      readFileSync(path.join(root, 'main/packaging/linux', script)),
      true,
    );
};

/** The same tree gives the same bytes: no names, no times of this machine, and no races of threads. */
const pack = async (tree: Tree, file: string, seconds: number): Promise<number | null> => {
  const { status } = await spawnAndWait(
    'dpkg-deb',
    // Debian 11 cannot read what Ubuntu compresses with by default.
    ['--root-owner-group', '-Zxz', '--build', tree.folder, file],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, SOURCE_DATE_EPOCH: String(seconds), DPKG_DEB_THREADS_MAX: '1' },
    },
  );
  return status;
};

const fillAndPack = async (order: DebOrder, folder: string): Promise<BuiltDeb> => {
  const { version, architecture, outFolder, seconds } = order;
  const tree = plantTree(path.join(folder, 'tree'));
  fillTree(tree, order);
  addControl(tree, order);
  const file = path.join(outFolder, `${packageName}_${debVersion(version)}_${architecture}.deb`);
  try {
    const status = await pack(tree, file, seconds);
    if (status === 0) return { ok: true, file };
    return { ok: false, message: 'dpkg-deb could not make the package, for the reason above.' };
  } catch {
    return {
      ok: false,
      message: 'dpkg-deb was not found, which makes the .deb: install the package dpkg.',
    };
  }
};

/** Makes the package for Debian and Ubuntu out of the unpacked app. */
export const buildDeb = async (order: DebOrder): Promise<BuiltDeb> => {
  // Beside the package, so that it is on a disk with room for it.
  const folder = mkdtempSync(path.join(order.outFolder, '.deb-'));
  try {
    return await fillAndPack(order, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
