import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeEnvelopeValue } from '../../../shared/model/envelope.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { diskIn, documentOf, envelopeOf, storedIds } from './disks.ts';

const strangeIds = ['wf.1', '../../etc/passwd', '__proto__', 'constructor', 'ä/\\\u0000', ''];

describe('persisted envelopes', () => {
  it('P-04 an envelope is looked up by its id, inline data and all, and another id is absent', () => {
    const folder = temporaryFolder();
    const text =
      '{"action":"inline","data":{"id":"wf_a","x":[1.50]},"enrolled_variants":{"e":"b"}}';
    diskIn(folder).writeEnvelope(envelopeOf('wf_a', { text }));
    const disk = diskIn(folder);
    const { user, storedAt, hash } = envelopeOf('wf_a');
    expect(disk.readEnvelope(disk.keyOf('wf_a'))).toEqual({
      status: 'present',
      value: { id: 'wf_a', user, storedAt, hash, body: JSON.parse(text), text },
    });
    expect(disk.readEnvelope(disk.keyOf('wf_b'))).toEqual({ status: 'absent' });
  });

  it('P-04 a corrupt envelope is quarantined, counts as absent from then on and takes no other with it', () => {
    const disk = diskIn(temporaryFolder());
    for (const id of ['wf_a', 'wf_b']) disk.writeEnvelope(envelopeOf(id));
    writeFileSync(disk.pathOf({ kind: 'envelope', id: 'wf_a' }), 'garbage');
    const key = disk.keyOf('wf_a');
    expect([disk.readEnvelope(key).status, disk.readEnvelope(key).status]).toEqual([
      'quarantined',
      'absent',
    ]);
    expect(storedIds(disk, ['wf_a', 'wf_b'])).toEqual(['wf_b']);
    expect(disk.prefetchedKeys()).toEqual([disk.keyOf('wf_b')]);
  });

  it.each([
    ['inline with variants', '{"action":"inline","data":{"id":"w"},"enrolled_variants":{"e":"b"}}'],
    ['on the CDN without variants', '{"action":"use_cdn","url":"https://cdn.test/w","hash":"aa"}'],
  ])('W-06 an envelope %s is equal when it is read back and decoded', (_what, text) => {
    const disk = diskIn(temporaryFolder());
    disk.writeEnvelope(envelopeOf('w', { text }));
    const read = disk.readEnvelope(disk.keyOf('w'));
    const body = read.status === 'present' ? read.value.body : null;
    expect(decodeEnvelopeValue(body)).toEqual(decodeEnvelopeValue(JSON.parse(text)));
    expect(decodeEnvelopeValue(body).ok).toBe(true);
  });

  it('P-03 an envelope is stored under its id beside the others, whose files stay as they are', () => {
    const disk = diskIn(temporaryFolder());
    disk.writeEnvelope(envelopeOf('wf_a'));
    const file = disk.pathOf({ kind: 'envelope', id: 'wf_a' });
    const before = statSync(file).ino;
    disk.writeEnvelope(envelopeOf('wf_b'));
    expect(statSync(file).ino).toBe(before);
    expect(storedIds(disk, ['wf_a', 'wf_b'])).toEqual(['wf_a', 'wf_b']);
  });

  it.each(strangeIds)('files an envelope with the id %j by a hash', (id) => {
    const folder = temporaryFolder();
    diskIn(folder).writeEnvelope(envelopeOf(id));
    const disk = diskIn(folder);
    expect(disk.readEnvelope(disk.keyOf(id))).toMatchObject({ value: { id } });
    expect(disk.pathOf({ kind: 'envelope', id })).toMatch(
      /[/\\]prefetched[/\\][0-9a-f]{64}\.json$/,
    );
  });

  it('gives a body back that is nested deeper than functions can call', () => {
    const disk = diskIn(temporaryFolder());
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    disk.writeEnvelope(envelopeOf('deep', { text: `{"action":"inline","data":${deep}}` }));
    expect(disk.readEnvelope(disk.keyOf('deep')).status).toBe('present');
  });

  it('a byte order mark that somebody left at the text does not spoil the document', () => {
    const disk = diskIn(temporaryFolder());
    disk.writeList(documentOf('\uFEFF{"workflows":[]}'));
    expect(disk.readList()).toMatchObject({ value: { body: { workflows: [] } } });
  });

  it('a replacement character in a response is no damage', () => {
    const disk = diskIn(temporaryFolder());
    disk.writeList(documentOf('{"workflows":[],"name":"\uFFFD"}'));
    expect(disk.readList()).toMatchObject({ value: { body: { name: '\uFFFD' } } });
  });

  it('a file that was removed behind our back is absent, and can be written again', () => {
    const disk = diskIn(temporaryFolder());
    disk.writeEnvelope(envelopeOf('wf_a'));
    rmSync(disk.pathOf({ kind: 'envelope', id: 'wf_a' }));
    expect([disk.isPrefetched('wf_a'), disk.contents().envelopes]).toEqual([false, []]);
    expect(disk.readEnvelope(disk.keyOf('wf_a'))).toEqual({ status: 'absent' });
    expect(disk.writeEnvelope(envelopeOf('wf_a')).status).toBe('written');
    expect(disk.isPrefetched('wf_a')).toBe(true);
  });
});

describe('one copy for each id', () => {
  it('what was kept on demand becomes prefetched', () => {
    const folder = temporaryFolder();
    const disk = diskIn(folder);
    disk.writeEnvelope(envelopeOf('wf_a', { keep: 'on-demand', needs: ['old'] }));
    const onDemandFile = disk.pathOf({ kind: 'envelope', id: 'wf_a' });
    expect(disk.isPrefetched('wf_a')).toBe(false);
    disk.writeEnvelope(envelopeOf('wf_a', { needs: ['new'] }));
    expect(() => readFileSync(onDemandFile)).toThrow('ENOENT');
    expect([...disk.neededFiles()]).toEqual(['new']);
    expect(diskIn(folder).prefetchedKeys()).toEqual([disk.keyOf('wf_a')]);
  });

  it('what was prefetched is replaced in place and stays prefetched', () => {
    const disk = diskIn(temporaryFolder());
    disk.writeEnvelope(envelopeOf('wf_a'));
    disk.writeEnvelope(envelopeOf('wf_a', { keep: 'on-demand', storedAt: 5 }));
    expect(disk.isPrefetched('wf_a')).toBe(true);
    expect(disk.readEnvelope(disk.keyOf('wf_a'))).toMatchObject({ value: { storedAt: 5 } });
  });

  it('a crash between writing the prefetched one and removing the other leaves one', () => {
    const folder = temporaryFolder();
    const disk = diskIn(folder);
    disk.writeEnvelope(envelopeOf('wf_a', { keep: 'on-demand', needs: ['old'] }));
    const file = disk.pathOf({ kind: 'envelope', id: 'wf_a' });
    const old = readFileSync(file);
    disk.writeEnvelope(envelopeOf('wf_a', { needs: ['new'] }));
    writeFileSync(file, old);
    const reopened = diskIn(folder);
    expect([...reopened.neededFiles()]).toEqual(['new']);
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });
});

describe('pruning', () => {
  const keep = (prefetched: readonly string[], onDemand: readonly string[] = []) => ({
    prefetched: new Set(prefetched),
    onDemand: new Set(onDemand),
  });

  it('P-05 T-06 what the list does not keep is removed and named, the rest is not rewritten', () => {
    const folder = temporaryFolder();
    for (const id of ['wf_a', 'wf_b', 'wf_c']) diskIn(folder).writeEnvelope(envelopeOf(id));
    const disk = diskIn(folder);
    const file = disk.pathOf({ kind: 'envelope', id: 'wf_b' });
    const before = statSync(file).ino;
    expect(disk.prune(keep(['wf_b'])).toSorted()).toEqual(['wf_a', 'wf_c']);
    expect(statSync(file).ino).toBe(before);
    expect(diskIn(folder).contents().envelopes).toEqual(['wf_b']);
  });

  it('P-05 with nothing to remove, or nothing persisted, nothing happens', () => {
    const disk = diskIn(temporaryFolder());
    expect(disk.prune(keep(['wf_a']))).toEqual([]);
    disk.writeEnvelope(envelopeOf('wf_a'));
    expect(disk.prune(keep(['wf_a']))).toEqual([]);
    expect(disk.contents().envelopes).toEqual(['wf_a']);
  });

  it('what was kept on demand goes by its own set', () => {
    const disk = diskIn(temporaryFolder());
    for (const id of ['wf_a', 'wf_b']) disk.writeEnvelope(envelopeOf(id, { keep: 'on-demand' }));
    disk.writeEnvelope(envelopeOf('wf_c'));
    expect(disk.prune(keep([], ['wf_a', 'wf_c'])).toSorted()).toEqual(['wf_b', 'wf_c']);
    expect(disk.contents().envelopes).toEqual(['wf_a']);
  });

  it('a damaged envelope that is not kept goes as well', () => {
    const folder = temporaryFolder();
    diskIn(folder).writeEnvelope(envelopeOf('wf_a'));
    const disk = diskIn(folder);
    writeFileSync(disk.pathOf({ kind: 'envelope', id: 'wf_a' }), '');
    expect(disk.prune(keep([]))).toEqual([]);
    expect([disk.prefetchedKeys(), disk.quarantinedCount()]).toEqual([[], 0]);
  });
});

describe('the files that envelopes need', () => {
  it('are those of all persisted envelopes, also of those written before the restart', () => {
    const folder = temporaryFolder();
    const first = diskIn(folder);
    first.writeEnvelope(envelopeOf('wf_a', { needs: ['body-a', 'image'] }));
    first.writeEnvelope(envelopeOf('wf_b', { needs: ['image'], keep: 'on-demand' }));
    const disk = diskIn(folder);
    disk.writeEnvelope(envelopeOf('wf_c', { needs: ['body-c'] }));
    expect([...disk.neededFiles()].toSorted()).toEqual(['body-a', 'body-c', 'image']);
  });

  it('are needed until the last envelope that needs them is replaced or gone', () => {
    const disk = diskIn(temporaryFolder());
    disk.writeEnvelope(envelopeOf('wf_a', { needs: ['image', 'body'] }));
    disk.writeEnvelope(envelopeOf('wf_b', { needs: ['image'] }));
    disk.writeEnvelope(envelopeOf('wf_a', { needs: ['new-body'] }));
    expect([...disk.neededFiles()].toSorted()).toEqual(['image', 'new-body']);
    disk.prune({ prefetched: new Set(['wf_a']), onDemand: new Set() });
    expect([...disk.neededFiles()]).toEqual(['new-body']);
    disk.clear();
    expect([...disk.neededFiles()]).toEqual([]);
  });

  it('are looked for without moving what is damaged', () => {
    const folder = temporaryFolder();
    diskIn(folder).writeEnvelope(envelopeOf('wf_a', { needs: ['body'] }));
    const disk = diskIn(folder);
    writeFileSync(disk.pathOf({ kind: 'envelope', id: 'wf_a' }), '');
    expect([...disk.neededFiles()]).toEqual([]);
    expect(disk.readEnvelope(disk.keyOf('wf_a')).status).toBe('quarantined');
  });
});
