import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttp } from '../../../main/http/create-http.ts';
import type { Http } from '../../../main/http/http.ts';
import {
  type ConnectFault,
  type RequestScope,
  connectFaults,
  faultScopes,
  requestScopes,
} from '../../../shared/faults.ts';
import { appUserId } from '../../../shared/model/ids.ts';
import { recordedTrace } from '../http/recorded-trace.ts';
import { isHit, targets } from './fault-rows.ts';
import {
  type Probe,
  assetPath,
  firstIn,
  inWords,
  lookAtAll,
  openProbedWorld,
  probesOf,
  reach,
} from './probes.ts';
import { type World, bodyPath } from './setup.ts';

/** The app's own client, which asks what the backend of this world has. */
const clientOf = ({ backend, clock, activity, faults }: World, withFallback = false): Http => {
  const { api, fallback } = backend.origins;
  const http = createHttp({
    settings: {
      baseUrl: api,
      fallbackBaseUrl: withFallback ? fallback : null,
      apiKey: 'key',
      platform: 'android',
      locales: [],
    },
    clock,
    activity,
    faults,
  });
  onTestFinished(() => http.close());
  return http;
};

/** What the app's client makes of a request: `ok`, or why there was no answer. */
const outcomeOf = async (http: Http, probe: Probe): Promise<string> => {
  const common = { trace: recordedTrace(), signal: new AbortController().signal };
  const { scope, id, origin, path } = probe;
  const ids = id === null ? [] : [id];
  const outcome =
    scope === 'cdn' || scope === 'asset'
      ? await http.fetchFile({
          ...common,
          subject: { scope, ids },
          url: origin + path,
          limitBytes: 1_000_000,
          onChunk: () => undefined,
        })
      : await http.ask({
          ...common,
          endpoint: scope,
          user: appUserId('ana'),
          isBackground: false,
          ...(id === null ? {} : { id }),
        });
  return outcome.kind === 'no-answer' ? outcome.reason : outcome.kind;
};

/** What it asks for; the fallback host it asks by itself. */
const askedOf = (world: World): readonly Probe[] =>
  probesOf(world).filter(({ origin }) => origin !== world.backend.origins.fallback);

const outcomes = async (http: Http, probes: readonly Probe[]): Promise<Record<string, string>> => {
  const seen: Record<string, string> = {};
  for (const probe of probes) seen[probe.name] = await outcomeOf(http, probe);
  return seen;
};

const expected = (
  probes: readonly Probe[],
  isBroken: (probe: Probe) => boolean,
  kind: ConnectFault,
): Record<string, string> =>
  Object.fromEntries(probes.map((probe) => [probe.name, isBroken(probe) ? kind : 'ok']));

describe.each(connectFaults)('%s', (kind) => {
  it.each(targets)(
    'for %s keeps these requests, and no others, from reaching the backend',
    async (_, target) => {
      const world = await openProbedWorld();
      const probes = askedOf(world);
      const http = clientOf(world);
      world.faults.fail({ target, kind });
      await world.backend.settled();
      const seen = await outcomes(http, probes);
      const isBroken = (probe: Probe): boolean => isHit(target, kind, probe);
      const arrived = world.backend.record().arrivals.map(({ scope }) => scope);
      expect({ seen, arrived }).toEqual({
        seen: expected(probes, isBroken, kind),
        arrived: probes.filter((probe) => !isBroken(probe)).map(({ scope }) => scope),
      });
    },
  );

  it.each(requestScopes)('for %s is over after its times', async (what) => {
    const world = await openProbedWorld();
    const http = clientOf(world);
    const probe = firstIn(world, what);
    world.faults.fail({ target: { what }, kind, times: 2 });
    const seen: string[] = [];
    for (let round = 0; round < 3; round += 1) seen.push(await outcomeOf(http, probe));
    expect([seen, world.backend.record().arrivals.length]).toEqual([[kind, kind, 'ok'], 1]);
  });

  it.each(['backend', 'all'] as const)(
    'for %s counts its times over all kinds of requests',
    async (what) => {
      const world = await openProbedWorld();
      const http = clientOf(world);
      world.faults.fail({ target: { what }, kind, times: 2 });
      const probes = (['list', 'offerings', 'detail'] as const).map((scope) =>
        firstIn(world, scope),
      );
      const seen = await outcomes(http, probes);
      expect(Object.values(seen)).toEqual([kind, kind, 'ok']);
    },
  );

  it.each(reach.backend)('for %s is met on both hosts', async (what) => {
    const world = await openProbedWorld();
    const http = clientOf(world, true);
    const probe = firstIn(world, what);
    world.faults.fail({ target: { what }, kind, times: 3 });
    const seen = [await outcomeOf(http, probe), await outcomeOf(http, probe)];
    expect([seen, world.backend.record().arrivals.length]).toEqual([[kind, 'ok'], 1]);
  });

  it.each(['cdn', 'asset'] as const)(
    'for %s can be aimed at one file by its path',
    async (what) => {
      const world = await openProbedWorld();
      const http = clientOf(world);
      const probes = askedOf(world);
      const id = what === 'cdn' ? bodyPath(world, 'wf_b') : assetPath('wf_b');
      world.faults.fail({ target: { what, id }, kind });
      expect(await outcomes(http, probes)).toEqual(
        expected(probes, (probe) => probe.scope === what && probe.id === 'wf_b', kind),
      );
    },
  );

  it.each(faultScopes)('for %s is no matter of the socket, but for a closed port', async (what) => {
    const world = await openProbedWorld();
    const probes = probesOf(world);
    const healthy = await lookAtAll(world, probes);
    world.faults.fail({ target: { what }, kind });
    await world.backend.settled();
    const isClosed = ({ origin }: Probe): boolean => {
      const served: readonly RequestScope[] =
        origin === world.backend.origins.cdn ? ['cdn', 'asset'] : reach.backend;
      return kind === 'refused' && served.every((scope) => reach[what].includes(scope));
    };
    const seen = await lookAtAll(world, probes);
    const untouched = inWords(healthy, healthy, probes);
    expect(inWords(seen, healthy, probes)).toEqual(
      Object.fromEntries(
        probes.map((probe) => [
          probe.name,
          isClosed(probe)
            ? expect.objectContaining({ ending: 'ECONNREFUSED', status: null })
            : untouched[probe.name],
        ]),
      ),
    );
  });
});

describe('the network switch', () => {
  it('keeps every request of the app from the backend, and nobody else’s', async () => {
    const world = await openProbedWorld();
    const probes = askedOf(world);
    const http = clientOf(world, true);
    world.faults.setOnline(false);
    const seen = await outcomes(http, probes);
    const arrivals = world.backend.record().arrivals.length;
    const raw = await lookAtAll(world, probes);
    expect({ seen, arrivals, raw: [...raw.values()].map(({ status }) => status) }).toEqual({
      seen: expected(probes, () => true, 'offline'),
      arrivals: 0,
      raw: probes.map(() => 200),
    });
  });
});
