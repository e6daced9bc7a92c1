import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createFileCache } from '../../../main/cdn/file-cache.ts';
import { openSettingsFile } from '../../../main/store/settings-file.ts';
import { sha256 } from '../../helpers/served.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { diskIn, documentOf, envelopeOf, keyFolderIn } from './disks.ts';

const keyOf = (id: string): string => sha256(id);

/** Files as the first version of the app wrote them, byte by byte. */
const firstVersion: Readonly<Record<string, string>> = {
  'offerings.json':
    '{"schema":1,"kind":"offerings","user":"ana","storedAt":1700000000000,"hash":"h1","body":{"offerings":[]}}',
  'list.json':
    '{"schema":1,"kind":"list","user":"ana","storedAt":1700000000000,"hash":"h2","body":{"workflows":[]}}',
  [`prefetched/${keyOf('wf')}.json`]:
    '{"schema":1,"kind":"envelope","id":"wf","user":"ana","storedAt":1700000000000,"hash":"h3","needs":["f"],"body":{"action":"inline"}}',
  [`on-demand/${keyOf('of')}.json`]:
    '{"schema":1,"kind":"envelope","id":"of","user":"ana","storedAt":1700000000000,"hash":"h4","needs":[],"body":{"action":"inline"}}',
};

/** The same of a version that is to come, with what nobody knows yet. */
const newerVersion = Object.fromEntries(
  Object.entries(firstVersion).map(([name, text]) => [
    name,
    text.replace('"schema":1,', '"schema":2,"codec":"new",'),
  ]),
);

const put = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(keyFolderIn(folder), name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
};

const found = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(firstVersion).map((name) => [
      name,
      readFileSync(path.join(keyFolderIn(folder), name), 'utf8'),
    ]),
  );

describe('what an older version left', () => {
  it('is read', () => {
    const folder = temporaryFolder();
    put(folder, firstVersion);
    const disk = diskIn(folder);
    expect([
      disk.readOfferings(),
      disk.readList(),
      disk.readEnvelope(disk.keyOf('wf')),
      disk.readEnvelope(disk.keyOf('of')),
    ]).toMatchObject([
      { status: 'present', value: { user: 'ana', hash: 'h1', body: { offerings: [] } } },
      { status: 'present', value: { user: 'ana', hash: 'h2', body: { workflows: [] } } },
      { status: 'present', value: { id: 'wf', hash: 'h3', text: '{"action":"inline"}' } },
      { status: 'present', value: { id: 'of', hash: 'h4' } },
    ]);
    expect([...disk.neededFiles()]).toEqual(['f']);
  });

  it('is written as it was then, so that it can be read after going back', () => {
    const folder = temporaryFolder();
    const disk = diskIn(folder);
    disk.writeList(documentOf('{"workflows":[]}', { hash: 'h2' }));
    disk.writeEnvelope(envelopeOf('wf', { text: '{"action":"inline"}', hash: 'h3', needs: ['f'] }));
    const names = ['list.json', `prefetched/${keyOf('wf')}.json`];
    expect(names.map((name) => readFileSync(path.join(keyFolderIn(folder), name), 'utf8'))).toEqual(
      names.map((name) => firstVersion[name]),
    );
  });
});

describe('what a newer version left', () => {
  const problem = 'a newer version of the app wrote it';

  it('is neither read nor moved, replaced, pruned or pushed out', () => {
    const folder = temporaryFolder();
    put(folder, newerVersion);
    const disk = diskIn(folder, { onDemandCap: { entries: 1, bytes: 10_000 } });
    const unreadable = { status: 'unreadable', problem };
    const failed = { status: 'failed', problem };
    expect([
      disk.readOfferings(),
      disk.readList(),
      disk.readEnvelope(disk.keyOf('wf')),
      disk.readEnvelope(disk.keyOf('of')),
      disk.writeOfferings(documentOf('{"offerings":[]}')),
      disk.writeList(documentOf('{"workflows":[]}')),
      disk.writeEnvelope(envelopeOf('wf')),
      disk.writeEnvelope(envelopeOf('of', { keep: 'on-demand' })),
    ]).toEqual([unreadable, unreadable, unreadable, unreadable, failed, failed, failed, failed]);
    disk.prune({ prefetched: new Set(), onDemand: new Set() });
    for (const id of ['a', 'b']) disk.writeEnvelope(envelopeOf(id, { keep: 'on-demand' }));
    expect(disk.contents()).toMatchObject({ envelopes: ['b'], quarantined: 0 });
    disk.writeEnvelope(envelopeOf('of'));
    diskIn(folder, { onDemandCap: { entries: 0, bytes: 0 } });
    expect(found(folder)).toEqual(newerVersion);
  });

  it('under names of its own is not touched by anything but clearing', () => {
    const folder = temporaryFolder();
    const names = ['list.2.json', 'prefetched/x.2.json', 'index/all.json'];
    put(folder, Object.fromEntries(names.map((name) => [name, 'new'])));
    const disk = diskIn(folder);
    disk.writeList(documentOf('{"workflows":[]}'));
    disk.prune({ prefetched: new Set(), onDemand: new Set() });
    const textOf = (name: string): string =>
      readFileSync(path.join(keyFolderIn(folder), name), 'utf8');
    expect(names.map(textOf)).toEqual(['new', 'new', 'new']);
    const cdn = path.join(folder, 'cdn');
    mkdirSync(cdn);
    writeFileSync(path.join(cdn, 'index.2.json'), 'new');
    const cache = createFileCache({
      folder: cdn,
      maxBytes: 0,
      space: { isFull: false },
      neededFiles: () => new Set(),
      now: () => 1,
      verifyOnRead: () => true,
    });
    const pending = cache.begin({ url: 'https://cdn.test/a', hash: null }, { isDurable: true });
    pending.write(Buffer.from('x'));
    pending.finish(() => true);
    expect(readFileSync(path.join(cdn, 'index.2.json'), 'utf8')).toBe('new');
  });

  it('goes when the user changes: it may be of the former one', () => {
    const folder = temporaryFolder();
    put(folder, newerVersion);
    const disk = diskIn(folder);
    disk.clear();
    expect(disk.writeList(documentOf('{"workflows":[]}')).status).toBe('written');
    expect(diskIn(folder).prefetchedKeys()).toEqual([]);
  });

  const schema = z.object({
    appearance: z.enum(['light', 'dark']).catch('light'),
    bytes: z.number().catch(1),
  });
  const defaults = { appearance: 'light', bytes: 1 } as const;

  it('stays in the settings, but for what is changed', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'settings.json');
    writeFileSync(file, '{"appearance":"sepia","bytes":2,"sounds":{"on":true}}');
    const settings = openSettingsFile(folder, 'settings.json', schema, defaults);
    expect(settings.read()).toEqual({ appearance: 'light', bytes: 2 });
    const stored = (): unknown => JSON.parse(readFileSync(file, 'utf8'));
    settings.write({ ...settings.read(), bytes: 3 });
    expect(stored()).toEqual({ appearance: 'sepia', bytes: 3, sounds: { on: true } });
    settings.write({ ...settings.read(), appearance: 'dark' });
    expect(stored()).toEqual({ appearance: 'dark', bytes: 3, sounds: { on: true } });
  });

  it.each(['', '[1]', 'null', '{"bytes":', '"text"'])(
    'is nothing that settings could keep where it is %j',
    (text) => {
      const folder = temporaryFolder();
      const file = path.join(folder, 'settings.json');
      writeFileSync(file, text);
      const settings = openSettingsFile(folder, 'settings.json', schema, defaults);
      expect(settings.write({ appearance: 'dark', bytes: 3 })).toBe(null);
      expect(settings.read()).toEqual({ appearance: 'dark', bytes: 3 });
    },
  );
});
