import { describe, expect, it, onTestFinished } from 'vitest';
import { liveHosts } from '../../../main/app/session/live-hosts.ts';
import { createActivity } from '../../../main/clock/activity.ts';
import { seededRandom } from '../../../main/clock/random.ts';
import { createVirtualClock } from '../../../main/clock/virtual-clock.ts';
import { createFaultRegistry } from '../../../main/faults/registry.ts';
import { createHttp } from '../../../main/http/create-http.ts';
import { openRelay } from '../../../main/relay/relay.ts';
import { appUserId } from '../../../shared/model/ids.ts';
import { serveRaw } from '../../helpers/http-server.ts';
import { liveKey } from '../../helpers/live-lab.ts';
import { serveTls, testCertificate } from '../../helpers/tls-server.ts';
import { recordedTrace } from '../http/recorded-trace.ts';

/** A client whose main host takes the connection and never says a word, and that has another one. */
const openClient = async () => {
  const arrived = Promise.withResolvers<undefined>();
  const closed = Promise.withResolvers<undefined>();
  const hanging = await serveRaw((socket) => {
    socket.on('close', () => closed.resolve(undefined));
    arrived.resolve(undefined);
  });
  const keys: unknown[] = [];
  const fallback = await serveTls(({ headers }, response) => {
    keys.push(headers.authorization);
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"workflows":[]}');
  });
  const main = hanging.replace('http:', 'https:');
  const clock = createVirtualClock(1_750_000_000_000);
  const common = { clock, activity: createActivity(), faults: createFaultRegistry() };
  const relay = await openRelay({
    ...common,
    hosts: { main, fallback },
    apiKey: liveKey,
    random: seededRandom(1),
    trust: { ca: testCertificate.cert },
  });
  onTestFinished(() => relay.close());
  const http = createHttp({
    ...common,
    relay: relay.door,
    settings: {
      baseUrl: main,
      fallbackBaseUrl: fallback,
      apiKey: 'none',
      platform: 'android',
      locales: [],
    },
  });
  onTestFinished(() => http.close());
  return { clock, http, keys, arrived: arrived.promise, closed: closed.promise };
};

describe('the fallback host', () => {
  it('is asked where the connection to the main one takes longer than 5 seconds', async () => {
    const { clock, http, keys, arrived, closed } = await openClient();
    const trace = recordedTrace();
    const asked = http.ask({
      endpoint: 'list',
      user: appUserId('ann'),
      isBackground: false,
      trace,
      signal: new AbortController().signal,
    });
    await arrived;
    const nothing = (): Promise<void> => Promise.resolve();
    await clock.advance(4_999, nothing);
    expect(trace.events.map(({ type }) => type)).toEqual(['requested']);
    await clock.advance(1, nothing);
    expect(await asked).toMatchObject({ kind: 'ok', body: { text: '{"workflows":[]}' } });
    await closed;
    expect(keys).toEqual([`Bearer ${liveKey}`]);
    expect(trace.events.map(({ type, note }) => [type, note])).toEqual([
      ['requested', undefined],
      ['responded', undefined],
      ['requested', 'on the fallback host'],
      ['responded', 'HTTP 200'],
    ]);
  });

  it('is RevenueCat’s own, for RevenueCat’s own host', () => {
    expect(liveHosts('https://api.revenuecat.com/')).toEqual({
      main: 'https://api.revenuecat.com',
      fallback: 'https://api-production.8-lives-cat.io',
    });
    for (const written of ['HTTPS://API.RevenueCat.com', 'https://api.revenuecat.com:443/'])
      expect(liveHosts(written).fallback).not.toBe(null);
    expect(liveHosts('https://proxy.acme.test/rc/')).toEqual({
      main: 'https://proxy.acme.test/rc',
      fallback: null,
    });
  });
});
