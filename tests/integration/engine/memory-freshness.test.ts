import { describe, expect, it } from 'vitest';
import { hours, minutes, openLab } from '../../helpers/lab.ts';
import { ask, openWithList } from '../../helpers/details.ts';
import { detailIn, memoryOf, seen } from '../../helpers/seen.ts';

const plain = {
  workflows: [
    { id: 'wf_a', offering: 'default' },
    { id: 'wf_b', offering: 'sale' },
  ],
};

describe('memory', () => {
  it('M-01 holds nothing at first, then what was fetched, and no other id is touched', async () => {
    const lab = await openLab(plain);
    const empty = memoryOf(lab).details;
    await ask(lab, 'wf_a');
    const one = memoryOf(lab).details;
    await lab.advance(minutes(1));
    const storedAt = lab.engine.snapshot().details.values().next().value?.storedAt;
    await ask(lab, 'wf_b');
    const { details } = lab.engine.snapshot();
    expect({
      empty,
      one,
      both: [...details.values()].map((entry) => (entry.storedAt ?? 0) - (storedAt ?? 0)),
    }).toEqual({ empty: {}, one: { wf_a: 'fresh' }, both: [0, minutes(1)] });
  });

  it('M-02 has nothing fresh where nothing is cached: every ask is a request', async () => {
    const lab = await openLab(plain);
    const answers = [await ask(lab, 'wf_a'), seen(await lab.engine.getWorkflowsList())];
    expect([answers, lab.requests('detail'), lab.requests('list')]).toEqual([
      ['network fresh r1', 'network fresh'],
      1,
      1,
    ]);
  });

  it('M-03 M-05 is fresh in the foreground until five minutes have passed', async () => {
    const lab = await openWithList();
    const at = async (ms: number): Promise<readonly string[]> => {
      await lab.advance(ms);
      return [memoryOf(lab).list, detailIn(lab, 'wf_a')];
    };
    expect([await at(0), await at(minutes(5) - 1), await at(1)]).toEqual([
      ['fresh', 'fresh'],
      ['fresh', 'fresh'],
      ['stale', 'stale'],
    ]);
  });

  it('M-04 M-05 is fresh in the background until 25 hours have passed, also what was stale before', async () => {
    const lab = await openWithList();
    const at = async (ms: number): Promise<readonly string[]> => {
      await lab.advance(ms);
      return [memoryOf(lab).list, detailIn(lab, 'wf_a')];
    };
    const foreground = await at(minutes(5));
    lab.engine.setForeground(false);
    expect([foreground, await at(0), await at(hours(25) - minutes(5) - 1), await at(1)]).toEqual([
      ['stale', 'stale'],
      ['fresh', 'fresh'],
      ['fresh', 'fresh'],
      ['stale', 'stale'],
    ]);
  });

  it('T-03 is stale where it was stored in what is the future now', async () => {
    const lab = await openWithList();
    await lab.advance(-minutes(1));
    expect([memoryOf(lab).list, await ask(lab, 'wf_a'), lab.requests('detail wf_a')]).toEqual([
      'stale',
      'memory stale r1',
      1,
    ]);
  });

  it.each(['android', 'ios'] as const)(
    'T-03 under %s is fresh where it was stored in what is the future now',
    async (rules) => {
      const lab = await openWithList({ rules });
      await lab.advance(-minutes(1));
      expect([memoryOf(lab).list, await ask(lab, 'wf_a'), lab.requests('detail wf_a')]).toEqual([
        'fresh',
        'memory fresh r1',
        0,
      ]);
    },
  );

  it('M-06 keeps a fresh detail readable when it is marked stale', async () => {
    const lab = await openWithList(plain);
    await ask(lab, 'wf_a');
    await lab.engine.getWorkflowsList({ force: true });
    const marked = detailIn(lab, 'wf_a');
    lab.engine.setForeground(false);
    expect([marked, detailIn(lab, 'wf_a'), await ask(lab, 'wf_a')]).toEqual([
      'stale',
      'stale',
      'memory stale r1',
    ]);
  });

  it('M-13 answers with no request where list, mapping and detail are fresh', async () => {
    const lab = await openWithList();
    expect([await ask(lab, 'default'), lab.backend.record().arrivals]).toEqual([
      'memory fresh r1',
      [],
    ]);
  });

  it('M-13 makes a request in every other case', async () => {
    const lab = await openLab(plain);
    const unlisted = [await ask(lab, 'default'), lab.requests('detail default')];
    await lab.engine.getWorkflowsList();
    const notCached = [await ask(lab, 'sale'), lab.requests('detail wf_b')];
    const unmapped = [await ask(lab, 'nowhere'), lab.requests('detail nowhere')];
    await lab.advance(minutes(5));
    const stale = [await ask(lab, 'sale'), lab.requests('detail wf_b')];
    expect({ unlisted, notCached, unmapped, stale }).toEqual({
      unlisted: ['network fresh r1', 1],
      notCached: ['network fresh r1', 1],
      unmapped: ['error rejected 404', 1],
      stale: ['memory stale r1', 2],
    });
  });
});
