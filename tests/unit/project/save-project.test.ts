import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadProjectFolder } from '../../../main/project/load-folder.ts';
import { saveProjectFolder } from '../../../main/project/save-project.ts';
import { takeServed } from '../../../main/project/saved-project.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { folderWith, goodFiles, origins } from './project-files.ts';

const cdnFiles = {
  ...goodFiles,
  'workflows.json': {
    workflows: [{ id: 'wf_a', display_name: 'A', delivery: 'cdn', note: 1 }],
    more: true,
  },
  'assets/icons/a.webp': 'icon',
};

const open = (folder: string) => {
  const loaded = loadProjectFolder(folder);
  if (!loaded.ok) throw new Error(loaded.problem.message);
  return loaded.project;
};

const take = (folder: string) => takeServed(open(folder), folder);

const answersOf = (folder: string) => {
  const project = open(folder);
  return {
    offerings: project.offerings(origins),
    list: project.list(origins),
    detail: project.detail('wf_a', origins),
    picture: project.asset('/assets/a%20b.png')?.bytes.length,
    icon: project.asset('/assets/icons/a.webp')?.bytes.length,
  };
};

describe('a project that is saved', () => {
  it('answers as the one that it was taken from, from the CDN, too', async () => {
    const from = folderWith(cdnFiles);
    const to = path.join(temporaryFolder(), 'saved');
    expect(await saveProjectFolder(to, await take(from))).toBe(null);
    expect(answersOf(to)).toEqual(answersOf(from));
    expect(readFileSync(path.join(to, 'offerings.json'), 'utf8')).toContain('"assets/a b.png"');
  });

  it('may take the place of an empty folder', async () => {
    const to = temporaryFolder();
    expect(await saveProjectFolder(to, await take(folderWith(goodFiles)))).toBe(null);
    expect(readdirSync(to).toSorted()).toEqual([
      'assets',
      'offerings.json',
      'workflows',
      'workflows.json',
    ]);
  });

  it('writes over nothing, and leaves nothing behind where it cannot be written', async () => {
    const project = await take(folderWith(goodFiles));
    const parent = temporaryFolder();
    const full = path.join(parent, 'full');
    mkdirSync(full);
    writeFileSync(path.join(full, 'thesis.txt'), 'mine');
    const file = path.join(parent, 'file');
    writeFileSync(file, 'mine');
    expect([
      await saveProjectFolder(full, project),
      await saveProjectFolder(file, project),
      await saveProjectFolder(path.join(file, 'below'), project),
    ]).toEqual([
      `${full} is not empty: choose a new folder, or an empty one.`,
      `${file} is a file: choose a folder.`,
      expect.stringContaining(file),
    ]);
    expect(readdirSync(parent).toSorted()).toEqual(['file', 'full']);
    expect(readFileSync(path.join(full, 'thesis.txt'), 'utf8')).toBe('mine');
    chmodSync(parent, 0o700);
  });

  it('is not there at all where an asset cannot be written', async () => {
    const project = await take(folderWith(goodFiles));
    const parent = temporaryFolder();
    const failing = {
      ...project,
      assets: async function* () {
        yield* project.assets();
        throw new Error('The disk is full');
      },
    };
    for (const to of [path.join(parent, 'new'), path.join(parent, 'below', 'deeper', 'new')])
      expect(await saveProjectFolder(to, failing)).toContain('was not saved');
    expect(readdirSync(parent)).toEqual([]);
  });
});
