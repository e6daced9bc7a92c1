import { existsSync, linkSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Disk } from '../../../main/store/disk.ts';
import { probeName } from '../../../main/store/names.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { runChild } from './children/run-child.ts';
import { diskIn, documentOf, envelopeOf, keyFolderIn } from './disks.ts';

const leftoversIn = (folder: string): readonly string[] =>
  readdirSync(path.join(folder, 'caches'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.next|\.tmp-|trash-/.test(name),
  );

/** Kills a process at each call of the file system in turn, and opens what each one left. */
const disksAfterDyingAt = async (what: 'write' | 'clear'): Promise<readonly Disk[]> => {
  const { output } = await runChild('die-at.ts', [temporaryFolder(), what, '0']);
  const folders = Array.from({ length: Number(output) }, temporaryFolder);
  const deaths = await Promise.all(
    folders.map((folder, index) => runChild('die-at.ts', [folder, what, String(index + 1)])),
  );
  expect(new Set(deaths.map(({ signal }) => signal))).toEqual(new Set(['SIGKILL']));
  const disks = folders.map((folder) => diskIn(folder));
  expect(folders.flatMap(leftoversIn)).toEqual([]);
  return disks;
};

const isWindows = process.platform === 'win32';
const noSignals = 'Windows has no signal that kills';

describe('killed at any call of the file system', () => {
  it('T-07 in a write, the next start finds the old envelope or the new one, and no partial file', async (context) => {
    context.skip(isWindows, noSignals);
    const disks = await disksAfterDyingAt('write');
    const found = disks.map((disk) => {
      const read = disk.readEnvelope(disk.keyOf('wf'));
      return read.status === 'present' ? read.value.storedAt : read.status;
    });
    expect(new Set(found)).toEqual(new Set([1, 2]));
    expect(found).toEqual(found.toSorted());
    expect(disks.every((disk) => disk.contents().envelopes.length === 2)).toBe(true);
  });

  it('in a clear, the next start finds everything or nothing', async (context) => {
    context.skip(isWindows, noSignals);
    const disks = await disksAfterDyingAt('clear');
    const all = { offerings: false, list: true, envelopes: ['other', 'wf'], quarantined: 0 };
    const nothing = { offerings: false, list: false, envelopes: [], quarantined: 0 };
    const found = disks.map((disk) => disk.contents());
    const isCleared = found.map((contents) => !contents.list);
    expect(found).toEqual(isCleared.map((cleared) => (cleared ? nothing : all)));
    expect(new Set(isCleared)).toEqual(new Set([false, true]));
  });
});

describe('what killed writes left', () => {
  it('T-07 is never read, and removed when the disk is opened', () => {
    const folder = temporaryFolder();
    diskIn(folder).writeEnvelope(envelopeOf('wf'));
    const keyFolder = keyFolderIn(folder);
    const key = diskIn(folder).keyOf('half');
    const trash = path.join(folder, 'caches', 'trash-0');
    mkdirSync(path.join(trash, 'prefetched'), { recursive: true });
    for (const file of [
      path.join(keyFolder, 'staged.next'),
      path.join(keyFolder, 'prefetched', `${key}.next`),
      path.join(keyFolder, 'prefetched', 'staged.next.tmp-0123456789abcdef'),
      path.join(keyFolder, 'on-demand', 'probe.next'),
      path.join(trash, 'prefetched', `${key}.json`),
    ]) {
      writeFileSync(file, '{"schema":1');
    }
    const disk = diskIn(folder);
    expect(leftoversIn(folder)).toEqual([]);
    expect(disk.contents()).toEqual({
      offerings: false,
      list: false,
      envelopes: ['wf'],
      quarantined: 0,
    });
  });

  it('does not hinder a write while the app runs', () => {
    const disk = diskIn(temporaryFolder());
    const folder = path.dirname(disk.pathOf({ kind: 'list' }));
    mkdirSync(path.join(folder, 'staged.next', 'inside'), { recursive: true });
    const statuses = [1, 2].map(() => disk.writeList(documentOf('{"workflows":[]}')).status);
    expect(statuses).toEqual(['failed', 'written']);
  });
});

describe('a second name of a file, left by whoever asked whether its folder can be written', () => {
  it('T-07 is gone after the next write, and the file is as it was', () => {
    const disk = diskIn(temporaryFolder());
    disk.writeEnvelope(envelopeOf('wf_a'));
    const file = disk.pathOf({ kind: 'envelope', id: 'wf_a' });
    linkSync(file, path.join(path.dirname(file), probeName));
    const before = readFileSync(file, 'utf8');
    expect(disk.writeEnvelope(envelopeOf('wf_b')).status).toBe('written');
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readdirSync(path.dirname(file))).toHaveLength(2);
  });
});

describe('clearing', () => {
  it('removes every file of the API key, and leaves those of another one', () => {
    const folder = temporaryFolder();
    const other = diskIn(folder, { apiKey: 'appl_other' });
    other.writeEnvelope(envelopeOf('wf_other'));
    const disk = diskIn(folder);
    disk.writeOfferings(documentOf('{"offerings":[]}'));
    disk.writeEnvelope(envelopeOf('wf_a'));
    disk.writeEnvelope(envelopeOf('wf_b', { keep: 'on-demand' }));
    writeFileSync(disk.pathOf({ kind: 'list' }), 'garbage');
    disk.readList();
    disk.clear();
    expect(disk.contents()).toEqual({
      offerings: false,
      list: false,
      envelopes: [],
      quarantined: 0,
    });
    expect(existsSync(keyFolderIn(folder))).toBe(false);
    expect(other.contents().envelopes).toEqual(['wf_other']);
  });

  it('works twice, and the disk goes on working', () => {
    const folder = temporaryFolder();
    const disk = diskIn(folder);
    disk.clear();
    disk.clear();
    for (const keep of ['prefetched', 'on-demand'] as const) {
      expect(disk.writeEnvelope(envelopeOf(keep, { keep })).status).toBe('written');
    }
    expect(diskIn(folder).contents().envelopes).toEqual(['on-demand', 'prefetched']);
  });
});
