import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  type Target,
  appliesTo,
  connectFaults,
  faultScopes,
  requestScopes,
  socketFaults,
} from '../../../shared/faults.ts';
import { type Row, isHit, plainRows, rows, whole } from './fault-rows.ts';
import {
  type Probe,
  type Wire,
  type WireWords,
  assetPath,
  firstIn,
  inWords,
  look,
  lookAtAll,
  openProbedWorld,
  probesOf,
  reach,
  wireOf,
  words,
} from './probes.ts';
import { type World, bodyPath } from './setup.ts';

/** What is seen with a fault, and what must be: those that it is not aimed at are as before. */
const compare = async (world: World, target: Target, [kind, expected]: Row) => {
  const probes = probesOf(world);
  const healthy = await lookAtAll(world, probes);
  world.faults.fail({ target, kind });
  const seen = inWords(await lookAtAll(world, probes), healthy, probes);
  const untouched = inWords(healthy, healthy, probes);
  const wanted = Object.fromEntries(
    probes.map((probe) => {
      const before = wireOf(healthy, probe.name);
      const isBroken = isHit(target, kind, probe);
      return [probe.name, isBroken ? expected(before) : untouched[probe.name]];
    }),
  );
  return { seen, wanted };
};

it('has a row for each kind of fault and a request for each scope', async () => {
  const world = await openProbedWorld();
  const asked = new Set(probesOf(world).map(({ scope }) => scope));
  expect({
    kinds: [...connectFaults, ...Object.keys(rows), 'slow', 'flaky'],
    scopes: Object.keys(reach).toSorted(),
    asked: [...asked].toSorted(),
  }).toEqual({
    kinds: [...connectFaults, ...socketFaults],
    scopes: faultScopes.toSorted(),
    asked: requestScopes.toSorted(),
  });
});

it('tells every request apart where nothing is broken', async () => {
  const world = await openProbedWorld();
  const probes = probesOf(world);
  const healthy = await lookAtAll(world, probes);
  expect(inWords(healthy, healthy, probes)).toEqual(
    Object.fromEntries(
      probes.map(({ name, scope }) => [
        name,
        {
          ...whole({ type: scope === 'asset' ? 'image/png' : 'application/json' } as Wire),
          hasETag: scope !== 'cdn' && scope !== 'asset',
        },
      ]),
    ),
  );
});

describe.each(plainRows)('%s', (...row) => {
  const [kind, expected] = row;

  it.each(faultScopes)('for %s is seen in all of it and nowhere else', async (what) => {
    const { seen, wanted } = await compare(await openProbedWorld(), { what }, row);
    expect(seen).toEqual(wanted);
  });

  it.each(faultScopes)('for %s and one workflow leaves the others alone', async (what) => {
    const { seen, wanted } = await compare(await openProbedWorld(), { what, id: 'wf_b' }, row);
    expect(seen).toEqual(wanted);
  });

  it.each(requestScopes.filter((scope) => appliesTo(kind, scope)))(
    'for %s is over after its times',
    async (what) => {
      const world = await openProbedWorld();
      const probe = firstIn(world, what);
      const healthy = await look(world, probe);
      world.faults.fail({ target: { what }, kind, times: 2 });
      const seen: WireWords[] = [];
      for (let round = 0; round < 3; round += 1)
        seen.push(words(await look(world, probe), healthy, what));
      const broken = expected(healthy);
      expect(seen).toEqual([broken, broken, words(healthy, healthy, what)]);
    },
  );

  it.each(
    (['backend', 'all'] as const).filter((what) =>
      reach[what].some((scope) => appliesTo(kind, scope)),
    ),
  )('for %s counts its times over all kinds of requests', async (what) => {
    const world = await openProbedWorld();
    const probes = reach[what]
      .map((scope) => firstIn(world, scope))
      .filter((probe) => isHit({ what }, kind, probe))
      .slice(0, 2);
    const healthy = await lookAtAll(world, probes);
    world.faults.fail({ target: { what }, kind, times: 1 });
    const seen = await lookAtAll(world, probes);
    const [first, second] = probes.map(({ name, scope }) => {
      const before = wireOf(healthy, name);
      const isAsBefore = isDeepStrictEqual(wireOf(seen, name), before);
      return {
        isAsBefore,
        seen: words(wireOf(seen, name), before, scope),
        broken: expected(before),
      };
    });
    expect([first?.seen, second?.isAsBefore]).toEqual([first?.broken, true]);
  });
});

it('any status from 400 to 599 is what every kind of request is answered with', async () => {
  const world = await openProbedWorld();
  const probes = requestScopes.map((scope) => firstIn(world, scope));
  const all = Array.from({ length: 200 }, (_, index) => 400 + index);
  const wrong: string[] = [];
  for (const status of all) {
    world.faults.fail({ target: { what: 'all' }, kind: status });
    for (const [name, wire] of await lookAtAll(world, probes))
      if (wire.status !== status) wrong.push(`${status} ${name}: ${wire.status}`);
  }
  expect(wrong).toEqual([]);
});

describe('one file', () => {
  const filePath = (world: World, scope: 'cdn' | 'asset'): string =>
    scope === 'cdn' ? bodyPath(world, 'wf_b') : assetPath('wf_b');

  it.each(
    (['cdn', 'asset', 'all'] as const).flatMap((what) =>
      (['cdn', 'asset'] as const).map((scope) => [what, scope] as const),
    ),
  )('can be aimed at by its path, with %s for the file of a %s request', async (what, scope) => {
    const world = await openProbedWorld();
    const probes = probesOf(world);
    world.faults.fail({ target: { what, id: filePath(world, scope) }, kind: 418 });
    const seen = await lookAtAll(world, probes);
    const isAimed = (probe: Probe): boolean =>
      reach[what].includes(scope) && probe.scope === scope && probe.id === 'wf_b';
    expect([...seen].filter(([, { status }]) => status === 418).map(([name]) => name)).toEqual(
      probes.filter(isAimed).map(({ name }) => name),
    );
  });
});
