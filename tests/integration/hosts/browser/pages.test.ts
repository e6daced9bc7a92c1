import { describe, expect, it } from 'vitest';
import { ask, sendRaw } from './ask.ts';
import { openHost, previewPage, windowPage } from './test-host.ts';

const portOf = (origin: string): string => new URL(origin).port;

/** Paths to what is not among the built files, or is written as a build writes none. */
const outside: readonly string[] = [
  '/../secret.html',
  '/assets/../../secret.html',
  '/..%2fsecret.html',
  '/%2e%2e/secret.html',
  '/%2e%2e%2fsecret.html',
  '/..%252fsecret.html',
  '/..\\secret.html',
  '/..%5csecret.html',
  '/assets/..%5c..%5csecret.html',
  '/index.html%00.js',
  '/index.html%00',
  '/.inputs',
  '/.hidden.html',
  '/./index.html',
  '//index.html',
  '//etc/passwd',
  '/etc/passwd',
  '/C:/Windows/win.ini',
  '/C:%5cWindows%5cwin.ini',
  '/index.html::$DATA',
  '/index.html/',
  '/index.html.',
  '/assets',
  '/notes.txt',
  '/linked.html',
  '/linked/secret.html',
  '/nothing.html',
  '/bridge',
  'http://example.com/index.html',
  '*',
  `/${'a'.repeat(600)}.html`,
  `/${'a/'.repeat(5_000)}index.html`,
  `/${'a'.repeat(100_000)}`,
];

describe('the pages', () => {
  it('are there for browsers on this machine', async () => {
    const { windowOrigin, previewAddress, previewOrigin } = await openHost();
    const { pathname } = new URL(previewAddress);
    const replies = await Promise.all([
      ask(windowOrigin),
      ask(windowOrigin, { path: '/index.html?a=1' }),
      ask(windowOrigin, { path: '/assets/index-1.js' }),
      ask(windowOrigin, { path: '/assets/index-1.css' }),
      ask(windowOrigin, { path: '/own-link.js' }),
      ask(previewOrigin, { path: `${pathname}/` }),
      ask(previewOrigin, { path: `${pathname}/index.html` }),
      ask(previewOrigin, { path: `${pathname}/assets/icon.svg` }),
    ]);
    expect(
      replies.map(({ status, text, headers }) => [status, headers['content-type'], text]),
    ).toEqual([
      [200, 'text/html; charset=utf-8', windowPage],
      [200, 'text/html; charset=utf-8', windowPage],
      [200, 'text/javascript; charset=utf-8', 'void 0;'],
      [200, 'text/css; charset=utf-8', 'body {}'],
      [200, 'text/javascript; charset=utf-8', 'void 0;'],
      [200, 'text/html; charset=utf-8', previewPage],
      [200, 'text/html; charset=utf-8', previewPage],
      [200, 'image/svg+xml; charset=utf-8', '<svg xmlns="http://www.w3.org/2000/svg" />'],
    ]);
  });

  it('answer a HEAD like a GET, without the body', async () => {
    const { windowOrigin } = await openHost();
    const { status, text, headers } = await ask(windowOrigin, { method: 'HEAD' });
    expect([status, text, headers['content-length']]).toEqual([200, '', String(windowPage.length)]);
  });

  it('are only ever read', async () => {
    const { windowOrigin } = await openHost();
    const methods = ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'TRACE'];
    const replies = await Promise.all(methods.map((method) => ask(windowOrigin, { method })));
    expect(replies.map(({ status, headers }) => [status, headers.allow])).toEqual(
      methods.map(() => [405, 'GET, HEAD']),
    );
  });

  it('do not take a body, nor what is hidden in it for a request', async () => {
    const { windowOrigin } = await openHost();
    const body = `GET / HTTP/1.1
Host: ${new URL(windowOrigin).host}

`;
    const { status, headers } = await ask(windowOrigin, { method: 'POST', body });
    expect([status, headers.connection]).toEqual([405, 'close']);
  });

  it('are all that there is: no path leads out of them', async () => {
    const { windowOrigin } = await openHost();
    const replies = await Promise.all(
      outside.map(async (path) => ({ path, ...(await ask(windowOrigin, { path })) })),
    );
    const wrong = replies.filter(({ status, text }) => status !== 404 || text.includes('secret'));
    expect(wrong).toEqual([]);
  });

  it('are not found at a path with a NUL byte', async () => {
    const { windowOrigin } = await openHost();
    const host = `Host: ${new URL(windowOrigin).host}`;
    const status = await sendRaw(windowOrigin, `GET /index.html\0.js HTTP/1.1\r\n${host}\r\n\r\n`);
    expect(status).toMatch(/^HTTP\/1.1 40[04] /);
  });

  it('of the preview are found under its secret only', async () => {
    const { previewOrigin, previewAddress, token } = await openHost();
    const { pathname } = new URL(previewAddress);
    const paths = [
      '/',
      '/index.html',
      `/${token}/index.html`,
      `${pathname.slice(0, -1)}/index.html`,
      `${pathname}x/index.html`,
      `${pathname}/../index.html`,
      `${pathname}/%2e%2e/window/index.html`,
      pathname,
    ];
    const replies = await Promise.all(paths.map((path) => ask(previewOrigin, { path })));
    expect({
      statuses: replies.map(({ status }) => status),
      isAnotherSecret: !pathname.includes(token),
    }).toEqual({ statuses: paths.map(() => 404), isAnotherSecret: true });
  });
});

describe('a request', () => {
  it('has to name this machine as its host', async () => {
    const { windowOrigin, previewOrigin, previewAddress } = await openHost();
    const { pathname } = new URL(previewAddress);
    const statuses = async (origin: string, path: string, host: string): Promise<number> =>
      (await ask(origin, { path, headers: { host } })).status;
    const port = portOf(windowOrigin);
    const hosts: readonly (readonly [string, number])[] = [
      [`127.0.0.1:${port}`, 200],
      [`localhost:${port}`, 200],
      [`LOCALHOST:${port}`, 200],
      ['127.0.0.1', 403],
      ['localhost', 403],
      [`127.0.0.1:${portOf(previewOrigin)}`, 403],
      [`evil.example:${port}`, 403],
      [`127.0.0.1.evil.example:${port}`, 403],
      [`evil.example@127.0.0.1:${port}`, 403],
      [`127.0.0.1:${port}/`, 403],
      [`0.0.0.0:${port}`, 403],
      [`[::1]:${port}`, 403],
    ];
    expect({
      window: await Promise.all(hosts.map(([host]) => statuses(windowOrigin, '/', host))),
      preview: await statuses(
        previewOrigin,
        `${pathname}/`,
        `evil.example:${portOf(previewOrigin)}`,
      ),
    }).toEqual({ window: hosts.map(([, status]) => status), preview: 403 });
  });

  it('is refused without a host, or with two', async () => {
    const { windowOrigin } = await openHost();
    const { host } = new URL(windowOrigin);
    const end = 'Connection: close\r\n\r\n';
    expect([
      await sendRaw(windowOrigin, `GET / HTTP/1.0\r\n${end}`),
      await sendRaw(windowOrigin, `GET / HTTP/1.1\r\n${end}`),
      await sendRaw(windowOrigin, `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil\r\n${end}`),
    ]).toEqual(['HTTP/1.1 403 Forbidden', 'HTTP/1.1 400 Bad Request', 'HTTP/1.1 403 Forbidden']);
  });

  it('has to come from a page of the same origin, where it says from which', async () => {
    const { windowOrigin, previewOrigin, previewAddress } = await openHost();
    const { pathname } = new URL(previewAddress);
    const status = async (at: string, path: string, origin: string): Promise<number> =>
      (await ask(at, { path, headers: { origin } })).status;
    expect({
      own: await status(windowOrigin, '/', windowOrigin),
      foreign: await status(windowOrigin, '/', 'https://evil.example'),
      sandboxed: await status(windowOrigin, '/', 'null'),
      preview: await status(windowOrigin, '/', previewOrigin),
      windowAtPreview: await status(previewOrigin, `${pathname}/`, windowOrigin),
      previewAtPreview: await status(previewOrigin, `${pathname}/`, previewOrigin),
    }).toEqual({
      own: 200,
      foreign: 403,
      sandboxed: 403,
      preview: 403,
      windowAtPreview: 403,
      previewAtPreview: 200,
    });
  });

  it('that is no HTTP is refused, and harms nobody', async () => {
    const { windowOrigin } = await openHost();
    expect([
      await sendRaw(windowOrigin, 'hello\r\n\r\n'),
      (await ask(windowOrigin)).status,
    ]).toEqual(['HTTP/1.1 400 Bad Request', 200]);
  });
});

describe('the headers', () => {
  const common = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'cache-control': 'no-store',
    'permissions-policy': expect.stringContaining('camera=()'),
    'x-dns-prefetch-control': 'off',
  };
  const neverSent = ['access-control-allow-origin', 'set-cookie', 'x-powered-by', 'server'];

  it('of the window let it load its own files, connect to itself and frame the preview', async () => {
    const { windowOrigin, previewOrigin } = await openHost();
    const port = portOf(windowOrigin);
    const policy = async (host: string): Promise<string> =>
      String((await ask(windowOrigin, { headers: { host } })).headers['content-security-policy']);
    const expected = (host: string): string =>
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src ws://${host}; frame-src ${previewOrigin}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
    const { headers } = await ask(windowOrigin);
    expect(headers).toMatchObject(common);
    expect([await policy(`127.0.0.1:${port}`), await policy(`localhost:${port}`)]).toEqual([
      expected(`127.0.0.1:${port}`),
      expected(`localhost:${port}`),
    ]);
  });

  it('of the preview let it load its own files, and nobody but the window frame it', async () => {
    const { windowOrigin, previewOrigin, previewAddress } = await openHost();
    const { headers } = await ask(previewOrigin, { path: `${new URL(previewAddress).pathname}/` });
    const ancestors = `${windowOrigin} ${windowOrigin.replace('127.0.0.1', 'localhost')}`;
    expect(headers).toMatchObject({
      ...common,
      'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors}`,
    });
  });

  it('are as strict where something is refused, and never let another origin read', async () => {
    const { windowOrigin } = await openHost();
    const replies = await Promise.all([
      ask(windowOrigin),
      ask(windowOrigin, { path: '/nothing.html' }),
      ask(windowOrigin, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } }),
    ]);
    expect(
      replies.map(({ status, headers }) => [status, neverSent.filter((name) => name in headers)]),
    ).toEqual([
      [200, []],
      [404, []],
      [403, []],
    ]);
    for (const { headers } of replies) expect(headers).toMatchObject(common);
  });
});
