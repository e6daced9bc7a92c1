import fs from 'node:fs';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bodyLimits } from '../../../shared/limits.ts';
import { closedOrigin } from '../../helpers/http-server.ts';
import { sha256 } from '../../helpers/served.ts';
import { eventsOf, testCdn } from './test-cdn.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe('a body', () => {
  it('is downloaded, checked, saved and handed over (R-05, R-09, R-14)', async () => {
    const cdn = await testCdn({ answer: (_, response) => response.end('{"a":1}') });
    const hash = sha256('{"a":1}');
    const ask = cdn.about('/wf.json', hash.toUpperCase());
    const { result } = cdn.downloads.body(ask);
    expect(await result).toEqual({
      ok: true,
      bytes: Buffer.from('{"a":1}'),
      source: 'network',
      isSaved: true,
    });
    expect(cdn.files()).toEqual([cdn.cache.nameOf(ask.ref)]);
    expect(fs.readFileSync(cdn.cache.pathOf(ask.ref), 'utf8')).toBe('{"a":1}');
    expect(fs.statSync(cdn.folder).mode & 0o777).toBe(0o700);
    expect(fs.statSync(cdn.cache.pathOf(ask.ref)).mode & 0o777).toBe(0o600);
    const about = { subject: 'cdn', id: 'wf_1', slot: 1 };
    expect(eventsOf(cdn)).toEqual([
      { type: 'downloaded', ...about, cause: 0, source: 'network', sizeBytes: 7, eventId: 3 },
      { type: 'verified', ...about, cause: 3, hash, eventId: 4 },
    ]);
  });

  it('is read from disk without a request, and without a slot (R-08)', async () => {
    const cdn = await testCdn();
    const ask = cdn.about('/wf.json', sha256('x'));
    fs.writeFileSync(cdn.cache.pathOf(ask.ref), 'x');
    for (const name of 'abcdef') void cdn.downloads.asset(cdn.about(`/${name}`));
    await cdn.holding(4);
    const result = await cdn.downloads.body(ask).result;
    expect(result).toMatchObject({ ok: true, source: 'disk', isSaved: true });
    expect(cdn.asked).not.toContain('/wf.json');
  });

  it('is not verified where no hash was announced (R-05)', async () => {
    const cdn = await testCdn({ answer: (_, response) => response.end('any') });
    expect(await cdn.downloads.body(cdn.about('/wf')).result).toMatchObject({ ok: true });
    expect(eventsOf(cdn).map(({ type }) => type)).toEqual(['downloaded']);
  });

  it('with another hash is an error, and nothing of it is kept (R-06, R-14)', async () => {
    const cdn = await testCdn({ answer: (_, response) => response.end('other') });
    const result = await cdn.downloads.body(cdn.about('/wf', sha256('x'))).result;
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'hash-mismatch' },
      isRejected: false,
    });
    expect(cdn.files()).toEqual([]);
    expect(eventsOf(cdn)).toMatchObject([
      { type: 'downloaded' },
      { type: 'failed', cause: 0, error: { code: 'hash-mismatch' } },
    ]);
  });

  it('is one file for each hash (R-15)', async () => {
    let served = 'one';
    const cdn = await testCdn({ answer: (_, response) => response.end(served) });
    await cdn.downloads.body(cdn.about('/wf.json', sha256('one'))).result;
    served = 'two';
    await cdn.downloads.body(cdn.about('/wf.json', sha256('two'))).result;
    expect(cdn.files()).toHaveLength(2);
    const again = await cdn.downloads.body(cdn.about('/wf.json', sha256('one'))).result;
    expect(again.ok && text(again.bytes)).toBe('one');
  });

  it.each([0, 1, 64 * 1024, 3_000_000])('of %i bytes is saved as it came (R-16)', async (size) => {
    const bytes = randomBytes(size);
    const cdn = await testCdn({ answer: (_, response) => response.end(bytes) });
    const ask = cdn.about('/wf');
    const result = await cdn.downloads.body(ask).result;
    expect(result.ok && sha256(result.bytes)).toBe(sha256(bytes));
    expect(sha256(fs.readFileSync(cdn.cache.pathOf(ask.ref)))).toBe(sha256(bytes));
  });

  it.each([
    [404, { code: 'cdn-failed', status: 404 }, true],
    [503, { code: 'cdn-failed', status: 503 }, false],
    [302, { code: 'cdn-failed' }, false],
    [204, { code: 'cdn-failed' }, false],
  ])('that the CDN answers with %i fails (R-04)', async (status, error, isRejected) => {
    const cdn = await testCdn({ answer: (_, response) => response.writeHead(status).end() });
    const result = await cdn.downloads.body(cdn.about('/wf')).result;
    expect(result).toMatchObject({ ok: false, error, isRejected });
    expect(eventsOf(cdn)).toMatchObject([{ type: 'failed', cause: 0, error }]);
  });

  it('fails where the CDN does not answer, with the reason (R-04)', async () => {
    const cdn = await testCdn();
    const ref = { url: `${await closedOrigin()}/wf`, hash: null };
    const result = await cdn.downloads.body({ ...cdn.about(''), ref }).result;
    expect(result).toMatchObject({ ok: false, error: { code: 'cdn-failed', reason: 'refused' } });
  });

  it('fails where its address is none that the engine goes to', async () => {
    const cdn = await testCdn();
    const ref = { url: 'http://cdn.acme.test/wf', hash: null };
    const result = await cdn.downloads.body({ ...cdn.about(''), ref }).result;
    expect(result).toMatchObject({ ok: false, error: { code: 'cdn-failed' } });
    expect(cdn.trace.events).toHaveLength(1);
  });

  it('may be as large as the limit, and no larger', async () => {
    const cdn = await testCdn({
      answer: (request, response) =>
        response.end(new Uint8Array(bodyLimits.cdn + (request.url === '/more' ? 1 : 0))),
    });
    expect(await cdn.downloads.body(cdn.about('/fits')).result).toMatchObject({ ok: true });
    const result = await cdn.downloads.body(cdn.about('/more')).result;
    expect(result).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect(cdn.files()).toHaveLength(1);
  });

  it('that cannot be saved is used from memory (R-10)', async () => {
    const cdn = await testCdn({ answer: (_, response) => response.end('x') });
    cdn.space.isFull = true;
    const result = await cdn.downloads.body(cdn.about('/wf')).result;
    expect(result).toMatchObject({ ok: true, source: 'network', isSaved: false });
    expect(cdn.files()).toEqual([]);
    expect(eventsOf(cdn)).toMatchObject([
      { type: 'downloaded' },
      { type: 'failed', error: { code: 'disk' } },
    ]);
    cdn.space.isFull = false;
    expect(await cdn.downloads.body(cdn.about('/wf')).result).toMatchObject({ isSaved: true });
    expect(cdn.asked).toEqual(['/wf', '/wf']);
  });

  it('R-11 lets go of its connection when a save has succeeded, and when it has failed', async () => {
    const connections = new Set<unknown>();
    const cdn = await testCdn({
      answer: ({ socket }, response) => {
        connections.add(socket);
        response.end('x');
      },
    });
    for (const [file, isFull] of [
      ['/saved', false],
      ['/refused', true],
      ['/next', false],
    ] as const) {
      cdn.space.isFull = isFull;
      await cdn.downloads.body(cdn.about(file)).result;
      await cdn.settle();
    }
    expect([cdn.asked, connections.size]).toEqual([['/saved', '/refused', '/next'], 1]);
  });

  it('of a former user is handed over and not written', async () => {
    let isCurrent = true;
    const cdn = await testCdn({ isCurrent: () => isCurrent });
    const { result } = cdn.downloads.body(cdn.about('/wf'));
    await cdn.holding(1);
    isCurrent = false;
    cdn.held[0]?.response.end('x');
    expect(await result).toMatchObject({ ok: true, isSaved: false });
    expect(cdn.files()).toEqual([]);
    expect(eventsOf(cdn).map(({ type }) => type)).toEqual(['downloaded', 'dropped-late']);
  });
});

describe('a body on disk that is damaged', () => {
  const damage = async (verifyOnRead: boolean) => {
    const cdn = await testCdn({
      answer: (_, response) => response.end('good'),
      verifyOnRead: () => verifyOnRead,
    });
    const ask = cdn.about('/wf', sha256('good'));
    await cdn.downloads.body(ask).result;
    fs.truncateSync(cdn.cache.pathOf(ask.ref), 2);
    const result = await cdn.downloads.body(ask).result;
    return { cdn, ask, read: result.ok ? text(result.bytes) : 'none' };
  };

  it('is removed and fetched anew (T-08)', async () => {
    const { cdn, ask, read } = await damage(true);
    expect({ read, asked: cdn.asked }).toEqual({ read: 'good', asked: ['/wf', '/wf'] });
    expect(fs.readFileSync(cdn.cache.pathOf(ask.ref), 'utf8')).toBe('good');
    expect(eventsOf(cdn)[2]).toMatchObject({
      type: 'evicted',
      source: 'disk',
      error: { code: 'hash-mismatch' },
    });
  });

  it('is trusted where the rule set trusts it', async () => {
    const { cdn, read } = await damage(false);
    expect({ read, asked: cdn.asked }).toEqual({ read: 'go', asked: ['/wf'] });
  });

  it.each<[string, (file: string) => void]>([
    ['a folder', (file) => fs.mkdirSync(file)],
    ['a link', (file) => fs.symlinkSync('/etc/hostname', file)],
    ['a link to nowhere', (file) => fs.symlinkSync('/nowhere', file)],
    [
      'too large',
      (file) => {
        fs.writeFileSync(file, new Uint8Array(bodyLimits.cdn + 1));
      },
    ],
  ])('is fetched anew where %s lies in its place', async (_, put) => {
    const cdn = await testCdn({ answer: (__, response) => response.end('good') });
    const ask = cdn.about('/wf');
    put(cdn.cache.pathOf(ask.ref));
    const result = await cdn.downloads.body(ask).result;
    expect(result.ok && text(result.bytes)).toBe('good');
    expect(result).toMatchObject({ isSaved: true });
  });
});
