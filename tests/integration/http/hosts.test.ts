import { expect, it } from 'vitest';
import { serveHttp } from '../../helpers/http-server.ts';
import { testClient } from './test-client.ts';

it.each([
  ['https://api.example.test', { kind: 'malformed' }, 0],
  ['http://127.0.0.1:1', { kind: 'ok' }, 1],
])(
  'what a body names on this machine is asked only where the backend is on it: %s',
  async (baseUrl, outcome, asked) => {
    let requests = 0;
    const origin = await serveHttp((_, response) => {
      requests += 1;
      response.end('x');
    });
    const client = testClient(baseUrl);
    expect([await client.fetchFile(`${origin}/admin/restart`), requests]).toMatchObject([
      outcome,
      asked,
    ]);
  },
);
