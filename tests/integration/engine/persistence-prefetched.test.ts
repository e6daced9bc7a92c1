import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appUserId } from '../../../shared/model/ids.ts';
import { type Lab, minutes, openLab } from '../../helpers/lab.ts';
import { workflow } from '../../helpers/specs.ts';
import {
  ask,
  count,
  follow,
  openWithList,
  publish,
  storedRevision,
} from '../../helpers/details.ts';
import { detailIn, memoryOf, seen } from '../../helpers/seen.ts';

/** Which file lies there: another one is another document, even of the same text. */
const fileOf = (lab: Lab, id: string): number =>
  statSync(lab.disk.pathOf({ kind: 'envelope', id })).ino;

/** The next list is fetched although the details are fresh: a 4xx takes the one in memory away. */
const refetchList = async (lab: Lab): Promise<void> => {
  lab.faults.fail({ target: { what: 'list' }, kind: 404, times: 1 });
  await lab.engine.getWorkflowsList({ force: true });
  await lab.engine.getWorkflowsList();
  await lab.settle();
};

describe('the list on disk', () => {
  it('P-01 is written when the list lands, and reads back after a restart', async () => {
    const lab = await openWithList();
    const written = lab.disk.contents().list;
    lab.engine.coldStart();
    lab.faults.fail({ target: { what: 'list' }, kind: 503 });
    const answer = await lab.engine.getWorkflowsList();
    expect([written, seen(answer), memoryOf(lab).map]).toEqual([
      true,
      'disk stale',
      { default: 'wf_a', sale: 'wf_b' },
    ]);
  });

  it('P-01 is none where nothing was ever stored', async () => {
    const lab = await openLab();
    lab.faults.fail({ target: { what: 'list' }, kind: 503 });
    const answer = await lab.engine.getWorkflowsList();
    expect([seen(answer), lab.disk.contents()]).toEqual([
      'error backend-error 503',
      { offerings: false, list: false, envelopes: [], quarantined: 0 },
    ]);
  });

  it.each([
    ['cut', (text: string) => text.slice(0, -20)],
    ['empty', () => ''],
    ['of another shape', () => '{"workflows":7}'],
  ])('P-01 is none where it is %s, and the timeline says so', async (_, spoil) => {
    const lab = await openWithList();
    lab.engine.coldStart();
    const file = lab.disk.pathOf({ kind: 'list' });
    writeFileSync(file, spoil(readFileSync(file, 'utf8')));
    lab.faults.fail({ target: { what: 'list' }, kind: 503 });
    const answer = await lab.engine.getWorkflowsList();
    expect([seen(answer), lab.disk.contents().list, lab.find('quarantined')?.subject]).toEqual([
      'error backend-error 503',
      false,
      'list',
    ]);
  });
});

describe('a detail that is prefetched', () => {
  it('P-07 P-03 is on disk under its workflow id when the list completes, raw as it came', async () => {
    const lab = await openWithList();
    const { project, origins } = lab.backend;
    const stored = ['wf_a', 'wf_b'].map((id) => lab.disk.readEnvelope(lab.disk.keyOf(id)));
    expect(stored).toEqual(
      ['wf_a', 'wf_b'].map((id) => ({
        status: 'present',
        value: expect.objectContaining({
          id,
          user: 'ana',
          body: JSON.parse(project.detail(id, origins) ?? '') as unknown,
        }) as unknown,
      })),
    );
  });

  it('P-07 is on disk as soon as it has settled, also while others still run', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'detail', id: 'wf_b' });
    const list = follow(lab.engine.getWorkflowsList(), seen);
    await lab.settle();
    expect([list(), lab.disk.contents().envelopes]).toEqual(['pending', ['wf_a']]);
  });

  it('P-03 writes nothing where the list prefetches nothing', async () => {
    const lab = await openWithList({ workflows: [{ id: 'wf_a', offering: 'default' }] });
    expect([lab.disk.contents(), count(lab, 'persisted')]).toEqual([
      { offerings: false, list: true, envelopes: [], quarantined: 0 },
      1,
    ]);
  });

  it.each([503, 404, 'bad-json'] as const)(
    'P-11 is not on disk where its fetch fails (%s), and what else is prefetched is',
    async (kind) => {
      const lab = await openLab();
      lab.faults.fail({ target: { what: 'detail', id: 'wf_a' }, kind });
      await lab.engine.getWorkflowsList();
      expect(lab.disk.contents().envelopes).toEqual(['wf_b']);
    },
  );

  it('P-11 is not on disk where its body cannot be had', async () => {
    const lab = await openLab();
    lab.faults.fail({ target: { what: 'cdn' }, kind: 'wrong-hash' });
    await lab.engine.getWorkflowsList();
    expect(lab.disk.contents().envelopes).toEqual(['wf_a']);
  });

  it('P-11 leaves the good copy on disk where a later fetch fails', async () => {
    const lab = await openWithList();
    publish(lab, 'wf_a', 2);
    lab.faults.fail({ target: { what: 'detail' }, kind: 503 });
    await lab.engine.getWorkflowsList({ force: true });
    expect(storedRevision(lab, 'wf_a')).toBe('r1');
  });
});

describe('what a new list does to the envelopes on disk', () => {
  it('P-05 removes those whose ids it does not name', async () => {
    const lab = await openWithList();
    lab.backend.project.change({ kind: 'remove', id: 'wf_a' });
    await lab.engine.getWorkflowsList({ force: true });
    expect({
      envelopes: lab.disk.contents().envelopes,
      pruned: [count(lab, 'pruned wf_a'), count(lab, 'pruned wf_b')],
    }).toEqual({ envelopes: ['wf_b'], pruned: [1, 0] });
  });

  it('P-05 rewrites nothing where there is nothing to remove', async () => {
    const lab = await openWithList();
    const before = [fileOf(lab, 'wf_a'), fileOf(lab, 'wf_b')];
    await refetchList(lab);
    expect({
      files: [fileOf(lab, 'wf_a'), fileOf(lab, 'wf_b')],
      lists: lab.requests('list'),
      pruned: lab.find('pruned'),
    }).toEqual({ files: before, lists: 2, pruned: undefined });
  });

  it('P-05 leaves those alone that stay when it removes others', async () => {
    const lab = await openWithList();
    const before = fileOf(lab, 'wf_b');
    lab.backend.project.change({ kind: 'remove', id: 'wf_a' });
    await refetchList(lab);
    expect([lab.disk.contents().envelopes, fileOf(lab, 'wf_b')]).toEqual([['wf_b'], before]);
  });

  it('P-05 does nothing where nothing is persisted', async () => {
    const lab = await openWithList({ workflows: [] });
    expect([lab.disk.contents().envelopes, lab.find('pruned')]).toEqual([[], undefined]);
  });

  it('P-05 T-06 removes those that it names and does not prefetch any more', async () => {
    const lab = await openWithList();
    lab.backend.project.change({ kind: 'workflow', id: 'wf_a', to: { prefetch: false } });
    await lab.engine.getWorkflowsList({ force: true });
    expect(lab.disk.contents().envelopes).toEqual(['wf_b']);
  });

  it.each(['android', 'ios'] as const)(
    'P-05 under %s removes only those that it does not name',
    async (rules) => {
      const workflows = ['wf_a', 'wf_b', 'wf_c'].map((id) => ({
        id,
        offering: id,
        prefetch: true,
      }));
      const lab = await openWithList({ rules, workflows });
      lab.backend.project.change({ kind: 'workflow', id: 'wf_a', to: { prefetch: false } });
      lab.backend.project.change({ kind: 'remove', id: 'wf_b' });
      await lab.engine.getWorkflowsList({ force: true });
      expect(lab.disk.contents().envelopes).toEqual(['wf_a', 'wf_c']);
    },
  );

  it('P-06 has the last word where it changes while a prefetch for an older one runs', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'detail', id: 'wf_a' });
    const first = follow(lab.engine.getWorkflowsList(), seen);
    await lab.settle();
    lab.backend.project.change({ kind: 'remove', id: 'wf_a' });
    lab.faults.release();
    await lab.settle();
    const next = await lab.engine.getWorkflowsList({ force: true });
    await lab.settle();
    expect([first(), seen(next), lab.disk.contents().envelopes]).toEqual([
      'network fresh',
      'network fresh',
      ['wf_b'],
    ]);
  });

  it('P-06 under android keeps a late prefetch off the disk whose id the current list does not name', async () => {
    const lab = await openLab({ rules: 'android' });
    lab.faults.hold({ what: 'detail', id: 'wf_a' });
    void lab.engine.getWorkflowsList();
    await lab.settle();
    lab.engine.logIn(appUserId('ben'));
    lab.backend.project.change({ kind: 'remove', id: 'wf_a' });
    await lab.engine.getWorkflowsList();
    lab.backend.project.change({
      kind: 'add',
      workflow: workflow({ id: 'wf_a' }),
    });
    lab.faults.release();
    await lab.settle();
    expect([detailIn(lab, 'wf_a'), lab.disk.contents().envelopes]).toEqual(['fresh', ['wf_b']]);
  });
});

describe('an ask on demand', () => {
  it('P-10 persists nothing', async () => {
    const lab = await openWithList({ workflows: [{ id: 'wf_c', offering: 'default' }] });
    expect([await ask(lab, 'wf_c'), await ask(lab, 'sale'), lab.disk.contents().envelopes]).toEqual(
      ['network fresh r1', 'network fresh r1', []],
    );
  });

  it('P-10 leaves the persisted copy as it is where its refresh brings something newer', async () => {
    const lab = await openWithList();
    publish(lab, 'wf_a', 2);
    await lab.advance(minutes(5));
    await ask(lab, 'wf_a');
    expect([await ask(lab, 'wf_a'), storedRevision(lab, 'wf_a')]).toEqual([
      'memory fresh r2',
      'r1',
    ]);
  });
});
