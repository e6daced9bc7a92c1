import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/contract/stream.ts';
import { hasOfferings, isLive, serveLiveHost, typedFor } from '../../helpers/live-app.ts';
import { type TestApp, openTestApp } from '../../helpers/test-app.ts';
import { folderWith, goodFiles } from '../../unit/project/project-files.ts';

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const key = 'canary_key_of_the_phone';

interface Served extends TestApp {
  readonly port: number;
  ask(target: string): Promise<{ readonly status: number; readonly body: string }>;
}

const openServed = async (): Promise<Served> => {
  const app = await openTestApp();
  const port = await freePort();
  const served = await app.call('servePhone', { port, reach: 'machine', isWarned: false });
  expect(served).toEqual({ ok: true, value: null });
  return {
    ...app,
    port,
    ask: async (target) => {
      const answer = await fetch(`http://127.0.0.1:${String(port)}${target}`, {
        headers: { Authorization: `Bearer ${key}`, Connection: 'close' },
      });
      return { status: answer.status, body: await answer.text() };
    },
  };
};

const isOn = ({ documents: { phone } }: AppState): boolean => phone.isOn;
const isOff = (state: AppState): boolean => !isOn(state);
const hasAsked =
  (count: number) =>
  ({ documents: { phone } }: AppState): boolean =>
    phone.requests === count && phone.last?.isUnderWay === false;

const offerings = '/v1/subscribers/bo/offerings';

describe('a phone', () => {
  it('is not served by itself, and then on the port that was asked for', async () => {
    const { until, port, ask } = await openServed();
    const { documents } = await until(isOn);
    expect(documents.phone).toEqual({
      isOn: true,
      isRefusing: false,
      port,
      reach: 'machine',
      addresses: [`http://localhost:${String(port)}`],
      problem: null,
      requests: 0,
      last: null,
    });
    expect((await ask(offerings)).status).toBe(200);
    const asked = await until(hasAsked(1));
    expect(asked.documents.phone.last).toMatchObject({
      method: 'GET',
      what: 'offerings',
      path: offerings,
      user: 'bo',
      status: 200,
      met: [],
    });
  });

  it('is served to the network only where the person was warned', async () => {
    const { call, until } = await openTestApp();
    const wish = { port: await freePort(), reach: 'network' } as const;
    expect(await call('servePhone', { ...wish, isWarned: false })).toMatchObject({
      ok: false,
      problem: { code: 'refused' },
    });
    await until(isOff);
    expect(await call('servePhone', { ...wish, isWarned: true })).toMatchObject({ ok: true });
    const { documents } = await until(isOn);
    expect(documents.phone.addresses.at(-1)).toBe(`http://localhost:${String(wish.port)}`);
  });

  it('is told that its port is taken, and nothing is served', async () => {
    const { port } = await openServed();
    const { call, until } = await openTestApp();
    expect(await call('servePhone', { port, reach: 'machine', isWarned: false })).toEqual({
      ok: false,
      problem: {
        code: 'system',
        message: `Port ${String(port)} is taken by another program: choose another port, or end that program.`,
      },
    });
    await until(isOff);
  });

  it('goes on through cold starts, other users, other times and other settings', async () => {
    const { call, ask, until } = await openServed();
    await call('coldStart', null);
    await call('switchUser', { user: 'zoe' });
    await call('moveClock', { byMs: 3_600_000 });
    expect((await ask(offerings)).status).toBe(200);
    // Another session runs from here on, with faults of its own.
    await call('changeSettings', { fallbackHost: true });
    await until(isOn);
    await call('fail', { target: { what: 'offerings' }, kind: 502 });
    expect((await ask(offerings)).status).toBe(502);
  });

  it('gets the project that is opened next', async () => {
    const { call, ask, until } = await openServed();
    const before = (await ask(offerings)).body;
    const folder = folderWith(goodFiles);
    await call('openProjectFolder', { path: folder });
    await until(({ documents }) => documents.project.folder === folder);
    const after = await ask(offerings);
    expect([after.status, after.body === before]).toEqual([200, false]);
  });

  it('of a live project asks its host with a key of its own, never with the person’s', async () => {
    const host = await serveLiveHost();
    const { call, ask, until } = await openServed();
    await call('connectLive', { ...typedFor(host), apiKey: 'appl_canary_of_the_person' });
    await until((state) => isLive(state) && hasOfferings(state));
    expect((await ask(offerings)).status).toBe(200);
    const asked = host.seen.api.filter((request) => request.path === offerings);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${key}`]);
    await call('fail', { target: { what: 'offerings' }, kind: 503 });
    expect((await ask(offerings)).status).toBe(503);
    expect(host.seen.api.filter((request) => request.path === offerings)).toHaveLength(1);
  });

  it('is held and let go as the engine is, which does not seem to ask meanwhile', async () => {
    const { call, ask, until } = await openServed();
    await until(({ documents }) => documents.caches.list.copy !== null);
    await call('hold', { target: { what: 'offerings' } });
    const held = ask(offerings);
    const waits = await until(({ documents }) => documents.world.waiting.length === 1);
    expect(waits.documents.caches.offerings.isAsking).toBe(false);
    await call('release', { target: null });
    expect((await held).status).toBe(200);
  });

  it('leaves its key nowhere', async () => {
    const { call, ask, until, dataFolder } = await openServed();
    await ask(offerings);
    await ask(`/v1/nothing?key=${key}`);
    const state = await until(hasAsked(2));
    expect(JSON.stringify(state.documents)).not.toContain(key);
    const filter = { lane: null, type: null, id: '', user: null, generation: null } as const;
    const exported = await call('exportTimeline', {
      filter: { ...filter, onlyProblems: false },
      after: null,
      upTo: null,
    });
    const file = exported.ok ? exported.value.file : '';
    const text = readFileSync(file, 'utf8');
    expect([text.includes('phone-asked'), text.includes(key)]).toEqual([true, false]);
    const log = path.join(dataFolder, 'logs', 'paywall-preview.log');
    expect(existsSync(log) ? readFileSync(log, 'utf8') : '').not.toContain(key);
  });

  it('is stopped with what is under way, and its port is remembered for the next time', async () => {
    const { call, ask, until, app, dataFolder, port } = await openServed();
    await call('hold', { target: { what: 'all' } });
    const held = ask(offerings).catch(() => 'ended');
    await until(({ documents }) => documents.world.waiting.length > 0);
    await call('stopPhone', null);
    expect(await held).toBe('ended');
    await until(isOff);
    await app.close();
    const again = await openTestApp(dataFolder);
    const { documents } = await again.until(isOff);
    expect([documents.phone.port, documents.phone.addresses]).toEqual([port, []]);
  });

  it('is stopped by wiping, and forgotten', async () => {
    const { call, ask, until, dataFolder } = await openServed();
    await call('wipeData', null);
    const { documents } = await until(isOff);
    expect([documents.phone.port, existsSync(path.join(dataFolder, 'phone.json'))]).toEqual([
      8_123,
      false,
    ]);
    await expect(ask(offerings)).rejects.toThrow();
  });

  it('is not served any more once the app is closed', async () => {
    const { app, ask } = await openServed();
    await app.close();
    await expect(ask(offerings)).rejects.toThrow();
  });
});
