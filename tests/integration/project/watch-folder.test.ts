import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { realClock } from '../../../main/clock/clock.ts';
import { watchFolder } from '../../../main/project/watch-folder.ts';
import { folderWith, goodFiles } from '../../unit/project/project-files.ts';

interface Heard {
  /** Resolves when it is told of. */
  readonly next: (file: string) => Promise<void>;
  readonly all: readonly string[];
}

/** Begins to watch; it has looked around when the first is told of. */
const watch = async (folder: string): Promise<Heard> => {
  const all: string[] = [];
  let waiting: readonly { readonly file: string; readonly resolve: () => void }[] = [];
  const watching = watchFolder(realClock)(folder, (file) => {
    all.push(file);
    for (const one of waiting) if (one.file === file) one.resolve();
    waiting = waiting.filter((one) => one.file !== file);
  });
  onTestFinished(() => watching.close());
  const next = (file: string): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    waiting = [...waiting, { file, resolve: () => resolve(undefined) }];
    return promise;
  };
  await next('');
  return { next, all };
};

describe('a project’s folder that is watched', () => {
  it('tells of its own files, however deep, and of nothing else', async () => {
    const folder = folderWith({ ...goodFiles, 'node_modules/a/offerings.json': '{}' });
    const { next, all } = await watch(folder);
    const told = Promise.all([
      next('offerings.json'),
      next('workflows/wf_a.json'),
      next('assets/icons/deep/new.webp'),
    ]);
    writeFileSync(path.join(folder, 'node_modules/a/offerings.json'), '{"a":1}');
    writeFileSync(path.join(folder, 'notes.txt'), 'a');
    writeFileSync(path.join(folder, 'offerings.json'), '{"a":1}');
    writeFileSync(path.join(folder, 'workflows/wf_a.json'), '{"a":1}');
    mkdirSync(path.join(folder, 'assets/icons/deep'), { recursive: true });
    writeFileSync(path.join(folder, 'assets/icons/deep/new.webp'), 'a');
    await told;
    expect(all.filter((file) => /node_modules|notes/.test(file))).toEqual([]);
  });

  it('tells of nothing that a link among its assets leads to elsewhere, or around in a circle', async () => {
    const folder = folderWith({ ...goodFiles, 'assets/icons/a.webp': 'a' });
    const elsewhere = folderWith({ 'deep/a.webp': 'a' });
    symlinkSync(elsewhere, path.join(folder, 'assets/elsewhere'), 'junction');
    symlinkSync(folder, path.join(folder, 'assets/circle'), 'junction');
    symlinkSync(path.join(folder, 'assets/icons'), path.join(folder, 'assets/more'), 'junction');
    const { next, all } = await watch(folder);
    const told = next('assets/more/a.webp');
    writeFileSync(path.join(elsewhere, 'deep/a.webp'), 'another');
    writeFileSync(path.join(folder, 'assets/icons/a.webp'), 'another');
    await told;
    expect(all.filter((file) => /elsewhere|circle/.test(file))).toEqual([]);
  });

  it('is followed where a link to it leads elsewhere from now on', async () => {
    const [first, second] = [folderWith(goodFiles), folderWith(goodFiles)];
    const link = path.join(folderWith({}), 'linked');
    symlinkSync(first, link, 'junction');
    const { next } = await watch(link);
    const told = next('');
    rmSync(link);
    symlinkSync(second, link, 'junction');
    await told;
    const written = next('offerings.json');
    // The new watch looks around first, and tells of that.
    await next('');
    writeFileSync(path.join(second, 'offerings.json'), '{"a":1}');
    await written;
  });

  it('is followed where another folder takes its place', async () => {
    const folder = folderWith(goodFiles);
    const other = folderWith(goodFiles);
    const { next } = await watch(folder);
    const told = next('');
    renameSync(folder, `${folder}-old`);
    renameSync(other, folder);
    await told;
    await next('');
    const written = next('workflows.json');
    writeFileSync(path.join(folder, 'workflows.json'), '{"a":1}');
    await written;
    renameSync(folder, other);
    renameSync(`${folder}-old`, folder);
  });
});
