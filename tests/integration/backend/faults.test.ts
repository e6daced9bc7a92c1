import { describe, expect, it } from 'vitest';
import type { FaultKind, FaultScope } from '../../../shared/faults.ts';
import { bodyLimits } from '../../../shared/limits.ts';
import {
  type RawConnection,
  ask,
  openRaw,
  parseAnswer,
  requestText,
  turns,
  until,
} from './raw-client.ts';
import { type World, bodyPath, detailPath, listPath, openWorld } from './setup.ts';

const broken = async (kind: FaultKind, what: FaultScope = 'all'): Promise<World> => {
  const world = await openWorld();
  world.faults.fail({ target: { what }, kind });
  return world;
};

const askRaw = ({ backend }: World, path = listPath): RawConnection => {
  const connection = openRaw(backend.origins.api);
  connection.send(requestText(path));
  return connection;
};

const head = (received: string): string => received.slice(0, received.indexOf('\r\n\r\n'));
const rest = (received: string): string => received.slice(received.indexOf('\r\n\r\n') + 4);

describe('faults at the socket', () => {
  it.each([400, 403, 404, 429, 500, 503, 599])(
    'a status: %i with an error body',
    async (status) => {
      const { backend } = await broken(status);
      const answer = await ask(backend.origins.api, listPath);
      expect([answer.status, Object.keys(JSON.parse(answer.body) as object)]).toEqual([
        status,
        ['code', 'message'],
      ]);
    },
  );

  it('timeout: read and never answered, until the client goes away', async () => {
    const world = await broken('timeout');
    const end = world.activity.begin();
    const connection = askRaw(world);
    await until(() => world.backend.record().arrivals.length === 1);
    await world.activity.idle();
    expect([connection.received(), connection.ending()]).toEqual(['', null]);
    connection.leave();
    end();
    await world.activity.idle();
  });

  it('reset: the connection is reset before the status line', async () => {
    const world = await broken('reset');
    const connection = askRaw(world);
    await until(() => connection.ending() !== null);
    expect([connection.ending(), connection.received()]).toEqual(['ECONNRESET', '']);
  });

  it('truncated: fewer bytes than were announced, then the connection closes', async () => {
    const world = await broken('truncated');
    const connection = askRaw(world);
    await until(() => connection.ending() !== null);
    const announced = Number(/content-length: (\d+)/i.exec(head(connection.received()))?.[1]);
    expect({
      status: connection.received().slice(0, 15),
      ending: connection.ending(),
      sent: rest(connection.received()).length,
    }).toEqual({
      status: 'HTTP/1.1 200 OK',
      ending: 'closed',
      sent: Math.floor(announced / 2),
    });
  });

  it('empty, html, wrong-type, bad-json: 200 and something else than expected', async () => {
    const bodyOf = async (kind: FaultKind): Promise<unknown> => {
      const { backend } = await broken(kind);
      const { status, headers, body } = await ask(backend.origins.api, listPath);
      return [status, Number(headers.get('content-length')) === body.length, body.slice(0, 15)];
    };
    expect([
      await bodyOf('empty'),
      await bodyOf('html'),
      await bodyOf('wrong-type'),
      await bodyOf('bad-json'),
    ]).toEqual([
      [200, true, ''],
      [200, true, '<!doctype html>'],
      [200, true, '[]'],
      [200, true, '{"workflows":[{'],
    ]);
    const { backend } = await broken('bad-json');
    const { body } = await ask(backend.origins.api, listPath);
    expect(() => JSON.parse(body) as unknown).toThrow(SyntaxError);
  });

  it('R-06 wrong-hash: other bytes than announced, which are JSON all the same', async () => {
    const world = await openWorld();
    const { cdn } = world.backend.origins;
    const assetPath = '/assets/wf_b/image-1.png';
    const bytes = async (): Promise<readonly string[]> => [
      (await ask(cdn, bodyPath(world, 'wf_b'))).body,
      (await ask(cdn, assetPath)).body,
    ];
    const right = await bytes();
    world.faults.fail({ target: { what: 'all' }, kind: 'wrong-hash' });
    const wrong = await bytes();
    const list = await ask(world.backend.origins.api, listPath);
    expect({
      isOther: right.map((text, index) => text !== wrong[index]),
      id: (JSON.parse(wrong[0] ?? '') as { id: string }).id,
      list: list.status,
    }).toEqual({ isOther: [true, true], id: 'wf_b', list: 200 });
  });

  it('oversize: more than the limit and no length, until the client has had enough', async () => {
    const world = await broken('oversize');
    const connection = askRaw(world);
    await until(() => connection.received().endsWith('\r\n0\r\n\r\n'));
    const received = connection.received();
    connection.leave();
    expect([
      received.slice(0, 15),
      /content-length/i.test(head(received)),
      received.length > bodyLimits.list,
    ]).toEqual(['HTTP/1.1 200 OK', false, true]);
  });

  it('redirect: 302 to another host', async () => {
    const { backend } = await broken('redirect');
    const { status, headers } = await ask(backend.origins.api, listPath);
    expect([status, headers.get('location')]).toEqual([302, 'http://elsewhere.invalid/']);
  });

  it('flaky: a seeded share of the requests is answered with 503', async () => {
    const statuses = async (): Promise<readonly number[]> => {
      const { backend } = await broken('flaky');
      const found: number[] = [];
      for (let n = 0; n < 12; n += 1) found.push((await ask(backend.origins.api, listPath)).status);
      return found;
    };
    const first = await statuses();
    expect([new Set(first), await statuses()]).toEqual([new Set([200, 503]), first]);
  });

  it('applies to one workflow or one file only, and so many times', async () => {
    const world = await openWorld();
    const { api, cdn } = world.backend.origins;
    world.faults.fail({ target: { what: 'detail', id: 'wf_a' }, kind: 500, times: 1 });
    world.faults.fail({ target: { what: 'asset', id: 'wf_b' }, kind: 404 });
    world.faults.fail({ target: { what: 'asset', id: '/assets/wf_a/image-2.png' }, kind: 410 });
    const status = async (origin: string, path: string): Promise<number> =>
      (await ask(origin, path)).status;
    expect([
      await status(api, detailPath('wf_b')),
      await status(api, detailPath('wf_a')),
      await status(api, detailPath('wf_a')),
      await status(cdn, '/assets/wf_b/image-1.png'),
      await status(cdn, '/assets/wf_a/image-1.png'),
      await status(cdn, '/assets/wf_a/image-2.png'),
      await status(cdn, bodyPath(world, 'wf_b')),
    ]).toEqual([200, 500, 200, 404, 200, 410, 200]);
  });

  it('answers with its body where the client has it, since a fault is no 304', async () => {
    const world = await openWorld();
    const { api } = world.backend.origins;
    const eTag = (await ask(api, listPath)).headers.get('x-revenuecat-etag') ?? '';
    world.faults.fail({ target: { what: 'list' }, kind: 'wrong-type' });
    const answer = await ask(api, listPath, [`X-RevenueCat-ETag: ${eTag}`]);
    expect([answer.status, answer.body, answer.headers.has('x-revenuecat-etag')]).toEqual([
      200,
      '[]',
      false,
    ]);
  });
});

describe('refused', () => {
  const connects = async (origin: string): Promise<string> => {
    const connection = openRaw(origin);
    connection.send(requestText('/'));
    await until(() => connection.received() !== '' || connection.ending() !== null);
    connection.leave();
    return connection.ending() ?? 'connected';
  };

  const seen = async ({ backend }: World): Promise<readonly string[]> => {
    await backend.settled();
    const { api, cdn, fallback } = backend.origins;
    return [await connects(api), await connects(fallback), await connects(cdn)];
  };

  it('closes the listeners of the whole backend, and opens them on the same ports', async () => {
    const world = await openWorld();
    world.faults.fail({ target: { what: 'backend' }, kind: 'refused' });
    const refused = await seen(world);
    world.faults.heal();
    expect([refused, await seen(world)]).toEqual([
      ['ECONNREFUSED', 'ECONNREFUSED', 'connected'],
      ['connected', 'connected', 'connected'],
    ]);
  });

  it('closes the CDN only where bodies and assets are refused', async () => {
    const world = await openWorld();
    world.faults.fail({ target: { what: 'cdn' }, kind: 'refused' });
    const half = await seen(world);
    world.faults.fail({ target: { what: 'asset' }, kind: 'refused' });
    const whole = await seen(world);
    world.faults.heal({ what: 'asset', id: 'wf_a' });
    expect([half[2], whole[2], (await seen(world))[2], whole[0]]).toEqual([
      'connected',
      'ECONNREFUSED',
      'connected',
      'connected',
    ]);
  });

  it('closes idle connections at once and busy ones after their answer', async () => {
    const world = await openWorld();
    const idle = askRaw(world);
    await until(() => parseAnswer(idle.received()) !== null);
    world.faults.hold({ what: 'detail' });
    const busy = askRaw(world, detailPath('wf_a'));
    await until(() => world.backend.record().arrivals.length === 2);
    world.faults.fail({ target: { what: 'backend' }, kind: 'refused' });
    await until(() => idle.ending() !== null);
    const before = busy.ending();
    world.faults.release();
    await until(() => busy.ending() !== null);
    expect([before, parseAnswer(busy.received())?.status, busy.ending()]).toEqual([
      null,
      200,
      'closed',
    ]);
  });

  it('ends as it was told last, however often that changes', async () => {
    const world = await openWorld();
    for (let n = 0; n < 5; n += 1) {
      world.faults.fail({ target: { what: 'all' }, kind: 'refused' });
      world.faults.heal();
    }
    const open = await seen(world);
    world.faults.fail({ target: { what: 'all' }, kind: 'refused' });
    world.faults.heal();
    world.faults.fail({ target: { what: 'all' }, kind: 'refused' });
    await turns();
    expect([open, await seen(world)]).toEqual([
      ['connected', 'connected', 'connected'],
      ['ECONNREFUSED', 'ECONNREFUSED', 'ECONNREFUSED'],
    ]);
  });
});
