import { describe, expect, it } from 'vitest';
import { type Lab, type LabOptions, minutes, openLab } from '../../helpers/lab.ts';
import { ask, openWithList, publish, storedRevision } from '../../helpers/details.ts';
import { memoryOf } from '../../helpers/seen.ts';

const workflows = [
  { id: 'wf_p', offering: 'default', prefetch: true },
  { id: 'wf_c', offering: 'sale' },
];

/** The setting is on, and `wf_c` was asked for on demand. */
const openKept = async (options: LabOptions = {}): Promise<Lab> => {
  const lab = await openWithList({ workflows, settings: { persistOnDemand: true }, ...options });
  await ask(lab, 'wf_c');
  return lab;
};

const envelopes = (lab: Lab): readonly string[] => lab.disk.contents().envelopes;

describe('a detail that was fetched on demand', () => {
  it('P-10 is not persisted unless the setting says so', async () => {
    const lab = await openKept({ settings: {} });
    expect(envelopes(lab)).toEqual(['wf_p']);
  });

  it('P-10 is persisted where the setting says so, and not as a prefetched one', async () => {
    const lab = await openKept();
    expect([envelopes(lab), lab.disk.isPrefetched('wf_p'), lab.disk.isPrefetched('wf_c')]).toEqual([
      ['wf_c', 'wf_p'],
      true,
      false,
    ]);
  });

  it.each(['android', 'ios'] as const)(
    'P-10 under %s is never persisted, whatever the setting says',
    async (rules) => {
      const lab = await openKept({ rules });
      expect(envelopes(lab)).toEqual(['wf_p']);
    },
  );

  it('F-01 stands in where its detail fails', async () => {
    const lab = await openKept();
    lab.engine.coldStart();
    lab.faults.setOnline(false);
    expect([await ask(lab, 'wf_c'), memoryOf(lab).details]).toEqual([
      'disk fresh r1',
      { wf_c: 'fresh' },
    ]);
  });

  it('F-01 stands in with its body from disk', async () => {
    const lab = await openKept({
      workflows: [{ id: 'wf_c', offering: 'sale', delivery: 'cdn' }],
    });
    lab.engine.coldStart();
    lab.faults.setOnline(false);
    const [ref] = lab.backend.project.bodyRefs('wf_c');
    expect([await ask(lab, 'wf_c'), [...lab.disk.neededFiles()]]).toEqual([
      'disk fresh r1',
      ref === undefined ? [] : [lab.files.nameOf(ref)],
    ]);
  });

  it('O-07 is not restored where the list fails', async () => {
    const lab = await openKept();
    lab.engine.coldStart();
    lab.faults.setOnline(false);
    await lab.engine.getWorkflowsList();
    expect(memoryOf(lab).details).toEqual({ wf_p: 'fresh' });
  });

  it('P-05 stays on disk as long as the list names it, though it is not prefetched', async () => {
    const lab = await openKept();
    await lab.engine.getWorkflowsList({ force: true });
    expect(envelopes(lab)).toEqual(['wf_c', 'wf_p']);
  });

  it('P-05 leaves the disk when the list names it no more', async () => {
    const lab = await openKept();
    lab.backend.project.change({ kind: 'remove', id: 'wf_c' });
    await lab.engine.getWorkflowsList({ force: true });
    expect(envelopes(lab)).toEqual(['wf_p']);
  });

  it('T-06 leaves the disk where it had been prefetched and is not any more', async () => {
    const lab = await openKept();
    lab.backend.project.change({ kind: 'workflow', id: 'wf_p', to: { prefetch: false } });
    await lab.engine.getWorkflowsList({ force: true });
    expect(envelopes(lab)).toEqual(['wf_c']);
  });

  it('P-07 counts as prefetched from the moment that the list prefetches it', async () => {
    const lab = await openKept();
    lab.backend.project.change({ kind: 'workflow', id: 'wf_c', to: { prefetch: true } });
    await lab.engine.getWorkflowsList({ force: true });
    expect([envelopes(lab), lab.disk.isPrefetched('wf_c')]).toEqual([['wf_c', 'wf_p'], true]);
  });

  it('P-10 is persisted anew by a refresh behind a stale answer', async () => {
    const lab = await openKept();
    publish(lab, 'wf_c', 2);
    publish(lab, 'wf_p', 2);
    await lab.advance(minutes(5));
    await ask(lab, 'wf_c');
    await ask(lab, 'wf_p');
    expect({
      stored: [storedRevision(lab, 'wf_c'), storedRevision(lab, 'wf_p')],
      isPrefetched: [lab.disk.isPrefetched('wf_c'), lab.disk.isPrefetched('wf_p')],
    }).toEqual({ stored: ['r2', 'r2'], isPrefetched: [false, true] });
  });

  it('F-03 stays on disk where its refresh is rejected', async () => {
    const lab = await openKept();
    await lab.advance(minutes(5));
    lab.faults.fail({ target: { what: 'detail' }, kind: 404 });
    await ask(lab, 'wf_c');
    expect([memoryOf(lab).details['wf_c'], envelopes(lab)]).toEqual([undefined, ['wf_c', 'wf_p']]);
  });

  it('P-10 is filed under the id that was asked for, an offering too', async () => {
    const lab = await openLab({ workflows: [], settings: { persistOnDemand: true } });
    await ask(lab, 'sale');
    lab.engine.coldStart();
    lab.faults.setOnline(false);
    expect([envelopes(lab), await ask(lab, 'sale'), memoryOf(lab)]).toEqual([
      ['sale'],
      'disk fresh r1',
      { offerings: 'absent', list: 'absent', details: { wf_sale: 'fresh' }, map: {} },
    ]);
  });

  it('D-14 is not persisted where its workflow has an empty id', async () => {
    const lab = await openLab({
      workflows: [{ id: 'wf_c', answersAs: '' }],
      settings: { persistOnDemand: true },
    });
    expect([await ask(lab, 'wf_c'), envelopes(lab)]).toEqual(['network fresh r1', []]);
  });

  it('P-12 costs the call nothing where the disk is full', async () => {
    const lab = await openLab({ workflows, settings: { persistOnDemand: true } });
    lab.space.isFull = true;
    expect([await ask(lab, 'wf_c'), await ask(lab, 'wf_c'), envelopes(lab)]).toEqual([
      'network fresh r1',
      'memory fresh r1',
      [],
    ]);
  });
});

describe('the cap on what was asked for on demand', () => {
  const three = ['wf_1', 'wf_2', 'wf_3'].map((id) => ({ id }));
  const settings = { persistOnDemand: true, sizes: { onDemandEntries: 2 } };

  it('A8 says which envelope had to make room', async () => {
    const lab = await openLab({ workflows: three, settings });
    for (const { id } of three) await ask(lab, id);
    expect([envelopes(lab), lab.find('evicted')]).toMatchObject([
      ['wf_2', 'wf_3'],
      { id: 'wf_1', subject: 'disk' },
    ]);
  });

  it('A4 counts an answer from memory as a use', async () => {
    const lab = await openLab({ workflows: three, settings });
    for (const id of ['wf_1', 'wf_2', 'wf_1', 'wf_3']) await ask(lab, id);
    expect(envelopes(lab)).toEqual(['wf_1', 'wf_3']);
  });
});
