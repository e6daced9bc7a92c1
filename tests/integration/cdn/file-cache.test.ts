import fs from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { FileStore } from '../../../main/cdn/file-cache.ts';
import { sha256 } from '../../helpers/served.ts';
import { type TestCdn, testCdn } from './test-cdn.ts';

const refOf = (name: string) => ({ url: `https://cdn.test/${name}`, hash: null });

const save = async (cache: FileStore, name: string, size = 10) => {
  const file = cache.begin(refOf(name), { isDurable: true });
  file.write(new Uint8Array(size));
  return file.finish(() => true);
};

const kept = ({ cache }: TestCdn, names: string): string =>
  Array.from(names)
    .filter((name) => cache.has(refOf(name)))
    .join('');

describe('the file cache above its size', () => {
  it('lets go of what was used longest ago, and says so', async () => {
    const cdn = await testCdn({ maxBytes: 30 });
    for (const name of 'abc') await save(cdn.cache, name);
    cdn.cache.read(refOf('a'), 100);
    cdn.cache.touch(refOf('b'));
    expect(await save(cdn.cache, 'd')).toEqual({
      status: 'saved',
      evicted: [{ name: cdn.cache.nameOf(refOf('c')), sizeBytes: 10 }],
    });
    expect(kept(cdn, 'abcd')).toBe('abd');
    expect(cdn.cache.totalBytes()).toBe(30);
  });

  it('keeps what persisted envelopes need, and what was just written', async () => {
    const cdn = await testCdn({ maxBytes: 30 });
    for (const name of 'abc') {
      await save(cdn.cache, name);
      cdn.needed.add(cdn.cache.nameOf(refOf(name)));
    }
    await save(cdn.cache, 'd');
    expect(kept(cdn, 'abcd')).toBe('abcd');
    await save(cdn.cache, 'e');
    expect(kept(cdn, 'abcde')).toBe('abce');
  });

  it('keeps what is being read', async () => {
    const cdn = await testCdn({ maxBytes: 10 });
    await save(cdn.cache, 'a');
    const reading = cdn.cache.read(refOf('a'), 100);
    await save(cdn.cache, 'b');
    expect(reading).toMatchObject({ status: 'present' });
  });

  it('goes by when they were used, also after a restart', async () => {
    const cdn = await testCdn({ maxBytes: 30 });
    const nothing = async () => {};
    for (const name of 'abc') {
      await save(cdn.cache, name);
      await cdn.clock.advance(1_000, nothing);
    }
    cdn.cache.touch(refOf('a'));
    await cdn.clock.advance(1_000, nothing);
    await save(cdn.reopen(), 'd');
    expect(kept(cdn, 'abcd')).toBe('acd');
  });

  it('says in the timeline what had to go', async () => {
    const cdn = await testCdn({ maxBytes: 1, answer: (_, response) => response.end('x') });
    const first = cdn.about('/a');
    await cdn.downloads.body(first).result;
    await cdn.downloads.body(cdn.about('/b')).result;
    const downloaded = cdn.trace.events.findLast(({ type }) => type === 'downloaded');
    expect(cdn.trace.events.at(-1)).toMatchObject({
      type: 'evicted',
      subject: 'cdn',
      id: cdn.cache.nameOf(first.ref),
      cause: downloaded?.eventId,
      sizeBytes: 1,
    });
  });
});

describe('a file on its way into the cache', () => {
  it('is seen only when it is whole, and written in the same folder (R-16)', async () => {
    const cdn = await testCdn();
    const file = cdn.cache.begin(refOf('a'), { isDurable: true });
    file.write(Buffer.from('new'));
    expect(cdn.cache.has(refOf('a'))).toBe(false);
    expect(cdn.files()).toMatchObject([/\.part$/]);
    file.finish(() => true);
    expect(cdn.files()).toEqual([cdn.cache.nameOf(refOf('a'))]);
  });

  it('takes the place of the one that is there (R-16)', async () => {
    const cdn = await testCdn();
    await save(cdn.cache, 'a', 10);
    await save(cdn.cache, 'a', 3);
    expect(fs.statSync(cdn.cache.pathOf(refOf('a'))).size).toBe(3);
    expect(cdn.cache.totalBytes()).toBe(3);
  });

  it('is gone where it is not wanted any more when it is ready', async () => {
    const cdn = await testCdn();
    const file = cdn.cache.begin(refOf('a'), { isDurable: true });
    file.write(Buffer.from('x'));
    expect(file.finish(() => false)).toEqual({ status: 'unwanted' });
    expect(cdn.files()).toEqual([]);
  });

  it('fails where the disk does, and leaves the good one alone (R-10)', async () => {
    const cdn = await testCdn();
    await save(cdn.cache, 'a', 5);
    cdn.space.isFull = true;
    expect(await save(cdn.cache, 'a', 9)).toMatchObject({ status: 'failed' });
    expect(fs.statSync(cdn.cache.pathOf(refOf('a'))).size).toBe(5);
    expect(cdn.files()).toHaveLength(1);
  });

  it('fails where the folder is none (R-10)', async () => {
    const cdn = await testCdn();
    fs.rmSync(cdn.folder, { recursive: true });
    fs.writeFileSync(cdn.folder, '');
    const cache = cdn.reopen();
    expect(await save(cache, 'a')).toMatchObject({ status: 'failed' });
    expect(cache.read(refOf('a'), 10)).toEqual({ status: 'absent' });
    expect(cache.has(refOf('a'))).toBe(false);
  });

  it('makes the folder again where it was wiped', async () => {
    const cdn = await testCdn();
    fs.rmSync(cdn.folder, { recursive: true });
    expect(await save(cdn.cache, 'a')).toMatchObject({ status: 'saved' });
  });
});

describe('opening the cache', () => {
  it('sweeps away what was left half written, and nothing that is not its own (T-07)', async () => {
    const cdn = await testCdn();
    await save(cdn.cache, 'a');
    const target = cdn.cache.nameOf(refOf('a'));
    const half = cdn.cache.begin(refOf('b'), { isDurable: true });
    half.write(Buffer.from('half'));
    fs.writeFileSync(path.join(cdn.folder, 'notes.part'), '');
    fs.writeFileSync(path.join(cdn.folder, 'README'), '');
    const cache = cdn.reopen({ maxBytes: 1 });
    expect(cdn.files()).toEqual([target, 'README', 'notes.part'].sort());
    expect(cache.has(refOf('b'))).toBe(false);
    await save(cache, 'c');
    expect(cdn.files()).toEqual([cache.nameOf(refOf('c')), 'README', 'notes.part'].sort());
    // The write that was swept away fails, as on a disk that fails.
    expect(half.finish(() => true)).toMatchObject({ status: 'failed' });
  });

  it('forgets a file on demand, and one that somebody removed', async () => {
    const cdn = await testCdn();
    await save(cdn.cache, 'a');
    await save(cdn.cache, 'b');
    cdn.cache.remove(refOf('a'));
    fs.rmSync(cdn.cache.pathOf(refOf('b')));
    expect(cdn.cache.read(refOf('b'), 10)).toEqual({ status: 'absent' });
    expect({ kept: kept(cdn, 'ab'), bytes: cdn.cache.totalBytes() }).toEqual({
      kept: '',
      bytes: 0,
    });
  });

  it('reads what it verified, whatever the case of the announced hash', async () => {
    const cdn = await testCdn();
    const ref = { url: 'https://cdn.test/x', hash: sha256('x').toUpperCase() };
    fs.writeFileSync(cdn.cache.pathOf(ref), 'x');
    expect(cdn.cache.read(ref, 10)).toMatchObject({ status: 'present' });
  });
});

describe('what people see of the cache', () => {
  it('is another version with each file that comes or goes, and the same while none does', async () => {
    const { cache, about, files, ...cdn } = await testCdn({
      answer: (_, response) => response.end('x'),
    });
    const versions = [cache.version()];
    let calls = 0;
    const stop = cache.onChange(() => (calls += 1));
    const note = (): unknown => versions.push(cache.version());
    await cdn.downloads.asset(about('/a.png'));
    note();
    cache.touch(about('/a.png').ref);
    await (await cache.open(files()[0] ?? ''))?.close();
    note();
    cache.remove(about('/a.png').ref);
    note();
    cache.remove(about('/a.png').ref);
    stop();
    await cdn.downloads.asset(about('/b.png'));
    const [first = 0, saved, looked, removed] = versions;
    expect([saved, looked, removed, calls]).toEqual([first + 1, first + 1, first + 2, 2]);
  });

  it('can be read while it goes', async () => {
    const { cache, about, files, downloads } = await testCdn({
      answer: (_, response) => response.end('picture'),
    });
    await downloads.asset(about('/a.png'));
    const opened = await cache.open(files()[0] ?? '');
    cache.remove(about('/a.png').ref);
    const read = opened === null ? null : await text(opened.read(0, opened.sizeBytes - 1));
    expect([read, cache.has(about('/a.png').ref), await cache.open('..')]).toEqual([
      'picture',
      false,
      null,
    ]);
  });

  it('does not keep from eviction what was only looked at', async () => {
    const { cache, about, downloads } = await testCdn({
      maxBytes: 20,
      answer: (_, response) => response.end('0123456789'),
    });
    await downloads.asset(about('/old.png'));
    await downloads.asset(about('/new.png'));
    await (await cache.open(cache.nameOf(about('/old.png').ref)))?.close();
    await downloads.asset(about('/newest.png'));
    const there = ['/old.png', '/new.png', '/newest.png'].map((name) => cache.has(about(name).ref));
    expect(there).toEqual([false, true, true]);
  });
});
