import { describe, expect, it } from 'vitest';
import { minutes, openLab } from '../../helpers/lab.ts';
import { ask, openWithList, publish, storedRevision } from '../../helpers/details.ts';
import { memoryOf, seen } from '../../helpers/seen.ts';

describe('a disk that takes no more', () => {
  it('P-12 lets the list complete with every prefetched detail in memory', async () => {
    const lab = await openLab();
    lab.space.isFull = true;
    const list = await lab.engine.getWorkflowsList();
    await lab.settle();
    expect({
      list: seen(list),
      memory: memoryOf(lab),
      answers: [await ask(lab, 'default'), await ask(lab, 'sale')],
      disk: lab.disk.contents(),
      requests: lab.requests('detail'),
    }).toEqual({
      list: 'network fresh',
      memory: {
        offerings: 'absent',
        list: 'fresh',
        details: { wf_a: 'fresh', wf_b: 'fresh' },
        map: { default: 'wf_a', sale: 'wf_b' },
      },
      answers: ['memory fresh r1', 'memory fresh r1'],
      disk: { offerings: false, list: false, envelopes: [], quarantined: 0 },
      requests: 2,
    });
  });

  it('P-12 tells in the timeline what could not be saved', async () => {
    const lab = await openLab();
    lab.space.isFull = true;
    await lab.engine.getWorkflowsList();
    await lab.settle();
    const failed = lab.timeline
      .since(1)
      .filter((event) => event.type === 'failed' && event.error?.code === 'disk');
    expect(failed.map(({ subject, id }) => `${subject} ${id ?? ''}`).toSorted()).toEqual([
      'cdn wf_b',
      'disk list',
      'disk wf_a',
      'disk wf_b',
    ]);
  });

  it('P-12 never harms the copies that are there', async () => {
    const lab = await openWithList();
    publish(lab, 'wf_a', 2);
    publish(lab, 'wf_b', 2);
    lab.space.isFull = true;
    await lab.engine.getWorkflowsList({ force: true });
    await lab.settle();
    expect({
      answers: [await ask(lab, 'wf_a'), await ask(lab, 'wf_b')],
      disk: lab.disk.contents(),
      stored: [storedRevision(lab, 'wf_a'), storedRevision(lab, 'wf_b')],
    }).toEqual({
      answers: ['memory fresh r2', 'memory fresh r2'],
      disk: { offerings: false, list: true, envelopes: ['wf_a', 'wf_b'], quarantined: 0 },
      stored: ['r1', 'r1'],
    });
  });

  it('R-10 P-12 has a body that was verified used from memory, and its envelope not persisted', async () => {
    const lab = await openLab();
    lab.space.isFull = true;
    const answer = await ask(lab, 'wf_b');
    lab.space.isFull = false;
    await lab.engine.getWorkflowsList();
    await lab.settle();
    const [ref] = lab.backend.project.bodyRefs('wf_b');
    expect({
      answer,
      next: await ask(lab, 'wf_b'),
      isFileThere: ref !== undefined && lab.files.has(ref),
      envelopes: lab.disk.contents().envelopes,
      requests: [lab.requests('detail wf_b'), lab.requests('cdn wf_b')],
    }).toEqual({
      answer: 'network fresh r1',
      next: 'memory fresh r1',
      isFileThere: false,
      envelopes: ['wf_a'],
      requests: [1, 1],
    });
  });

  it('P-12 persists again once there is room', async () => {
    const lab = await openLab();
    lab.space.isFull = true;
    await lab.engine.getWorkflowsList();
    await lab.settle();
    lab.space.isFull = false;
    await lab.advance(minutes(5));
    await lab.engine.getWorkflowsList({ force: true });
    await lab.settle();
    expect(lab.disk.contents()).toEqual({
      offerings: false,
      list: true,
      envelopes: ['wf_a', 'wf_b'],
      quarantined: 0,
    });
  });
});
