import { describe, expect, it } from 'vitest';
import { ruleSets } from '../../../shared/policies.ts';
import { okFrom, prefetchedProject, requestsOf, watch } from '../../helpers/engine-view.ts';
import { type Lab, openLab } from '../../helpers/lab.ts';
import { memoryOf } from '../../helpers/seen.ts';

const downloads = ({ backend }: Lab): readonly string[] =>
  backend
    .record()
    .arrivals.filter(({ scope }) => scope === 'cdn' || scope === 'asset')
    .map(({ scope, id }) => (id === null ? scope : `${scope} ${id}`));

const listOk = { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: false };

describe.each(ruleSets)('the download queue under %s', (rules) => {
  it('R-13 at most four prefetched bodies are downloaded at once, and four are', async () => {
    const lab = await openLab({ rules, ...prefetchedProject(9, 'cdn') });
    lab.faults.hold({ what: 'cdn' });
    const list = watch(lab.engine.getWorkflowsList());
    await lab.settle();
    const held = requestsOf(lab).cdn;
    lab.faults.release();
    await lab.settle();
    expect([held, requestsOf(lab).cdn, lab.backend.record().peaks.cdn, list.now()]).toEqual([
      4,
      9,
      4,
      listOk,
    ]);
  });
});

describe('the download queue', () => {
  it('T-05 an ask for a body that waits in the queue is issued at once and still persisted', async () => {
    const lab = await openLab(prefetchedProject(7, 'cdn'));
    lab.faults.hold({ what: 'cdn' });
    const list = watch(lab.engine.getWorkflowsList());
    await lab.settle();
    lab.faults.release({ what: 'cdn', id: 'wf_7' });
    const asked = watch(lab.engine.getWorkflow('wf_7'));
    await lab.settle();
    const meanwhile = {
      asked: asked.now(),
      list: list.now(),
      downloads: downloads(lab).slice(4),
      envelopes: lab.disk.contents().envelopes,
    };
    lab.faults.release();
    await lab.settle();
    expect({ meanwhile, requests: requestsOf(lab), list: list.now() }).toEqual({
      meanwhile: {
        asked: okFrom('network', 'wf_7'),
        list: 'pending',
        downloads: ['cdn wf_7'],
        envelopes: ['wf_7'],
      },
      requests: { offerings: 0, list: 1, detail: 7, cdn: 7 },
      list: listOk,
    });
  });

  it('T-05 an ask that comes before the envelope is there takes its body past the queue too', async () => {
    const lab = await openLab(prefetchedProject(7, 'cdn'));
    lab.faults.hold({ what: 'cdn' });
    lab.faults.hold({ what: 'detail', id: 'wf_7' });
    void lab.engine.getWorkflowsList();
    await lab.settle();
    lab.faults.release({ what: 'cdn', id: 'wf_7' });
    const asked = watch(lab.engine.getWorkflow('wf_7'));
    lab.faults.release({ what: 'detail', id: 'wf_7' });
    await lab.settle();
    expect([asked.now(), downloads(lab).slice(4), lab.disk.contents().envelopes]).toEqual([
      okFrom('network', 'wf_7'),
      ['cdn wf_7'],
      ['wf_7'],
    ]);
  });

  it('T-05 an ask for a workflow that is not prefetched downloads its body while the queue is full', async () => {
    const project = prefetchedProject(6, 'cdn');
    const lab = await openLab({
      ...project,
      workflows: [...project.workflows, { id: 'wf_x', delivery: 'cdn' }],
    });
    lab.faults.hold({ what: 'cdn' });
    void lab.engine.getWorkflowsList();
    await lab.settle();
    lab.faults.release({ what: 'cdn', id: 'wf_x' });
    const asked = watch(lab.engine.getWorkflow('wf_x'));
    await lab.settle();
    expect([asked.now(), requestsOf(lab).cdn]).toEqual([okFrom('network', 'wf_x'), 5]);
  });

  it('T-04 prefetch and on-demand for one id at once share one request and one download', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'all' });
    const list = watch(lab.engine.getWorkflowsList());
    await lab.settle();
    lab.faults.release({ what: 'list' });
    await lab.settle();
    const asked = [watch(lab.engine.getWorkflow('wf_b')), watch(lab.engine.getWorkflow('sale'))];
    await lab.settle();
    lab.faults.release({ what: 'detail' });
    await lab.settle();
    asked.push(watch(lab.engine.getWorkflow('wf_b')));
    await lab.settle();
    const pending = asked.map((call) => call.now());
    lab.faults.release();
    await lab.settle();
    expect({
      pending,
      asked: asked.map((call) => call.now()),
      list: list.now(),
      detail: lab.requests('detail wf_b'),
      cdn: lab.requests('cdn wf_b'),
      envelopes: lab.disk.contents().envelopes,
    }).toEqual({
      pending: ['pending', 'pending', 'pending'],
      asked: [okFrom('network', 'wf_b'), okFrom('network', 'wf_b'), okFrom('network', 'wf_b')],
      list: listOk,
      detail: 1,
      cdn: 1,
      envelopes: ['wf_a', 'wf_b'],
    });
  });

  it('T-04 a prefetch that finds its id being asked for on demand joins it, and what comes is persisted', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'all' });
    const asked = watch(lab.engine.getWorkflow('wf_b'));
    const list = watch(lab.engine.getWorkflowsList());
    await lab.settle();
    lab.faults.release({ what: 'list' });
    await lab.settle();
    lab.faults.release();
    await lab.settle();
    expect([asked.now(), list.now(), lab.requests('detail wf_b'), lab.disk.contents()]).toEqual([
      okFrom('network', 'wf_b'),
      listOk,
      1,
      { offerings: false, list: true, envelopes: ['wf_a', 'wf_b'], quarantined: 0 },
    ]);
  });

  it('R-12 a failed download is forgotten, so that the next ask tries again', async () => {
    const lab = await openLab();
    lab.faults.fail({ target: { what: 'cdn' }, kind: 'reset', times: 1 });
    const first = watch(lab.engine.getWorkflow('wf_b'));
    await lab.settle();
    const second = watch(lab.engine.getWorkflow('wf_b'));
    await lab.settle();
    expect([first.now(), second.now(), requestsOf(lab).cdn]).toEqual([
      { status: 'error', error: 'cdn-failed', isFormerUser: false },
      okFrom('network', 'wf_b'),
      2,
    ]);
  });
});

describe('assets', () => {
  const withAssets = {
    offerings: [{ id: 'of_1' }, { id: 'of_2' }],
    workflows: [
      { id: 'wf_1', offering: 'of_1', prefetch: true, assets: 6 },
      { id: 'wf_2', offering: 'of_2', prefetch: true, delivery: 'cdn' as const },
    ],
  };

  it('D-10 never hold up a result: calls complete and envelopes are persisted while every asset is held', async () => {
    const lab = await openLab({
      workflows: [{ id: 'wf_a', offering: 'default', prefetch: true, assets: 6 }],
    });
    lab.faults.hold({ what: 'asset' });
    const list = watch(lab.engine.getWorkflowsList());
    const asked = watch(lab.engine.getWorkflow('wf_a'));
    await lab.settle();
    expect({
      calls: [list.now(), asked.now()],
      assets: lab.requests('asset'),
      memory: memoryOf(lab).details,
      envelopes: lab.disk.contents().envelopes,
    }).toEqual({
      calls: [listOk, okFrom('network', 'wf_a')],
      assets: 4,
      memory: { wf_a: 'fresh' },
      envelopes: ['wf_a'],
    });
  });

  it('R-17 wait for bodies: a body that comes later goes before the assets that wait already', async () => {
    const lab = await openLab(withAssets);
    lab.faults.hold({ what: 'asset' });
    lab.faults.hold({ what: 'detail', id: 'wf_2' });
    void lab.engine.getWorkflowsList();
    await lab.settle();
    lab.faults.release({ what: 'detail', id: 'wf_2' });
    await lab.settle();
    const full = downloads(lab);
    lab.faults.release({ what: 'asset' });
    await lab.settle();
    expect({ full, then: downloads(lab).slice(4) }).toEqual({
      full: ['asset', 'asset', 'asset', 'asset'],
      then: ['cdn wf_2', 'asset', 'asset'],
    });
  });

  it('R-13 share the limit of four with bodies', async () => {
    const project = prefetchedProject(3, 'cdn');
    const lab = await openLab({
      offerings: [...project.offerings, { id: 'of_4' }],
      workflows: [
        ...project.workflows,
        { id: 'wf_4', offering: 'of_4', prefetch: true, assets: 9 },
      ],
    });
    lab.faults.hold({ what: 'cdn' });
    lab.faults.hold({ what: 'asset' });
    void lab.engine.getWorkflowsList();
    await lab.settle();
    const { peaks } = lab.backend.record();
    lab.faults.release();
    await lab.settle();
    expect([peaks.download, lab.backend.record().peaks.download, lab.requests('asset')]).toEqual([
      4, 4, 9,
    ]);
  });
});
