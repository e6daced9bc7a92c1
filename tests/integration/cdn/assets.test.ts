import fs from 'node:fs';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../helpers/served.ts';
import { eventsOf, testCdn } from './test-cdn.ts';

describe('an asset', () => {
  it('flows to the disk and is not fetched again (R-09)', async () => {
    const bytes = randomBytes(5_000_000);
    const cdn = await testCdn({ answer: (_, response) => response.end(bytes) });
    const ask = cdn.about('/a.png');
    await cdn.downloads.asset(ask);
    await cdn.downloads.asset(ask);
    expect(sha256(fs.readFileSync(cdn.cache.pathOf(ask.ref)))).toBe(sha256(bytes));
    expect(cdn.asked).toEqual(['/a.png']);
    expect(cdn.files()).toHaveLength(1);
    expect(eventsOf(cdn)).toMatchObject([
      { type: 'downloaded', subject: 'asset', sizeBytes: 5_000_000 },
    ]);
  });

  it.each<[string, Parameters<typeof testCdn>[0]]>([
    ['cut off', { answer: (request) => request.socket.destroy() }],
    [
      'cut off in the middle',
      {
        answer: (_, response) => {
          response.writeHead(200, { 'content-length': 10 });
          response.write('x', () => response.destroy());
        },
      },
    ],
    ['rejected', { answer: (_, response) => response.writeHead(404).end() }],
    ['not what was announced', { answer: (_, response) => response.end('other') }],
  ])('leaves nothing behind where it is %s (R-14, R-16)', async (_, options) => {
    const cdn = await testCdn(options);
    await cdn.downloads.asset(cdn.about('/a.png', sha256('x')));
    expect(cdn.files()).toEqual([]);
    expect(eventsOf(cdn).at(-1)).toMatchObject({ type: 'failed', subject: 'asset' });
  });

  it('is given up where the disk does not take it', async () => {
    const cdn = await testCdn({ answer: (_, response) => response.end(new Uint8Array(9_000_000)) });
    cdn.space.isFull = true;
    await cdn.downloads.asset(cdn.about('/a.png'));
    expect(cdn.files()).toEqual([]);
    expect(eventsOf(cdn)).toMatchObject([{ type: 'failed', error: { code: 'disk' } }]);
  });

  it('of a former user is not written', async () => {
    const cdn = await testCdn({ answer: (_, r) => r.end('x'), isCurrent: () => false });
    await cdn.downloads.asset(cdn.about('/a.png'));
    expect(cdn.files()).toEqual([]);
    expect(eventsOf(cdn).map(({ type }) => type)).toEqual(['downloaded', 'dropped-late']);
  });

  it('leaves nothing behind where it is given up in the middle', async () => {
    const cdn = await testCdn();
    const asset = cdn.downloads.asset(cdn.about('/a.png'));
    await cdn.holding(1);
    cdn.held[0]?.response.write('x');
    while (cdn.files().length === 0) await cdn.settle();
    cdn.downloads.abort();
    await asset;
    expect(cdn.files()).toEqual([]);
  });
});
