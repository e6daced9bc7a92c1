import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { changelogFile, copyrightText } from './documents.ts';
import { appFolder, packageName, scenarioIconName } from './names.ts';
import type { Tree } from './tree.ts';

/** What the package is made of. */
export interface DebSources {
  readonly root: string;
  /** The app with its runtime, as electron-builder leaves it. */
  readonly unpackedFolder: string;
  readonly version: string;
  /** The time that everything in the package is said to be of, in seconds since 1970. */
  readonly seconds: number;
}

const putApp = (tree: Tree, { unpackedFolder }: DebSources): void => {
  tree.putFolder(appFolder, unpackedFolder);
  // Chromium's own helper makes the sandbox where the system has no user namespaces for it.
  const sandbox = `${appFolder}/chrome-sandbox`;
  if (existsSync(path.join(tree.folder, sandbox))) tree.setMode(sandbox, 0o4755);
  tree.putLink(`usr/bin/${packageName}`, `/${appFolder}/${packageName}`);
};

/** Each size of an icon into the theme that all themes fall back to. */
const putIcons = (tree: Tree, source: string, category: string, name: string): void => {
  for (const file of readdirSync(source)
    .filter((entry) => entry.endsWith('.png'))
    .sort()) {
    const size = path.basename(file, '.png');
    const target = `usr/share/icons/hicolor/${size}/${category}/${name}.png`;
    tree.putFile(target, readFileSync(path.join(source, file)));
  }
};

const putDesktop = (tree: Tree, packaging: string): void => {
  const read = (name: string): Buffer => readFileSync(path.join(packaging, 'linux', name));
  tree.putFile(`usr/share/applications/${packageName}.desktop`, read(`${packageName}.desktop`));
  tree.putFile(`usr/share/mime/packages/${packageName}.xml`, read(`${packageName}.xml`));
  // Not in AppArmor's own folder: where the rule is not known, all of AppArmor would refuse to load.
  tree.putFile(`usr/share/${packageName}/apparmor`, read(`${packageName}.apparmor`));
  putIcons(tree, path.join(packaging, 'icons'), 'apps', packageName);
  putIcons(tree, path.join(packaging, 'scenario-icons'), 'mimetypes', scenarioIconName);
};

const putDocuments = (tree: Tree, { root, version, seconds }: DebSources): void => {
  const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
  const folder = `usr/share/doc/${packageName}`;
  tree.putFile(`${folder}/copyright`, copyrightText(read('LICENSE')));
  const changelog = changelogFile({ changelog: read('CHANGELOG.md'), version, seconds });
  tree.putFile(`${folder}/changelog.gz`, changelog);
};

/** Lays out everything that is going to be installed. */
export const fillTree = (tree: Tree, sources: DebSources): void => {
  putApp(tree, sources);
  putDesktop(tree, path.join(sources.root, 'main/packaging'));
  putDocuments(tree, sources);
};
