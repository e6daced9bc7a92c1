import { describe, expect, it } from 'vitest';
import { type ETagOptions, type Reply, createETags } from '../../../main/http/etag.ts';
import type { Headers } from '../../../main/http/headers.ts';

const reply = (status: number, etag: string | null, text = 'body'): Reply => ({
  exchange: {
    kind: 'complete',
    status,
    headers: etag === null ? {} : { 'x-revenuecat-etag': etag },
    sizeBytes: text.length,
  },
  outcome:
    status === 404
      ? { kind: 'rejected', status }
      : status >= 500
        ? { kind: 'backend-error', status }
        : status >= 300
          ? { kind: 'malformed', problem: 'status' }
          : { kind: 'ok', body: { text, sizeBytes: text.length, hash: '' } },
});

const ok = (text: string) => ({ kind: 'ok', body: { text, sizeBytes: text.length, hash: '' } });

const layer = (options: Partial<ETagOptions> = {}) => {
  const sent: Headers[] = [];
  const etags = createETags({ now: () => 1_234, ...options });
  const ask = (url: string, ...replies: Reply[]) =>
    etags.ask(url, async (headers) => {
      sent.push(headers);
      const next = replies.shift();
      if (next === undefined) throw new Error('One request too many.');
      return next;
    });
  return { etags, ask, sent };
};

const empty = { 'X-RevenueCat-ETag': '' };
const known = (etag: string) => ({
  'X-RevenueCat-ETag': etag,
  'X-RC-Last-Refresh-Time': '1234',
});

describe('the ETag layer', () => {
  it('sends an empty ETag first and the stored one afterwards', async () => {
    const { ask, sent } = layer();
    await ask('u', reply(200, 'e1', 'one'));
    await ask('u', reply(200, 'e2', 'two'));
    await ask('u', reply(304, null));
    expect(sent).toEqual([empty, known('e1'), known('e2')]);
  });

  it('answers 304 with what is stored for the whole address (T-01)', async () => {
    const { ask } = layer();
    await ask('u?a', reply(200, 'e1', 'one'));
    await ask('u?b', reply(200, 'e1', 'two'));
    expect(await ask('u?a', reply(304, 'e1'))).toEqual(ok('one'));
  });

  it('asks once more without an ETag where nothing is stored for a 304 (T-01)', async () => {
    const { ask, sent } = layer();
    expect(await ask('u', reply(304, null), reply(200, 'e1', 'one'))).toEqual(ok('one'));
    expect(sent).toEqual([empty, {}]);
    expect(await ask('u', reply(304, null))).toEqual(ok('one'));
  });

  it('gives up after a second 304', async () => {
    const { ask } = layer();
    expect(await ask('u', reply(304, null), reply(304, null))).toMatchObject({ kind: 'malformed' });
  });

  it('stores a 404 and answers its 304 with that 404', async () => {
    const { ask } = layer();
    await ask('u', reply(404, 'e1'));
    expect(await ask('u', reply(304, null))).toEqual({ kind: 'rejected', status: 404 });
  });

  it('stores neither 5xx nor what has no usable ETag', async () => {
    const { ask, sent } = layer();
    await ask('u', reply(503, 'e1'));
    await ask('u', reply(200, null));
    await ask('u', reply(200, 'ü'));
    await ask('u', reply(200, null));
    expect(sent).toEqual([empty, empty, empty, empty]);
  });

  it('keeps what is stored when a later answer fails', async () => {
    const { ask } = layer();
    await ask('u', reply(200, 'e1', 'one'));
    await ask('u', reply(503, 'e9'));
    expect(await ask('u', reply(304, null))).toEqual(ok('one'));
  });

  it('answers 304 with what was stored when the request was issued', async () => {
    const { etags, ask } = layer();
    await ask('u', reply(200, 'e1', 'one'));
    const late = Promise.withResolvers<Reply>();
    const first = etags.ask('u', () => late.promise);
    await ask('u', reply(200, 'e2', 'two'));
    late.resolve(reply(304, null));
    expect(await first).toEqual(ok('one'));
    expect(await ask('u', reply(304, null))).toEqual(ok('two'));
  });

  it('answers a 304 that comes after everything was forgotten, and stores nothing of it', async () => {
    const { etags, ask, sent } = layer();
    await ask('u', reply(200, 'e1', 'one'));
    const late = Promise.withResolvers<Reply>();
    const first = etags.ask('u', () => late.promise);
    etags.forget();
    late.resolve(reply(304, null));
    expect(await first).toEqual(ok('one'));
    await ask('u', reply(200, null));
    expect(sent.at(-1)).toEqual(empty);
  });

  it('does not store the answer to a request that was issued before forgetting', async () => {
    const { etags, ask, sent } = layer();
    const late = Promise.withResolvers<Reply>();
    const first = etags.ask('u', () => late.promise);
    etags.forget();
    late.resolve(reply(200, 'e1', 'one'));
    expect(await first).toEqual(ok('one'));
    await ask('u', reply(200, null));
    expect(sent).toEqual([empty]);
  });

  it('lets go of what was used longest ago, by number and by size', async () => {
    for (const bound of [{ maxEntries: 2 }, { maxBytes: 7 }]) {
      const { ask, sent } = layer(bound);
      await ask('a', reply(200, 'ea', 'aaa'));
      await ask('b', reply(200, 'eb', 'bbb'));
      await ask('a', reply(304, null));
      await ask('c', reply(200, 'ec', 'ccc'));
      await ask('a', reply(304, null));
      await ask('b', reply(200, null));
      expect(sent.slice(-2)).toEqual([known('ea'), empty]);
    }
  });

  it('keeps no answer that is bigger than all of its room', async () => {
    const { ask, sent } = layer({ maxBytes: 3 });
    await ask('a', reply(200, 'ea', 'aaaa'));
    await ask('a', reply(200, null));
    expect(sent).toEqual([empty, empty]);
  });
});
