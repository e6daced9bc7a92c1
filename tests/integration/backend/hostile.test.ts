import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBackend } from '../../../main/backend/create-backend.ts';
import { createGeneratedProject } from '../../../main/backend/generated-project.ts';
import { createActivity } from '../../../main/clock/activity.ts';
import { realClock } from '../../../main/clock/clock.ts';
import { createFaultRegistry } from '../../../main/faults/registry.ts';
import { projectSpec } from '../../helpers/specs.ts';
import { ask, openRaw, until } from './raw-client.ts';
import { listPath, openWorld } from './setup.ts';

const head = 'Host: x\r\nAuthorization: Bearer key\r\n\r\n';

const hostile: readonly (readonly [what: string, text: string, status: string])[] = [
  ['broken percent-encoding', `GET /v1/subscribers/%zz/offerings HTTP/1.1\r\n${head}`, '400'],
  [
    'a cut percent-encoding',
    `GET /v1/subscribers/ana/workflows/%E0%A4%A HTTP/1.1\r\n${head}`,
    '400',
  ],
  ['an encoded nul', `GET /assets/%00 HTTP/1.1\r\n${head}`, '404'],
  ['dots', `GET /../../etc/passwd HTTP/1.1\r\n${head}`, '404'],
  ['a whole url', `GET http://x/v1/offerings HTTP/1.1\r\n${head}`, '400'],
  ['an asterisk', `OPTIONS * HTTP/1.1\r\n${head}`, '405'],
  ['huge headers', `GET / HTTP/1.1\r\nX: ${'a'.repeat(100_000)}\r\n${head}`, '431'],
  ['a huge target', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n${head}`, '431'],
  ['no HTTP', '\u0000\u0001\u0002 hello\r\n\r\n', '400'],
  ['two lengths', `POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${head}`, '400'],
  ['a body', `GET /no HTTP/1.1\r\nContent-Length: 3\r\nHost: x\r\n\r\nabc`, '404'],
  ['an upgrade', `GET /no HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${head}`, '404'],
];

describe('hostile requests', () => {
  it.each(hostile)('%s does not end the backend', async (_, text, status) => {
    const { backend } = await openWorld();
    const statuses = [];
    for (const origin of [backend.origins.api, backend.origins.cdn, backend.origins.fallback]) {
      const connection = openRaw(origin);
      connection.send(text);
      await until(() => connection.received().includes('\r\n') || connection.ending() !== null);
      statuses.push(connection.received().slice(9, 12));
      connection.leave();
    }
    expect(statuses).toContain(status);
    expect((await ask(backend.origins.api, listPath)).status).toBe(200);
  });

  it('a project that throws is answered with 500', async () => {
    const faults = createFaultRegistry();
    const project = {
      ...createGeneratedProject(projectSpec),
      list: () => {
        throw new Error('broken');
      },
      asset: () => {
        throw new Error('broken');
      },
    };
    const options = { clock: realClock, activity: createActivity(), random: () => 0 };
    const backend = await createBackend({ project, faults, ...options });
    onTestFinished(() => backend.close());
    faults.hold({ what: 'list' });
    const list = ask(backend.origins.api, listPath);
    const asset = await ask(backend.origins.cdn, '/assets/a');
    faults.release();
    expect([(await list).status, asset.status]).toEqual([500, 500]);
  });
});

describe('a port that is taken', () => {
  it('is told with a stable code and one sentence, and nothing stays open', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => {
      blocker.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => void blocker.close());
    const address = blocker.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const started = createBackend({
      project: createGeneratedProject(projectSpec),
      clock: realClock,
      activity: createActivity(),
      faults: createFaultRegistry(),
      random: () => 0,
      ports: { cdn: port },
    });
    await expect(started).rejects.toMatchObject({
      code: 'port-taken',
      message: `The backend cannot use port ${String(port)} of 127.0.0.1: it is taken.`,
    });
  });
});
