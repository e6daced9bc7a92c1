import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../main/clock/random.ts';
import { flakyShare, requestScopes } from '../../../shared/faults.ts';
import { isHit, plainRows, refusal, targets } from './fault-rows.ts';
import {
  type Probe,
  type Sent,
  type WireWords,
  firstIn,
  look,
  lookAtAll,
  openProbedWorld,
  probesOf,
  send,
  words,
} from './probes.ts';
import { turns } from './raw-client.ts';
import type { World } from './setup.ts';

describe('flaky', () => {
  const rounds = 8;

  /** The seed of the backend in these tests; one number is drawn for each request that is hit. */
  const draws = () => {
    const random = seededRandom(1);
    return (isDrawn: boolean): number => (isDrawn && random() < flakyShare ? 503 : 200);
  };

  it.each(targets)(
    'for %s answers a seeded share with 503 and the others as ever',
    async (_, target) => {
      const world = await openProbedWorld();
      const probes = probesOf(world);
      const healthy = await lookAtAll(world, probes);
      world.faults.fail({ target, kind: 'flaky' });
      const statusOf = draws();
      const seen: WireWords[] = [];
      const wanted: WireWords[] = [];
      for (let round = 0; round < rounds; round += 1)
        for (const probe of probes) {
          const before = healthy.get(probe.name);
          if (before === undefined) continue;
          seen.push(words(await look(world, probe), before, probe.scope));
          const isSpared = statusOf(isHit(target, 'flaky', probe)) === 200;
          wanted.push(isSpared ? words(before, before, probe.scope) : refusal(503)(before));
        }
      expect(seen).toEqual(wanted);
    },
  );

  it.each(requestScopes)('for %s is over after its times', async (what) => {
    const world = await openProbedWorld();
    const probe = firstIn(world, what);
    world.faults.fail({ target: { what }, kind: 'flaky', times: 12 });
    const statusOf = draws();
    const seen: (number | null)[] = [];
    for (let round = 0; round < 24; round += 1) seen.push((await look(world, probe)).status);
    expect(seen).toEqual(seen.map((_, round) => statusOf(round < 12)));
    expect(new Set(seen)).toEqual(new Set([200, 503]));
  });
});

describe('slow', () => {
  const advance = (world: World, ms: number): Promise<void> =>
    world.clock.advance(ms, () => turns());

  const statusesOf = (sent: readonly Sent[]): readonly (number | null)[] =>
    sent.map((one) => one.wire().status);

  const sendAll = async (world: World, probes: readonly Probe[]): Promise<readonly Sent[]> => {
    const sent: Sent[] = [];
    for (const probe of probes) sent.push(await send(world, probe));
    return sent;
  };

  it.each(targets)(
    'for %s answers exactly that much later, and the others at once',
    async (_, target) => {
      const world = await openProbedWorld();
      const probes = probesOf(world);
      world.faults.fail({ target, kind: 'slow' });
      const sent = await sendAll(world, probes);
      const answered = (isOver: boolean) =>
        probes.map((probe) => (!isOver && isHit(target, 'slow', probe) ? null : 200));
      const atOnce = statusesOf(sent);
      await advance(world, 2_999);
      const before = statusesOf(sent);
      await advance(world, 1);
      expect([world.backend.record().arrivals.length, atOnce, before, statusesOf(sent)]).toEqual([
        probes.length,
        answered(false),
        answered(false),
        answered(true),
      ]);
    },
  );

  it.each(targets)('for %s adds a jitter from the seed', async (_, target) => {
    const world = await openProbedWorld();
    const probes = probesOf(world).filter((probe) => isHit(target, 'slow', probe));
    world.faults.slow(target, { latencyMs: 100, jitterMs: 50, bytesPerSecond: null });
    const random = seededRandom(1);
    const dueAt = probes.map(() => 100 + Math.floor(50 * random()));
    const sent = await sendAll(world, probes);
    const answeredAt = probes.map(() => -1);
    for (let ms = 0; ms < 150; ms += 1) {
      for (const [index, one] of sent.entries())
        if (answeredAt[index] === -1 && one.wire().status !== null) answeredAt[index] = ms;
      if (!answeredAt.includes(-1)) break;
      await world.clock.advance(1, () => world.activity.idle());
      await world.activity.idle();
    }
    expect(answeredAt).toEqual(dueAt);
  });

  it.each(requestScopes)('for %s sends so many bytes per second', async (what) => {
    const world = await openProbedWorld();
    const probe = firstIn(world, what);
    const { body } = await look(world, probe);
    world.faults.slow({ what }, { latencyMs: 100, jitterMs: 0, bytesPerSecond: 200 });
    const sent = await send(world, probe);
    await advance(world, 100);
    const sizes = [sent.wire().body.length];
    for (const ms of [250, 250, (body.length / 200) * 1_000 - 501, 1]) {
      await advance(world, ms);
      sizes.push(sent.wire().body.length);
    }
    expect(sizes).toEqual([
      0,
      50,
      100,
      expect.toSatisfy((size) => size < body.length),
      body.length,
    ]);
  });

  it.each(requestScopes)('for %s is over after its times', async (what) => {
    const world = await openProbedWorld();
    const probe = firstIn(world, what);
    world.faults.fail({ target: { what }, kind: 'slow', times: 2 });
    expect(statusesOf(await sendAll(world, [probe, probe, probe]))).toEqual([null, null, 200]);
  });

  it.each(plainRows.filter(([kind]) => kind !== 'timeout'))(
    'and %s come together, late',
    async (kind, expected) => {
      const world = await openProbedWorld();
      const probe = firstIn(world, 'cdn');
      const healthy = await look(world, probe);
      world.faults.fail({ target: { what: 'all' }, kind });
      world.faults.slow({ what: 'cdn' }, { latencyMs: 200, jitterMs: 0, bytesPerSecond: null });
      const sent = await send(world, probe);
      await world.clock.advance(199, () => world.activity.idle());
      const before = sent.wire();
      await world.clock.advance(1, () => world.activity.idle());
      await world.activity.idle();
      expect([before.status, before.ending, words(sent.wire(), healthy, 'cdn')]).toEqual([
        null,
        'open',
        expected(healthy),
      ]);
    },
  );
});
