import { describe, expect, it } from 'vitest';
import { workflowId } from '../../../shared/model/ids.ts';
import { openLab } from '../../helpers/lab.ts';
import { liveKey, openLiveLab } from '../../helpers/live-lab.ts';
import { shapeOf } from './shape.ts';

describe('a live session', () => {
  it('gets everything as from the bundled backend, and its timeline has the same shape', async () => {
    const [live, served] = [await openLiveLab(), await openLab()];
    const ask = async ({ engine, settle }: Pick<typeof live, 'engine' | 'settle'>) => {
      const offerings = await engine.getOfferings();
      await settle();
      return [offerings.status, (await engine.getWorkflow('wf_b')).status];
    };
    expect(await ask(live)).toEqual(['ok', 'ok']);
    expect(await ask(served)).toEqual(['ok', 'ok']);
    expect(shapeOf(live.timeline)).toEqual(shapeOf(served.timeline));
    expect(live.disk.hasEnvelope(workflowId('wf_b'))).toBe(true);
  });

  it('gives the key to the API and to nobody else, and says who asks', async () => {
    const { engine, settle, host } = await openLiveLab({
      live: { platform: 'ios', locale: 'de_AT' },
    });
    await engine.getOfferings();
    await settle();
    const [first] = host.seen.api;
    expect(first?.headers).toMatchObject({
      authorization: `Bearer ${liveKey}`,
      host: new URL(host.origins.api).host,
      'x-platform': 'iOS',
      'x-preferred-locales': 'de_AT',
    });
    expect(host.seen.cdn.length).toBeGreaterThan(0);
    const all = [...host.seen.api, ...host.seen.cdn].flatMap(({ headers }) => Object.keys(headers));
    expect(all.filter((name) => name.startsWith('x-relay'))).toEqual([]);
    expect(host.seen.cdn.map(({ headers }) => headers.authorization)).toEqual(
      host.seen.cdn.map(() => undefined),
    );
  });

  it('is not sent again what it has', async () => {
    const { engine, settle, host, timeline } = await openLiveLab();
    await engine.getOfferings();
    await settle();
    await engine.getWorkflowsList({ force: true });
    await settle();
    const last = host.seen.api.findLast(({ path }) => path.endsWith('workflows?type=paywall'));
    expect(last?.headers['x-revenuecat-etag']).toMatch(/^[0-9a-f]{16}$/);
    expect(timeline.since(1).findLast(({ type }) => type === 'responded')?.note).toBe('HTTP 304');
  });
});
