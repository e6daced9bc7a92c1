import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeWorkflowsListValue } from '../../../shared/model/workflows-list.ts';
import { openDisk } from '../../../main/store/open-disk.ts';
import { sha256 } from '../../helpers/served.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { apiKey, diskIn, documentOf, keyFolderIn } from './disks.ts';

const listText =
  '{"workflows":[{"id":"wf_a","display_name":"A","offering_id":null},' +
  '{"id":"wf_b","display_name":"B","offering_id":"b","prefetch":true}]}';

describe('the list and the offerings', () => {
  it('P-01 a list that was written is on disk and reads back after a restart', () => {
    const folder = temporaryFolder();
    const document = documentOf(listText);
    expect(diskIn(folder).writeList(document).status).toBe('written');
    const { user, storedAt, hash } = document;
    expect(diskIn(folder).readList()).toEqual({
      status: 'present',
      value: { user, storedAt, hash, body: JSON.parse(listText) },
    });
  });

  it('P-01 nothing stored is absent, and a corrupt list is quarantined, then absent', () => {
    const disk = diskIn(temporaryFolder());
    expect(disk.readList()).toEqual({ status: 'absent' });
    disk.writeList(documentOf(listText));
    writeFileSync(disk.pathOf({ kind: 'list' }), '{"workflows"');
    expect(disk.readList()).toMatchObject({ status: 'quarantined' });
    expect(disk.readList()).toEqual({ status: 'absent' });
  });

  it.each([
    ['an empty list', '{"workflows":[]}'],
    ['offering ids, null or not, and prefetch, on or off', listText],
  ])('W-06 %s is equal when it is read back and decoded', (_what, text) => {
    const disk = diskIn(temporaryFolder());
    disk.writeList(documentOf(text));
    const read = disk.readList();
    const body = read.status === 'present' ? read.value.body : null;
    expect(decodeWorkflowsListValue(body)).toEqual(decodeWorkflowsListValue(JSON.parse(text)));
    expect(decodeWorkflowsListValue(body).ok).toBe(true);
  });

  it('W-12 the text of a response is kept digit for digit', () => {
    const disk = diskIn(temporaryFolder());
    const text = '{ "pi": 3.14159265358979312, "big": 12345678901234567890, "one": 1.0e0 }';
    disk.writeOfferings(documentOf(text));
    expect(readFileSync(disk.pathOf({ kind: 'offerings' }), 'utf8')).toContain(`"body":${text}}`);
  });

  it('keeps the offerings and the list apart', () => {
    const disk = diskIn(temporaryFolder());
    disk.writeOfferings(documentOf('{"offerings":[]}'));
    expect(disk.readList()).toEqual({ status: 'absent' });
    expect(disk.contents()).toEqual({
      offerings: true,
      list: false,
      envelopes: [],
      quarantined: 0,
    });
  });

  it('keeps the copies of two API keys apart, and no key is written down', () => {
    const folder = temporaryFolder();
    diskIn(folder, { apiKey: 'appl_one' }).writeList(documentOf(listText));
    expect(diskIn(folder, { apiKey: 'appl_two' }).readList().status).toBe('absent');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.includes('appl'))).toEqual([]);
    expect(names).toContain(path.join('caches', sha256('appl_one').slice(0, 32), 'list.json'));
  });

  it('survives that somebody removes the folder while the app runs', () => {
    const folder = temporaryFolder();
    const disk = diskIn(folder);
    rmSync(path.join(folder, 'caches'), { recursive: true });
    expect(disk.readList()).toEqual({ status: 'absent' });
    expect(disk.writeList(documentOf(listText)).status).toBe('written');
    expect(disk.readList().status).toBe('present');
    expect(statSync(path.join(folder, 'caches')).mode & 0o777).toBe(0o700);
  });
});

describe('a disk that is full on purpose', () => {
  it('refuses every write with a sentence, says that it is on purpose, and keeps what is there', () => {
    const space = { isFull: false };
    const disk = diskIn(temporaryFolder(), { space });
    disk.writeList(documentOf('{"workflows":[]}'));
    space.isFull = true;
    expect(disk.writeList(documentOf(listText))).toEqual({
      status: 'failed',
      problem: 'there is no space left',
      isOnPurpose: true,
    });
    expect(disk.readList()).toMatchObject({ value: { body: { workflows: [] } } });
    space.isFull = false;
    expect(disk.writeList(documentOf(listText)).status).toBe('written');
  });
});

describe('a folder that cannot be used', () => {
  it('is a problem in a sentence where a file is in the way', () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const space = { isFull: false };
    const onDemandCap = { entries: 1, bytes: 1 };
    const opened = openDisk({ folder: file, apiKey, space, onDemandCap });
    expect(opened).toEqual({
      ok: false,
      problem: `The data folder ${file} cannot be used: a file is in its place`,
    });
  });

  it('is a problem in a sentence where its path is not absolute', () => {
    const space = { isFull: false };
    const onDemandCap = { entries: 1, bytes: 1 };
    expect(openDisk({ folder: 'data', apiKey, space, onDemandCap })).toEqual({
      ok: false,
      problem: 'The data folder data cannot be used: its path is not absolute',
    });
  });

  it('is made usable again where something lies in the place of a folder of ours', () => {
    const folder = temporaryFolder();
    diskIn(folder);
    const prefetched = path.join(keyFolderIn(folder), 'prefetched');
    rmSync(prefetched, { recursive: true });
    writeFileSync(prefetched, '');
    expect(diskIn(folder).prefetchedKeys()).toEqual([]);
    expect(statSync(prefetched).isDirectory()).toBe(true);
  });
});
