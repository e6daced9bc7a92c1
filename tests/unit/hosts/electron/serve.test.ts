import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openFile } from '../../../../main/cdn/opened-file.ts';
import { headersFor } from '../../../../main/hosts/electron/headers.ts';
import { createAnswer, mayAsk } from '../../../../main/hosts/electron/serve.ts';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';

const hash = 'b'.repeat(64);
let builtFolder = '';
let cache = '';
let problem: Error | null = null;

const ask = (
  url: string,
  { initiator = '', ...init }: RequestInit & { initiator?: string | null } = {},
) => {
  const answer = createAnswer({
    builtFolder,
    openAsset: (name) =>
      problem === null ? openFile(path.join(cache, name)) : Promise.reject(problem),
  });
  const request = new Request(url, init);
  // As Electron adds it to what the web defines.
  if (initiator !== '') Object.defineProperty(request, 'initiatorOrigin', { value: initiator });
  return answer(request);
};

const seen = async (response: Response) => ({
  status: response.status,
  body: await response.text(),
  type: response.headers.get('content-type'),
});

beforeEach(() => {
  problem = null;
  const root = temporaryFolder();
  cache = path.join(root, 'cdn');
  mkdirSync(cache);
  builtFolder = path.join(root, 'dist');
  mkdirSync(path.join(builtFolder, 'window', 'assets'), { recursive: true });
  mkdirSync(path.join(builtFolder, 'preview'));
  writeFileSync(path.join(root, 'secret.js'), 'secret');
  writeFileSync(path.join(builtFolder, 'secret.js'), 'secret');
  writeFileSync(path.join(builtFolder, 'window', 'index.html'), '<p>window</p>');
  writeFileSync(path.join(builtFolder, 'window', 'assets', 'a.js'), '0123456789');
  writeFileSync(path.join(builtFolder, 'preview', 'index.html'), '<p>preview</p>');
});

describe('the scheme of the app', () => {
  it('serves the files of each part with its headers', async () => {
    const response = await ask('app://window/');
    expect(Object.fromEntries(response.headers)).toEqual({
      ...Object.fromEntries(new Headers(headersFor('window'))),
      'accept-ranges': 'bytes',
      'content-length': '13',
      'content-type': 'text/html; charset=utf-8',
    });
    expect(await seen(response)).toMatchObject({ status: 200, body: '<p>window</p>' });
    expect(await seen(await ask('app://preview/'))).toMatchObject({ body: '<p>preview</p>' });
  });

  it('serves a part of a file to who seeks in it', async () => {
    const response = await ask('app://window/assets/a.js', { headers: { Range: 'bytes=2-4' } });
    expect(response.headers.get('content-range')).toBe('bytes 2-4/10');
    expect(await seen(response)).toMatchObject({ status: 206, body: '234' });
  });

  it('says where a range ends', async () => {
    const response = await ask('app://window/assets/a.js', { headers: { Range: 'bytes=99-' } });
    expect(response.headers.get('content-range')).toBe('bytes */10');
    expect(await seen(response)).toMatchObject({ status: 416, body: '' });
  });

  it('answers HEAD without a body, and nothing that writes', async () => {
    const head = await ask('app://window/', { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe('13');
    expect(await seen(head)).toMatchObject({ status: 200, body: '' });
    expect((await ask('app://window/', { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it.each([
    'app://window/none.js',
    'app://window/assets',
    'app://window/assets/index.html',
    'app://window/..%2fsecret.js',
    'app://other/index.html',
    `app://preview/assets/${hash}`,
  ])('has nothing under %s', async (url) => {
    expect(await seen(await ask(url))).toEqual({ status: 404, body: '', type: null });
  });

  it('follows no link that leads out of its folder', async () => {
    const window = path.join(builtFolder, 'window');
    symlinkSync(path.join(builtFolder, 'secret.js'), path.join(window, 'file.js'));
    symlinkSync(builtFolder, path.join(window, 'folder'));
    symlinkSync(path.join(window, 'assets', 'a.js'), path.join(window, 'inside.js'));
    expect((await ask('app://window/file.js')).status).toBe(404);
    expect((await ask('app://window/folder/secret.js')).status).toBe(404);
    expect((await ask('app://window/inside.js')).status).toBe(200);
  });

  it("serves a paywall's files once the cache has them", async () => {
    writeFileSync(path.join(cache, `${hash}.png`), new Uint8Array([1, 2]));
    const url = `app://preview/assets/${hash}.png`;
    const response = await ask(url, { initiator: 'app://preview' });
    expect(Object.fromEntries(response.headers)).toEqual({
      ...Object.fromEntries(new Headers(headersFor('preview'))),
      'accept-ranges': 'bytes',
      'content-length': '2',
      'content-type': 'image/png',
    });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2]));
  });

  it('serves a part of a video to who seeks in it', async () => {
    writeFileSync(path.join(cache, `${hash}.mp4`), '0123456789');
    const url = `app://preview/assets/${hash}.mp4`;
    const response = await ask(url, { headers: { Range: 'bytes=-3' } });
    expect(response.headers.get('content-range')).toBe('bytes 7-9/10');
    expect(await seen(response)).toEqual({ status: 206, body: '789', type: 'video/mp4' });
  });

  it("serves the cache's files to nobody but the preview", async () => {
    writeFileSync(path.join(cache, `${hash}.png`), 'x');
    const statuses = await Promise.all(
      [
        ask(`app://window/assets/${hash}.png`),
        ask(`app://preview/${hash}.png`),
        ask(`app://preview/assets/${hash}.png`, { initiator: 'null' }),
        ask(`app://preview/assets/${hash}.png`, { initiator: 'https://example.com' }),
      ].map(async (answer) => (await answer).status),
    );
    expect(statuses).toEqual([404, 404, 404, 404]);
  });

  it('has nothing where the cache fails', async () => {
    problem = new Error('EIO');
    expect((await ask(`app://preview/assets/${hash}.png`)).status).toBe(404);
  });

  it("gives the preview nothing of the window's", async () => {
    expect((await ask('app://window/', { initiator: 'app://preview' })).status).toBe(404);
    expect((await ask('app://window/', { initiator: 'app://window' })).status).toBe(200);
  });

  it('gives nothing to a page without an origin, in whichever way Electron says so', async () => {
    const statuses = await Promise.all(
      ['null', null].map(async (initiator) => (await ask('app://window/', { initiator })).status),
    );
    expect(statuses).toEqual([404, 404]);
  });

  it.each([
    [null, 'window', true],
    [null, 'preview', true],
    ['app://window', 'window', true],
    ['app://window', 'preview', true],
    ['app://preview', 'preview', true],
    ['app://preview', 'window', false],
    ['null', 'window', false],
    ['null', 'preview', false],
    ['https://example.com', 'window', false],
    ['https://example.com', 'preview', false],
  ] as const)('lets %s ask for files of the %s: %s', (initiator, part, expected) => {
    expect(mayAsk(initiator, part)).toBe(expected);
  });
});
