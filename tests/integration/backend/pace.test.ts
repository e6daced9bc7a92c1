import { describe, expect, it } from 'vitest';
import type { Pace } from '../../../shared/faults.ts';
import {
  type RawConnection,
  openRaw,
  parseAnswer,
  requestText,
  turns,
  until,
} from './raw-client.ts';
import { type World, detailPath, listPath, openWorld } from './setup.ts';

const start = async (world: World, path: string): Promise<RawConnection> => {
  const before = world.backend.record().arrivals.length;
  const connection = openRaw(world.backend.origins.api);
  connection.send(requestText(path));
  await until(() => world.backend.record().arrivals.length > before);
  await turns();
  return connection;
};

const slowWorld = async (pace: Partial<Pace>): Promise<World> => {
  const world = await openWorld();
  world.faults.slow({ what: 'all' }, { latencyMs: 0, jitterMs: 0, bytesPerSecond: null, ...pace });
  return world;
};

const advance = (world: World, ms: number): Promise<void> => world.clock.advance(ms, () => turns());

const status = (connection: RawConnection): number | null =>
  parseAnswer(connection.received())?.status ?? null;

const sentBytes = (connection: RawConnection): number => {
  const received = connection.received();
  const end = received.indexOf('\r\n\r\n');
  return end < 0 ? -1 : received.length - end - 4;
};

describe('slow requests', () => {
  it('reach the backend at once and are answered exactly that much later', async () => {
    const world = await slowWorld({ latencyMs: 200 });
    const connection = await start(world, listPath);
    await advance(world, 199);
    const before = connection.received();
    await advance(world, 1);
    expect([before, status(connection)]).toEqual(['', 200]);
  });

  it('have a jitter that comes from the seed', async () => {
    const answeredAt = async (): Promise<number> => {
      const world = await slowWorld({ latencyMs: 100, jitterMs: 50 });
      const connection = await start(world, listPath);
      let ms = 0;
      for (; status(connection) === null; ms += 1) await advance(world, 1);
      return ms;
    };
    const first = await answeredAt();
    expect(first).toBeGreaterThanOrEqual(100);
    expect(first).toBeLessThan(150);
    expect(await answeredAt()).toBe(first);
  });

  it('send their bodies in slices, the last byte after latency and bytes at that rate', async () => {
    const world = await slowWorld({ latencyMs: 100, bytesPerSecond: 1000 });
    const detail = world.backend.project.detail('wf_a', world.backend.origins) ?? '';
    const size = Buffer.byteLength(detail);
    const connection = await start(world, detailPath('wf_a'));
    await advance(world, 100);
    const sent = [sentBytes(connection)];
    for (const ms of [249, 1, 250]) {
      await advance(world, ms);
      sent.push(sentBytes(connection));
    }
    await advance(world, size - 500 - 1);
    const before = status(connection);
    await advance(world, 1);
    expect([sent, before, status(connection)]).toEqual([[0, 0, 250, 500], null, 200]);
  });

  it('are parked while they wait for the clock, and not while they send', async () => {
    const world = await slowWorld({ latencyMs: 100, bytesPerSecond: 1000 });
    const end = world.activity.begin();
    const connection = await start(world, detailPath('wf_a'));
    await world.clock.advance(300, () => world.activity.idle());
    connection.leave();
    end();
    await world.activity.idle();
  });

  it('are held first and slow after', async () => {
    const world = await slowWorld({ latencyMs: 200 });
    world.faults.hold({ what: 'detail' });
    const connection = await start(world, detailPath('wf_a'));
    await advance(world, 1000);
    world.faults.release();
    await advance(world, 199);
    const before = status(connection);
    await advance(world, 1);
    expect([before, status(connection)]).toEqual([null, 200]);
  });

  it('break late where they are broken too', async () => {
    const world = await slowWorld({ latencyMs: 200 });
    world.faults.fail({ target: { what: 'list' }, kind: 'reset' });
    const connection = await start(world, listPath);
    await advance(world, 199);
    const before = connection.ending();
    await advance(world, 1);
    expect([before, connection.ending()]).toEqual([null, 'ECONNRESET']);
  });
});
