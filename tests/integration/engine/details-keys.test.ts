import { describe, expect, it } from 'vitest';
import { offeringId } from '../../../shared/model/ids.ts';
import { minutes, openLab } from '../../helpers/lab.ts';
import { ask, openWithList } from '../../helpers/details.ts';
import { memoryOf } from '../../helpers/seen.ts';

describe('asking by an offering that the list maps', () => {
  it('D-11 serves the detail that was prefetched under the workflow id', async () => {
    const lab = await openWithList();
    expect({
      answers: [await ask(lab, 'default'), await ask(lab, 'sale')],
      requests: lab.requests('detail'),
      details: memoryOf(lab).details,
    }).toEqual({
      answers: ['memory fresh r1', 'memory fresh r1'],
      requests: 0,
      details: { wf_a: 'fresh', wf_b: 'fresh' },
    });
  });

  it('D-11 asks the backend by the workflow id where nothing was prefetched', async () => {
    const lab = await openWithList({ workflows: [{ id: 'wf_a', offering: 'default' }] });
    const answer = await ask(lab, 'default');
    expect({
      answer,
      arrivals: lab.backend.record().arrivals,
      memory: memoryOf(lab),
    }).toMatchObject({
      answer: 'network fresh r1',
      arrivals: [{ scope: 'detail', id: 'wf_a' }],
      memory: { details: { wf_a: 'fresh' }, map: { default: 'wf_a' } },
    });
  });

  it('D-11 does not wait for a list in flight', async () => {
    const lab = await openWithList();
    lab.faults.hold({ what: 'list' });
    void lab.engine.getWorkflowsList({ force: true });
    expect(await ask(lab, 'sale')).toBe('memory fresh r1');
  });
});

describe('asking by an offering that no list maps', () => {
  const unmapped = { workflows: [{ id: 'wf_a', offering: 'default' }] };

  it('D-12 asks the backend with that id, caches under the own id of the answer and learns the pair', async () => {
    const lab = await openWithList(unmapped);
    const first = await ask(lab, 'sale');
    expect({
      answers: [first, await ask(lab, 'sale'), await ask(lab, 'wf_sale')],
      arrivals: lab.backend.record().arrivals,
      memory: memoryOf(lab),
    }).toMatchObject({
      answers: ['network fresh r1', 'memory fresh r1', 'memory fresh r1'],
      arrivals: [{ scope: 'detail', id: 'sale' }],
      memory: { details: { wf_sale: 'fresh' }, map: { default: 'wf_a', sale: 'wf_sale' } },
    });
  });

  it('D-12 does so before any list was fetched', async () => {
    const lab = await openLab();
    await ask(lab, 'default');
    expect({ arrivals: lab.backend.record().arrivals, memory: memoryOf(lab) }).toMatchObject({
      arrivals: [{ scope: 'detail', id: 'default' }],
      memory: { list: 'absent', details: { wf_a: 'fresh' }, map: { default: 'wf_a' } },
    });
  });

  it('M-11 keeps the pairs that are there beside a learned one, and drops it with the next list', async () => {
    const lab = await openWithList(unmapped);
    await ask(lab, 'sale');
    const learned = memoryOf(lab).map;
    await lab.engine.getWorkflowsList({ force: true });
    expect({
      learned,
      next: memoryOf(lab).map,
      lookUp: lab.engine.workflowIdForOffering(offeringId('sale')),
    }).toEqual({
      learned: { default: 'wf_a', sale: 'wf_sale' },
      next: { default: 'wf_a' },
      lookUp: null,
    });
  });

  it('D-12 learns nothing where the answer has the id that was asked for', async () => {
    const lab = await openLab(unmapped);
    expect([await ask(lab, 'wf_a'), memoryOf(lab).map]).toEqual(['network fresh r1', {}]);
  });

  it('D-12 refreshes a learned workflow by its own id', async () => {
    const lab = await openWithList(unmapped);
    await ask(lab, 'sale');
    await lab.advance(minutes(5));
    const answer = await ask(lab, 'sale');
    expect([answer, lab.backend.record().arrivals]).toEqual([
      'memory stale r1',
      [
        { scope: 'detail', id: 'sale' },
        { scope: 'detail', id: 'wf_sale' },
      ],
    ]);
  });
});

describe('an answer with another id', () => {
  const other = { id: 'wf_1', offering: 'default', answersAs: 'wf_2' };

  it('D-13 is cached under its own id only, leaves the map as it is, and is fetched again by the old id', async () => {
    const lab = await openWithList({ workflows: [other] });
    await ask(lab, 'default');
    const first = memoryOf(lab);
    const again = await ask(lab, 'wf_1');
    expect({ first, again, arrivals: lab.backend.record().arrivals, after: memoryOf(lab) }).toEqual(
      {
        first: {
          offerings: 'absent',
          list: 'fresh',
          details: { wf_2: 'fresh' },
          map: { default: 'wf_1' },
        },
        again: 'network fresh r1',
        arrivals: [
          { scope: 'detail', id: 'wf_1' },
          { scope: 'detail', id: 'wf_1' },
        ],
        after: first,
      },
    );
  });

  it('D-13 is served from memory to who asks by the own id', async () => {
    const lab = await openWithList({ workflows: [other] });
    await ask(lab, 'default');
    expect([await ask(lab, 'wf_2'), lab.requests('detail')]).toEqual(['memory fresh r1', 1]);
  });

  it('D-13 is filed on disk under the id that was asked for', async () => {
    const lab = await openWithList({ workflows: [{ ...other, prefetch: true }] });
    expect([memoryOf(lab).details, lab.disk.contents().envelopes]).toEqual([
      { wf_2: 'fresh' },
      ['wf_1'],
    ]);
  });

  it('D-14 is delivered and not cached where the id is empty', async () => {
    const lab = await openWithList({ workflows: [{ ...other, answersAs: '' }] });
    const answers = [await ask(lab, 'wf_1'), await ask(lab, 'wf_1'), await ask(lab, 'default')];
    expect({
      answers,
      requests: lab.requests('detail'),
      memory: memoryOf(lab),
      disk: lab.disk.contents().envelopes,
    }).toMatchObject({
      answers: ['network fresh r1', 'network fresh r1', 'network fresh r1'],
      requests: 3,
      memory: { details: {}, map: { default: 'wf_1' } },
      disk: [],
    });
  });
});
