import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Disk } from '../../../main/store/disk.ts';
import { quarantineLimit } from '../../../main/store/quarantine.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { diskIn, documentOf, envelopeOf, keyFolderIn, storedIds } from './disks.ts';

type Damage = (file: string) => void;

const rewrite =
  (change: (text: string) => string | Buffer): Damage =>
  (file) =>
    writeFileSync(file, change(readFileSync(file, 'utf8')));

const replaceWith =
  (make: (file: string) => void): Damage =>
  (file) => {
    rmSync(file);
    make(file);
  };

const cutAt = (tenths: number) =>
  [
    `cut after ${String(tenths)} tenths`,
    rewrite((text) => text.slice(0, Math.floor((text.length * tenths) / 10))),
  ] as const;

const damages: readonly (readonly [string, Damage])[] = [
  ['empty', rewrite(() => '')],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(cutAt),
  ['without its last byte', rewrite((text) => text.slice(0, -1))],
  ['garbage', rewrite(() => Buffer.from([0xde, 0xad, 0xbe, 0xef]))],
  ['NUL bytes', rewrite((text) => '\0'.repeat(text.length))],
  ['NUL bytes at its end', rewrite((text) => `${text.slice(0, -8)}${'\0'.repeat(8)}`)],
  ['with a byte order mark', rewrite((text) => `\uFEFF${text}`)],
  ['UTF-16', rewrite((text) => Buffer.from(text, 'utf16le'))],
  ['bad UTF-8', rewrite((text) => Buffer.from(text.replace('inline', '\u00ffnl'), 'latin1'))],
  [
    'a cut UTF-8 character',
    rewrite((text) => Buffer.from(text.replace('li', 'ð\u009f\u0098'), 'latin1')),
  ],
  ['with an array as its root', rewrite((text) => `[${text}]`)],
  ['null', rewrite(() => 'null')],
  ['a number', rewrite(() => '1e400')],
  ['twice in one file', rewrite((text) => `${text}${text}`)],
  ['with something behind it', rewrite((text) => `${text}x`)],
  ['very deep', rewrite(() => '['.repeat(1_000_000))],
  ['very deep in its header', rewrite((text) => text.replace('"ana"', '['.repeat(500_000)))],
  ['of another kind', rewrite((text) => text.replace('"envelope"', '"list"'))],
  ['of another id', rewrite((text) => text.replace('"id":"wf_a"', '"id":"wf_b"'))],
  ['of a future schema', rewrite((text) => text.replace('"schema":1', '"schema":2'))],
  ['with a user that is no text', rewrite((text) => text.replace('"ana"', '7'))],
  ['without a hash', rewrite((text) => text.replace(/"hash":"\w+",/, ''))],
  ['with a huge number as its time', rewrite((text) => text.replace('1700000000000', '1e999'))],
  ['with a time that is a text', rewrite((text) => text.replace('1700000000000', '"now"'))],
  ['without a body', rewrite((text) => `${text.slice(0, text.indexOf(',"body":'))}}`)],
  ['with a key twice in its header', rewrite((text) => text.replace('{', '{"user":"ben",'))],
  ['with a user behind its body', rewrite((text) => `${text.slice(0, -1)},"user":"ben"}`)],
  ['with two bodies', rewrite((text) => `${text.slice(0, -1)},"body":{}}`)],
  [
    'with __proto__ for a header',
    rewrite((text) => text.replace('{', '{"__proto__":{"schema":1},')),
  ],
  ['all in __proto__', rewrite((text) => `{"__proto__":${text}}`)],
  ['a folder', replaceWith((file) => mkdirSync(path.join(file, 'inside'), { recursive: true }))],
  ['a link to nothing', replaceWith((file) => symlinkSync('/nowhere/at/all', file))],
  ['a link to itself', replaceWith((file) => symlinkSync(file, file))],
  [
    'a link to a good document',
    (file) => {
      renameSync(file, `${file}.elsewhere`);
      symlinkSync(`${file}.elsewhere`, file);
    },
  ],
];

const pathOf = (disk: Disk, id: string): string => disk.pathOf({ kind: 'envelope', id });

describe('a damaged document', () => {
  it.each(damages)(
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
