import { describe, expect, it } from 'vitest';
import { type TestCdn, cancelled, eventsOf, testCdn } from './test-cdn.ts';

describe('asks for the same file', () => {
  it('share one download, and a later one is served from disk (R-12)', async () => {
    const cdn = await testCdn();
    const results = [1, 2, 3].map(() => cdn.downloads.body(cdn.about('/wf')).result);
    await cdn.holding(1);
    results.push(cdn.downloads.body(cdn.about('/wf')).result);
    cdn.held[0]?.response.end('x');
    expect(new Set(await Promise.all(results)).size).toBe(1);
    expect(await cdn.downloads.body(cdn.about('/wf')).result).toMatchObject({ source: 'disk' });
    expect(cdn.asked).toEqual(['/wf']);
  });

  it('try again after one that failed (R-12)', async () => {
    let requests = 0;
    const cdn = await testCdn({
      answer: (_, response) => response.writeHead((requests += 1) === 1 ? 500 : 200).end('x'),
    });
    expect(await cdn.downloads.body(cdn.about('/wf')).result).toMatchObject({ ok: false });
    expect(await cdn.downloads.body(cdn.about('/wf')).result).toMatchObject({ ok: true });
  });
});

describe('the queue of downloads', () => {
  const answerAll = async (cdn: TestCdn, settled: Promise<unknown>): Promise<number> => {
    let most = 0;
    const over = new AbortController();
    void settled.then(() => {
      over.abort();
    });
    while (!over.signal.aborted) {
      await cdn.settle();
      most = Math.max(most, cdn.held.length);
      cdn.held.shift()?.response.end('x');
    }
    return most;
  };

  it('runs four at once, never more, and all in the end (R-13)', async () => {
    const cdn = await testCdn();
    const bodies = Array.from('abcdef', (name) => cdn.downloads.body(cdn.about(`/${name}`)).result);
    const assets = Array.from('ghijkl', (name) => cdn.downloads.asset(cdn.about(`/${name}`)));
    expect(await answerAll(cdn, Promise.all([...bodies, ...assets]))).toBe(4);
    expect(cdn.asked).toHaveLength(12);
  });

  it('takes bodies before assets', async () => {
    const cdn = await testCdn();
    const assets = Array.from('abcdef', (name) => cdn.downloads.asset(cdn.about(`/${name}`)));
    await cdn.holding(4);
    const { result } = cdn.downloads.body(cdn.about('/body'));
    await answerAll(cdn, Promise.all([result, ...assets]));
    expect(cdn.asked.indexOf('/body')).toBe(4);
  });

  it('is left by one that a person waits for, which takes no slot', async () => {
    const cdn = await testCdn();
    for (const name of 'abcde') void cdn.downloads.body(cdn.about(`/${name}`)).result;
    const waiting = cdn.downloads.body(cdn.about('/waiting'));
    await cdn.holding(4);
    cdn.downloads.body(cdn.about('/waiting')).hurry();
    const fresh = cdn.downloads.body(cdn.about('/fresh'));
    fresh.hurry();
    fresh.hurry();
    await cdn.holding(6);
    expect(cdn.asked.slice(4)).toEqual(['/waiting', '/fresh']);
    for (const { path, response } of cdn.held)
      if (path === '/waiting' || path === '/fresh') response.end('x');
    expect(await waiting.result).toMatchObject({ ok: true });
    expect(await fresh.result).toMatchObject({ ok: true });
    await cdn.settle();
    expect(cdn.asked).toHaveLength(6);
    cdn.held[0]?.response.end('x');
    await cdn.holding(7);
    expect(cdn.asked[6]).toBe('/e');
  });

  it('gives a hurried one no slot even where all are free', async () => {
    const cdn = await testCdn();
    cdn.downloads.body(cdn.about('/hurried')).hurry();
    for (const name of 'abcd') void cdn.downloads.body(cdn.about(`/${name}`)).result;
    await cdn.holding(5);
    expect(cdn.asked.toSorted()).toEqual(['/a', '/b', '/c', '/d', '/hurried']);
  });

  it('is one of its own for each generation', async () => {
    const cdn = await testCdn();
    for (const name of 'abcd') void cdn.downloads.body(cdn.about(`/${name}`)).result;
    await cdn.holding(4);
    void cdn.generation().body(cdn.about('/a')).result;
    await cdn.holding(5);
    expect(cdn.asked[4]).toBe('/a');
  });

  it('drops what waits, and lets go on what does not', async () => {
    const cdn = await testCdn();
    const bodies = Array.from('abcdef', (name) => cdn.downloads.body(cdn.about(`/${name}`)).result);
    const asset = cdn.downloads.asset(cdn.about('/asset'));
    const hurried = cdn.downloads.body(cdn.about('/hurried'));
    hurried.hurry();
    await cdn.holding(5);
    cdn.downloads.dropWaiting();
    expect(await Promise.all(bodies.slice(4))).toMatchObject([cancelled, cancelled]);
    await asset;
    for (const { response } of cdn.held) response.end('x');
    const results = await Promise.all([...bodies.slice(0, 4), hurried.result]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(cdn.asked).toHaveLength(5);
    expect(eventsOf(cdn).every(({ type }) => type === 'downloaded')).toBe(true);
  });

  it('gives everything up when told to, and writes nothing of it', async () => {
    const cdn = await testCdn();
    const bodies = Array.from('abcdef', (name) => cdn.downloads.body(cdn.about(`/${name}`)).result);
    await cdn.holding(4);
    cdn.downloads.abort();
    expect(await Promise.all(bodies)).toMatchObject(bodies.map(() => cancelled));
    await cdn.activity.idle();
    expect(cdn.files()).toEqual([]);
    expect(eventsOf(cdn)).toEqual([]);
    expect(await cdn.downloads.body(cdn.about('/late')).result).toMatchObject(cancelled);
    expect(cdn.asked).toHaveLength(4);
  });
});
