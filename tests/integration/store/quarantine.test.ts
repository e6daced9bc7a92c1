import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Disk } from '../../../main/store/disk.ts';
import { quarantineLimit } from '../../../main/store/quarantine.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { envelopeDamages } from './damages.ts';
import { diskIn, documentOf, envelopeOf, keyFolderIn, storedIds } from './disks.ts';

const pathOf = (disk: Disk, id: string): string => disk.pathOf({ kind: 'envelope', id });

describe('a damaged document', () => {
  it.each(envelopeDamages)(
    'P-04 that is %s is quarantined, and the others are untouched',
    (_what, damage) => {
      const folder = temporaryFolder();
      for (const id of ['wf_a', 'wf_b']) diskIn(folder).writeEnvelope(envelopeOf(id));
      damage(pathOf(diskIn(folder), 'wf_a'));

      const disk = diskIn(folder);
      const key = disk.keyOf('wf_a');
      const statuses = [disk.readEnvelope(key).status, disk.readEnvelope(key).status];
      expect(statuses).toEqual(['quarantined', 'absent']);
      expect(readdirSync(path.join(keyFolderIn(folder), 'quarantine'))).toEqual([
        `0000000001-prefetched-${key}.json`,
      ]);
      expect(disk.contents()).toMatchObject({ envelopes: ['wf_b'], quarantined: 1 });
      expect(disk.writeEnvelope(envelopeOf('wf_a')).status).toBe('written');
      expect(storedIds(disk, ['wf_a', 'wf_b'])).toEqual(['wf_a', 'wf_b']);
    },
  );

  it('a corrupt list or corrupt offerings are moved away, and say why', () => {
    const disk = diskIn(temporaryFolder());
    disk.writeList(documentOf('{"workflows":[]}'));
    disk.writeOfferings(documentOf('{"offerings":[]}'));
    renameSync(disk.pathOf({ kind: 'list' }), disk.pathOf({ kind: 'offerings' }));
    writeFileSync(disk.pathOf({ kind: 'list' }), '');
    expect(disk.readList()).toEqual({ status: 'quarantined', problem: 'it is empty' });
    expect(disk.readOfferings()).toEqual({
      status: 'quarantined',
      problem: 'its header is wrong: kind: Invalid input: expected "offerings"',
    });
    expect(disk.quarantinedCount()).toBe(2);
  });

  it('is moved as it was, byte by byte', () => {
    const folder = temporaryFolder();
    const disk = diskIn(folder);
    const bytes = Buffer.from([0x7b, 0xff, 0x00, 0x7d]);
    writeFileSync(disk.pathOf({ kind: 'list' }), bytes);
    disk.readList();
    const quarantine = path.join(keyFolderIn(folder), 'quarantine');
    const [name = ''] = readdirSync(quarantine);
    expect(readFileSync(path.join(quarantine, name))).toEqual(bytes);
  });

  it('does not refuse a write, where it is a folder that nobody has read', () => {
    const disk = diskIn(temporaryFolder());
    mkdirSync(path.join(disk.pathOf({ kind: 'list' }), 'inside'), { recursive: true });
    expect(disk.writeList(documentOf('{"workflows":[]}')).status).toBe('written');
    expect([disk.readList().status, disk.quarantinedCount()]).toEqual(['present', 1]);
  });
});

describe('the quarantine', () => {
  const damageList = (disk: Disk, text: string): void => {
    writeFileSync(disk.pathOf({ kind: 'list' }), text);
    disk.readList();
  };

  it('is counted over restarts, is not lowered by a good write and is emptied by clearing', () => {
    const folder = temporaryFolder();
    const first = diskIn(folder);
    damageList(first, 'x');
    first.writeList(documentOf('{"workflows":[]}'));
    damageList(first, 'y');
    const disk = diskIn(folder);
    const before = disk.quarantinedCount();
    disk.clear();
    expect([before, disk.quarantinedCount(), diskIn(folder).quarantinedCount()]).toEqual([2, 0, 0]);
  });

  it(`keeps the newest ${String(quarantineLimit)}`, () => {
    const folder = temporaryFolder();
    const disk = diskIn(folder);
    for (let index = 1; index <= quarantineLimit + 2; index += 1) damageList(disk, String(index));
    const quarantine = path.join(keyFolderIn(folder), 'quarantine');
    const texts = readdirSync(quarantine).map((name) =>
      readFileSync(path.join(quarantine, name), 'utf8'),
    );
    expect(texts.toSorted((a, b) => Number(a) - Number(b))[0]).toBe('3');
    expect([texts.length, disk.quarantinedCount()]).toEqual([quarantineLimit, quarantineLimit]);
  });

  it('goes on counting where it stopped, so that no damaged document replaces another', () => {
    const folder = temporaryFolder();
    damageList(diskIn(folder), 'x');
    damageList(diskIn(folder), 'y');
    expect(diskIn(folder).quarantinedCount()).toBe(2);
  });

  it('is not needed for a document that is only in nobody’s way', () => {
    const folder = temporaryFolder();
    const stray = path.join(keyFolderIn(folder), 'prefetched', 'notes.txt');
    diskIn(folder);
    writeFileSync(stray, 'mine');
    chmodSync(stray, 0o400);
    expect(diskIn(folder).prefetchedKeys()).toEqual([]);
    expect(existsSync(stray)).toBe(true);
  });
});
