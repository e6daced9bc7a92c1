import { describe, expect, it } from 'vitest';
import type { BackendRecord } from '../../../main/backend/backend.ts';
import {
  type RawConnection,
  openRaw,
  parseAnswer,
  requestText,
  turns,
  until,
} from './raw-client.ts';
import { type World, bodyPath, detailPath, listPath, openWorld } from './setup.ts';

interface Asked {
  readonly connection: RawConnection;
  /** What the engine's client does: it runs until the answer is there or it gives up. */
  readonly end: () => void;
}

const ask = ({ backend, activity }: World, path: string, origin = backend.origins.api): Asked => {
  const end = activity.begin();
  const connection = openRaw(origin);
  connection.send(requestText(path));
  void until(() => parseAnswer(connection.received()) !== null).then(end);
  return { connection, end };
};

const statuses = (asked: readonly Asked[]): readonly (number | null)[] =>
  asked.map(({ connection }) => parseAnswer(connection.received())?.status ?? null);

const peaks = ({ backend }: World): BackendRecord['peaks'] => backend.record().peaks;

describe('held requests', () => {
  it('arrive, wait, and are answered in order when they are released', async () => {
    const world = await openWorld();
    world.faults.hold({ what: 'detail' });
    const asked = ['wf_a', 'wf_b'].map((id) => ask(world, detailPath(id)));
    await world.activity.idle();
    const waiting = statuses(asked);
    world.faults.fail({ target: { what: 'detail' }, kind: 500, times: 1 });
    world.faults.release();
    await world.activity.idle();
    expect([waiting, statuses(asked), world.backend.record().arrivals]).toEqual([
      [null, null],
      [500, 200],
      [
        { scope: 'detail', id: 'wf_a' },
        { scope: 'detail', id: 'wf_b' },
      ],
    ]);
  });

  it('are released one by one, and what comes later does not wait', async () => {
    const world = await openWorld();
    world.faults.hold({ what: 'all' });
    const asked = ['wf_a', 'wf_b'].map((id) => ask(world, detailPath(id)));
    await world.activity.idle();
    world.faults.release({ what: 'detail', id: 'wf_b' });
    const later = ask(world, detailPath('wf_b'));
    await world.activity.idle();
    expect(statuses([...asked, later])).toEqual([null, 200, 200]);
  });

  it('are answered with what the project is when they are released', async () => {
    const world = await openWorld();
    world.faults.hold({ what: 'detail' });
    const { connection } = ask(world, detailPath('wf_a'));
    await world.activity.idle();
    world.backend.project.change({ kind: 'workflow', id: 'wf_a', to: { revision: 2 } });
    world.faults.release();
    await world.activity.idle();
    expect(connection.received()).toContain('wf_a r2');
  });

  it('leave the gauge and the idle count when their client goes away', async () => {
    const world = await openWorld();
    world.faults.hold({ what: 'detail' });
    const { connection, end } = ask(world, detailPath('wf_a'));
    await world.activity.idle();
    connection.leave();
    end();
    await world.activity.idle();
    world.backend.mark();
    expect(peaks(world).detail).toBe(0);
    world.faults.release();
    await turns();
  });

  it('are counted while their pipelined predecessors wait, and forgotten with the connection', async () => {
    const world = await openWorld();
    world.faults.hold({ what: 'detail' });
    const connection = openRaw(world.backend.origins.api);
    connection.send(requestText(detailPath('wf_a')) + requestText(detailPath('wf_b')));
    await until(() => peaks(world).detail === 2);
    connection.leave();
    await until(() => {
      world.backend.mark();
      return peaks(world).detail === 0;
    });
    await world.activity.idle();
  });
});

describe('peaks', () => {
  it('H-12 are the most that were being served at once, by kind and for downloads together', async () => {
    const world = await openWorld();
    const { cdn } = world.backend.origins;
    const body = bodyPath(world, 'wf_b');
    world.faults.hold({ what: 'all' });
    for (const id of ['wf_a', 'wf_b', 'wf_a']) ask(world, detailPath(id));
    ask(world, body, cdn);
    ask(world, '/assets/wf_a/image-1.png', cdn);
    ask(world, '/assets/wf_a/image-2.png', cdn);
    await world.activity.idle();
    expect(peaks(world)).toEqual({ detail: 3, cdn: 1, asset: 2, download: 3 });
  });

  it('start again at a mark from what is still being served', async () => {
    const world = await openWorld();
    world.faults.hold({ what: 'detail', id: 'wf_a' });
    ask(world, detailPath('wf_a'));
    ask(world, detailPath('wf_b'));
    await world.activity.idle();
    world.backend.mark();
    ask(world, listPath);
    await world.activity.idle();
    expect(world.backend.record()).toEqual({
      arrivals: [{ scope: 'list', id: null }],
      peaks: { detail: 1, cdn: 0, asset: 0, download: 0 },
    });
  });

  it('never count one whose answer the client has, however fast it asks again', async () => {
    const world = await openWorld();
    const connections = [1, 2].map(() => openRaw(world.backend.origins.api));
    const rounds = 50;
    const answered = (connection: RawConnection): number =>
      connection.received().split('HTTP/1.1 200').length - 1;
    // Two connections take turns: as soon as one has its answer, the other asks.
    for (let round = 0; round < rounds; round += 1) {
      const connection = connections[round % 2];
      if (connection === undefined) break;
      const before = answered(connection);
      connection.send(requestText(detailPath('wf_a')));
      await until(() => answered(connection) > before);
    }
    expect([peaks(world).detail, world.backend.record().arrivals.length]).toEqual([1, rounds]);
    for (const connection of connections) connection.leave();
  });

  it('never count one whose client gave up before it asked again', async () => {
    const world = await openWorld();
    world.faults.fail({ target: { what: 'detail' }, kind: 'timeout' });
    for (let round = 1; round <= 20; round += 1) {
      const connection = openRaw(world.backend.origins.api);
      connection.send(requestText(detailPath('wf_a')));
      await until(() => world.backend.record().arrivals.length === round);
      await turns(5);
      connection.leave();
    }
    expect(peaks(world).detail).toBe(1);
  });
});
