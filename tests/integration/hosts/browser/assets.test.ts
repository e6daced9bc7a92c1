import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';
import { ask, sendRaw } from './ask.ts';
import { openHost } from './test-host.ts';

const hash = 'c'.repeat(64);

/** A host whose cache holds these, and beside it what is nobody's business. */
const openWith = async (files: Readonly<Record<string, string>>) => {
  const dataFolder = temporaryFolder();
  const project = path.join(dataFolder, 'projects', 'demo');
  const cache = path.join(project, 'cdn');
  mkdirSync(cache, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(cache, name), text);
  const host = await openHost({ dataFolder });
  // Afterwards, or the cache would sweep them away.
  writeFileSync(path.join(project, `${hash}.png`), 'secret');
  writeFileSync(path.join(cache, 'secret.png'), 'secret');
  symlinkSync('secret.png', path.join(cache, `${'d'.repeat(64)}.png`));
  symlinkSync(project, path.join(cache, `${'e'.repeat(64)}.png`));
  mkdirSync(path.join(cache, `${'f'.repeat(64)}.png`));
  const { pathname } = new URL(host.previewAddress);
  return { ...host, pathname, assets: `${pathname}/assets` };
};

const video = { [`${hash}.mp4`]: '0123456789' };

describe('the files of paywalls', () => {
  it('are served beside the preview, with its headers', async () => {
    const { previewOrigin, assets } = await openWith({ [`${hash}.svg`]: '<svg/>' });
    const { status, headers, text } = await ask(previewOrigin, { path: `${assets}/${hash}.svg` });
    expect({ status, text, headers }).toMatchObject({
      status: 200,
      text: '<svg/>',
      headers: {
        'content-type': 'image/svg+xml',
        'content-length': '6',
        'accept-ranges': 'bytes',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringContaining("script-src 'self'"),
      },
    });
  });

  it('are served in parts to who seeks in them', async () => {
    const { previewOrigin, assets } = await openWith(video);
    const asked = async (range: string, method = 'GET') => {
      const reply = await ask(previewOrigin, {
        method,
        path: `${assets}/${hash}.mp4`,
        headers: { range },
      });
      const { 'content-range': place, 'content-length': length } = reply.headers;
      return [reply.status, place, length, reply.text];
    };
    expect([
      await asked('bytes=2-4'),
      await asked('bytes=8-'),
      await asked('bytes=10-'),
      await asked('bytes=2-4', 'HEAD'),
    ]).toEqual([
      [206, 'bytes 2-4/10', '3', '234'],
      [206, 'bytes 8-9/10', '2', '89'],
      [416, 'bytes */10', '0', ''],
      [206, 'bytes 2-4/10', '3', ''],
    ]);
  });

  it('that are large come whole, and also where somebody leaves before the end', async () => {
    const size = 20_000_000;
    const { previewOrigin, assets } = await openWith({ [`${hash}.webm`]: 'x'.repeat(size) });
    const address = `${previewOrigin}${assets}/${hash}.webm`;
    const leaving = new AbortController();
    const first = await fetch(address, { signal: leaving.signal });
    leaving.abort();
    const second = await fetch(address);
    expect([first.status, (await second.arrayBuffer()).byteLength]).toEqual([200, size]);
  });

  it('are media and nothing else', async () => {
    const names = ['.json', '.js', '.css', '.html', ''].map((extension) => `${hash}${extension}`);
    const body = '{"id":"wf_a"}';
    const { previewOrigin, assets } = await openWith(
      Object.fromEntries(names.map((name) => [name, body])),
    );
    const replies = await Promise.all(
      names.map((name) => ask(previewOrigin, { path: `${assets}/${name}` })),
    );
    expect(replies.map(({ status, text }) => [status, text])).toEqual(
      names.map(() => [404, 'Not Found\n']),
    );
  });

  it('are all that is served of the cache: no path leads out of it, or to what is no file', async () => {
    const { previewOrigin, windowOrigin, pathname, assets } = await openWith(video);
    const paths = [
      assets,
      `${assets}/`,
      `${assets}/${'d'.repeat(64)}.png`,
      `${assets}/${'e'.repeat(64)}.png`,
      `${assets}/${'e'.repeat(64)}.png/${hash}.png`,
      `${assets}/${'f'.repeat(64)}.png`,
      `${assets}/${'0'.repeat(64)}.png`,
      `${assets}/secret.png`,
      `${assets}/${hash}.png`,
      `${assets}/../${hash}.png`,
      `${assets}/%2e%2e/${hash}.png`,
      `${assets}/..%2f${hash}.png`,
      `${assets}/%2e%2e%2f${hash}.png`,
      `${assets}/..%252f${hash}.png`,
      `${assets}/..\\${hash}.png`,
      `${assets}/..%5c${hash}.png`,
      `${assets}//${hash}.mp4`,
      `${assets}/./${hash}.mp4`,
      `${assets}/x/../${hash}.mp4`,
      `${assets}/%2f${hash}.mp4`,
      `${assets}/${hash}%2emp4`,
      `${assets}/${hash}.mp4/`,
      `${assets}/${hash}.mp4%00`,
      `${assets}/${hash}%00.mp4`,
      `${assets}/${hash}.mp4%0a`,
      `${assets}/${hash}.mp4::$DATA`,
      `${assets}/${hash}.MP4`,
      `${assets}/${hash.toUpperCase()}.mp4`,
      `${assets}/C:/${hash}.mp4`,
      `${assets}/C:%5c${hash}.mp4`,
      `${assets}/${hash}.${'a'.repeat(5_000)}`,
      `${assets}/${'a'.repeat(100_000)}.mp4`,
      `${pathname}/${hash}.mp4`,
      `${pathname}/ASSETS/${hash}.mp4`,
      `/assets/${hash}.mp4`,
      `/${'x'.repeat(43)}/assets/${hash}.mp4`,
    ];
    const replies = await Promise.all(
      paths.map(async (asked) => ({ asked, ...(await ask(previewOrigin, { path: asked })) })),
    );
    const wrong = replies.filter(({ status, text }) => status !== 404 || text.includes('secret'));
    const host = `Host: ${new URL(previewOrigin).host}`;
    const raw = `GET ${assets}/${hash}\0.mp4 HTTP/1.1\r\n${host}\r\n\r\n`;
    expect({
      wrong,
      raw: await sendRaw(previewOrigin, raw),
      ofWindow: (await ask(windowOrigin, { path: `/assets/${hash}.mp4` })).status,
    }).toEqual({ wrong: [], raw: expect.stringMatching(/^HTTP\/1.1 40[04] /), ofWindow: 404 });
  });

  it('are read by pages of the preview only', async () => {
    const { previewOrigin, windowOrigin, assets } = await openWith(video);
    const status = async (origin: string): Promise<number> => {
      const asked = { path: `${assets}/${hash}.mp4`, headers: { origin } };
      return (await ask(previewOrigin, asked)).status;
    };
    expect([
      await status(previewOrigin),
      await status(windowOrigin),
      await status('null'),
      await status('https://evil.example'),
    ]).toEqual([200, 403, 403, 403]);
  });
});
