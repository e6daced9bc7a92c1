import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { workflow } from '../../helpers/specs.ts';
import { ask, openRaw, parseAnswer, requestText, until } from './raw-client.ts';
import { bodyPath, detailPath, listPath, offeringsPath, openWorld, startOfTime } from './setup.ts';

describe('the API', () => {
  it('H-01 H-02 answers at the paths that the SDKs ask', async () => {
    const { backend } = await openWorld();
    const { api } = backend.origins;
    const answers = await Promise.all(
      [offeringsPath, listPath, '/v1/subscribers/ana/workflows', detailPath('wf_a')].map((path) =>
        ask(api, path),
      ),
    );
    const keys = answers.map(({ body }) => Object.keys(JSON.parse(body) as object)[0]);
    expect([answers.map(({ status }) => status), keys]).toEqual([
      [200, 200, 200, 200],
      ['current_offering_id', 'workflows', 'workflows', 'action'],
    ]);
  });

  it('H-03 answers at the fallback host’s paths on the fallback port only', async () => {
    const { backend } = await openWorld();
    const paths = [
      '/v1/offerings',
      '/workflows/v1/workflows?type=paywall',
      '/workflows/v1/workflows/wf_a',
    ];
    const statuses = (origin: string): Promise<readonly number[]> =>
      Promise.all(paths.map(async (path) => (await ask(origin, path)).status));
    expect([
      await statuses(backend.origins.fallback),
      await statuses(backend.origins.api),
      (await ask(backend.origins.fallback, offeringsPath)).status,
    ]).toEqual([[200, 200, 200], [404, 404, 404], 404]);
    expect(backend.record().arrivals).toEqual(
      expect.arrayContaining([{ scope: 'detail', id: 'wf_a' }]),
    );
  });

  it('H-01 decodes ids, and knows an id with a slash', async () => {
    const { backend } = await openWorld();
    backend.project.change({
      kind: 'add',
      workflow: workflow({ id: 'wf/ü %' }),
    });
    const { status } = await ask(backend.origins.api, detailPath('wf/ü %'));
    expect([status, backend.record().arrivals]).toEqual([200, [{ scope: 'detail', id: 'wf/ü %' }]]);
  });

  it('answers 401 without a key, 404 for what is not there, 405 for what is not a GET', async () => {
    const { backend } = await openWorld();
    const { api, cdn } = backend.origins;
    const bare = async (origin: string, text: string): Promise<unknown> => {
      const connection = openRaw(origin);
      connection.send(text);
      await until(() => parseAnswer(connection.received()) !== null);
      const answer = parseAnswer(connection.received());
      connection.leave();
      return [
        answer?.status,
        answer?.body === '' ? '' : Object.keys(JSON.parse(answer?.body ?? '{}') as object),
      ];
    };
    expect([
      await bare(api, `GET ${listPath} HTTP/1.1\r\nHost: x\r\n\r\n`),
      await bare(api, requestText('/v2/else')),
      await bare(api, requestText(detailPath('wf_none'))),
      await bare(api, requestText('/v1/subscribers//offerings')),
      await bare(cdn, requestText('/workflows/wf_b/0.json')),
      await bare(api, requestText(listPath).replace('GET', 'POST')),
    ]).toEqual([
      [401, ['code', 'message']],
      [404, ['code', 'message']],
      [404, ['code', 'message']],
      [404, ['code', 'message']],
      [404, ['code', 'message']],
      [405, ['code', 'message']],
    ]);
  });

  it('T-01 answers 304 with no body to the ETag of this very body', async () => {
    const { backend } = await openWorld();
    const { api } = backend.origins;
    const first = await ask(api, detailPath('wf_a'));
    const eTag = first.headers.get('x-revenuecat-etag') ?? '';
    const again = await ask(api, detailPath('wf_a'), [`X-RevenueCat-ETag: ${eTag}`]);
    backend.project.change({ kind: 'workflow', id: 'wf_a', to: { revision: 2 } });
    const changed = await ask(api, detailPath('wf_a'), [`X-RevenueCat-ETag: ${eTag}`]);
    expect({
      again: [again.status, again.body, again.headers.get('x-revenuecat-etag')],
      time: first.headers.get('x-revenuecat-request-time'),
      changed: [changed.status, changed.headers.get('x-revenuecat-etag') === eTag],
    }).toEqual({ again: [304, '', eTag], time: String(startOfTime), changed: [200, false] });
  });

  it('says nothing about CORS, compression or the real time', async () => {
    const { backend } = await openWorld();
    const { headers } = await ask(backend.origins.api, listPath, [
      'Origin: http://x',
      'Accept-Encoding: gzip, br',
    ]);
    expect([...headers.keys()].toSorted()).toEqual([
      'connection',
      'content-length',
      'content-type',
      'keep-alive',
      'x-revenuecat-etag',
      'x-revenuecat-request-time',
    ]);
  });
});

describe('the CDN', () => {
  it('R-03 serves a body at the url of its envelope, also after a newer one', async () => {
    const world = await openWorld();
    const { backend } = world;
    const old = bodyPath(world, 'wf_b');
    backend.project.change({ kind: 'workflow', id: 'wf_b', to: { revision: 2 } });
    const revision = async (path: string): Promise<unknown> => {
      const { body } = await ask(backend.origins.cdn, path);
      return (JSON.parse(body) as { metadata: unknown }).metadata;
    };
    expect([await revision(bodyPath(world, 'wf_b')), await revision(old)]).toEqual([
      { revision: 2 },
      { revision: 1 },
    ]);
    expect(backend.record().arrivals).toEqual([
      { scope: 'cdn', id: 'wf_b' },
      { scope: 'cdn', id: 'wf_b' },
    ]);
  });

  it('serves the bytes that were announced, and assets', async () => {
    const world = await openWorld();
    const { backend } = world;
    const { body } = await ask(backend.origins.cdn, bodyPath(world, 'wf_b'));
    const asset = await ask(backend.origins.cdn, '/assets/wf_a/image-1.png');
    expect([
      hash('sha256', Buffer.from(body, 'latin1')),
      [asset.status, asset.headers.get('content-type'), asset.body.slice(1, 4)],
    ]).toEqual([backend.project.bodyRefs('wf_b')[0]?.hash, [200, 'image/png', 'PNG']]);
  });
});
