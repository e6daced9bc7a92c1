import { rmSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Disk } from '../../../main/store/disk.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { diskIn, envelopeOf } from './disks.ts';

const keepOnDemand = (disk: Disk, ...ids: readonly string[]): void => {
  for (const id of ids) disk.writeEnvelope(envelopeOf(id, { keep: 'on-demand' }));
};

const sizeOf = (disk: Disk, id: string): number =>
  statSync(disk.pathOf({ kind: 'envelope', id })).size;

const entries = (count: number) => ({ onDemandCap: { entries: count, bytes: 1_000_000 } });

describe('envelopes kept on demand', () => {
  it('are all kept up to the cap, and the least recently used one goes first above it', () => {
    const folder = temporaryFolder();
    const disk = diskIn(folder, entries(3));
    keepOnDemand(disk, 'a', 'b', 'c');
    expect(disk.contents().envelopes).toEqual(['a', 'b', 'c']);
    keepOnDemand(disk, 'd');
    expect(disk.contents().envelopes).toEqual(['b', 'c', 'd']);
    expect(diskIn(folder, entries(3)).contents().envelopes).toEqual(['b', 'c', 'd']);
  });

  it('are used by a touch and by a write', () => {
    const disk = diskIn(temporaryFolder(), entries(3));
    keepOnDemand(disk, 'a', 'b', 'c');
    disk.touch('a');
    keepOnDemand(disk, 'b', 'd');
    expect(disk.contents().envelopes).toEqual(['a', 'b', 'd']);
  });

  it('keep their order over a restart, also when all was used within one millisecond', () => {
    const folder = temporaryFolder();
    const ids = 'a b c d e f g h'.split(' ');
    const first = diskIn(folder, entries(8));
    keepOnDemand(first, ...ids);
    for (const id of ['c', 'a', 'h', 'b', 'a']) first.touch(id);
    const disk = diskIn(folder, entries(3));
    expect(disk.contents().envelopes).toEqual(['a', 'b', 'h']);
    keepOnDemand(disk, 'new');
    expect(disk.contents().envelopes).toEqual(['a', 'b', 'new']);
  });

  it('a touch after a restart counts as later than all before it', () => {
    const folder = temporaryFolder();
    keepOnDemand(diskIn(folder, entries(3)), 'a', 'b', 'c');
    diskIn(folder, entries(3)).touch('a');
    const disk = diskIn(folder, entries(3));
    keepOnDemand(disk, 'd');
    expect(disk.contents().envelopes).toEqual(['a', 'c', 'd']);
  });

  it('take up no more bytes than the cap, and may take up all of them', () => {
    const folder = temporaryFolder();
    const measured = diskIn(temporaryFolder());
    keepOnDemand(measured, 'a');
    const bytes = 2 * sizeOf(measured, 'a');
    const disk = diskIn(folder, { onDemandCap: { entries: 10, bytes } });
    keepOnDemand(disk, 'a', 'b');
    expect(disk.contents().envelopes).toEqual(['a', 'b']);
    keepOnDemand(disk, 'c');
    expect(disk.contents().envelopes).toEqual(['b', 'c']);
    const text = `{"action":"inline","data":{"id":"c","x":"${'x'.repeat(20)}"}}`;
    disk.writeEnvelope(envelopeOf('c', { keep: 'on-demand', text }));
    expect(disk.contents().envelopes).toEqual(['c']);
  });

  it('one that is larger than the whole cap is refused and pushes nobody out', () => {
    const measured = diskIn(temporaryFolder());
    keepOnDemand(measured, 'a');
    const bytes = sizeOf(measured, 'a');
    const disk = diskIn(temporaryFolder(), { onDemandCap: { entries: 10, bytes } });
    keepOnDemand(disk, 'a');
    expect(disk.writeEnvelope(envelopeOf('b2', { keep: 'on-demand' }))).toMatchObject({
      status: 'failed',
      problem: expect.stringContaining('do not fit into the cap'),
    });
    expect(disk.contents().envelopes).toEqual(['a']);
  });

  it('are not among the prefetched ones, which never count towards the cap', () => {
    const disk = diskIn(temporaryFolder(), entries(1));
    for (const id of ['p', 'q', 'r']) disk.writeEnvelope(envelopeOf(id));
    keepOnDemand(disk, 'a');
    expect(disk.prefetchedKeys().toSorted()).toEqual(['p', 'q', 'r'].map(disk.keyOf).toSorted());
    expect(disk.contents().envelopes).toEqual(['a', 'p', 'q', 'r']);
  });

  it('make room when they are damaged, removed, pruned, prefetched or cleared', () => {
    const disk = diskIn(temporaryFolder(), entries(4));
    keepOnDemand(disk, 'a', 'b', 'c', 'd');
    writeFileSync(disk.pathOf({ kind: 'envelope', id: 'a' }), '');
    rmSync(disk.pathOf({ kind: 'envelope', id: 'b' }));
    for (const id of ['a', 'b']) disk.readEnvelope(disk.keyOf(id));
    disk.prune({ prefetched: new Set(), onDemand: new Set(['d']) });
    disk.writeEnvelope(envelopeOf('d'));
    keepOnDemand(disk, 'e', 'f', 'g', 'h');
    expect(disk.contents().envelopes).toEqual(['d', 'e', 'f', 'g', 'h']);
    disk.clear();
    keepOnDemand(disk, 'i', 'j', 'k', 'l');
    expect(disk.contents().envelopes).toEqual(['i', 'j', 'k', 'l']);
  });

  it('give up the files that they needed when they go', () => {
    const disk = diskIn(temporaryFolder(), entries(1));
    disk.writeEnvelope(envelopeOf('a', { keep: 'on-demand', needs: ['body-a'] }));
    disk.writeEnvelope(envelopeOf('b', { keep: 'on-demand', needs: ['body-b'] }));
    expect([...disk.neededFiles()]).toEqual(['body-b']);
  });

  it('a touch of one that is not there, or is prefetched, does nothing', () => {
    const disk = diskIn(temporaryFolder(), entries(2));
    disk.writeEnvelope(envelopeOf('p'));
    for (const id of ['p', 'nobody']) disk.touch(id);
    expect(disk.contents().envelopes).toEqual(['p']);
  });
});
