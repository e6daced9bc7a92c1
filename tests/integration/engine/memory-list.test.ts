import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appUserId, offeringId } from '../../../shared/model/ids.ts';
import { type Lab, minutes, openLab } from '../../helpers/lab.ts';
import { follow, openWithList } from '../../helpers/details.ts';
import { memoryOf, seen } from '../../helpers/seen.ts';

const lookUp = (lab: Lab, id: string): string | null =>
  lab.engine.workflowIdForOffering(offeringId(id));

const isThere = (lab: Lab): boolean => lab.engine.snapshot().list !== null;

/** Fails the list with this from now on, and asks for it by force. */
const failList = async (lab: Lab, kind: 503 | 404): Promise<string> => {
  lab.faults.fail({ target: { what: 'list' }, kind });
  const answer = await lab.engine.getWorkflowsList({ force: true });
  await lab.settle();
  return seen(answer);
};

describe('the offering map in memory', () => {
  it('M-08 answers with an id or null, from memory alone', async () => {
    const lab = await openWithList();
    const mapped = [lookUp(lab, 'default'), lookUp(lab, 'sale'), lookUp(lab, 'nowhere')];
    lab.engine.coldStart();
    const cold = lookUp(lab, 'default');
    await lab.settle();
    expect([mapped, cold, lab.backend.record().arrivals, memoryOf(lab).list]).toEqual([
      ['wf_a', 'wf_b', null],
      null,
      [],
      'absent',
    ]);
  });

  it('M-07 answers on while the list is stale', async () => {
    const lab = await openWithList();
    await lab.advance(minutes(5));
    expect([memoryOf(lab).list, lookUp(lab, 'sale')]).toEqual(['stale', 'wf_b']);
  });

  it('M-07 answers on while a forced refresh runs, and takes what that brings', async () => {
    const lab = await openWithList();
    lab.backend.project.change({ kind: 'workflow', id: 'wf_b', to: { offering: 'winter' } });
    lab.faults.hold({ what: 'list' });
    const list = follow(lab.engine.getWorkflowsList({ force: true }), seen);
    await lab.settle();
    const during = [list(), lookUp(lab, 'sale'), lookUp(lab, 'winter')];
    lab.faults.release();
    await lab.settle();
    expect([during, list(), lookUp(lab, 'sale'), lookUp(lab, 'winter')]).toEqual([
      ['pending', 'wf_b', null],
      'network fresh',
      null,
      'wf_b',
    ]);
  });

  it('M-07 under android answers on where a 4xx has marked the list stale', async () => {
    const lab = await openWithList({ rules: 'android' });
    const answer = await failList(lab, 404);
    lab.engine.setForeground(false);
    expect([answer, memoryOf(lab).list, lookUp(lab, 'sale')]).toEqual([
      'memory stale',
      'stale',
      'wf_b',
    ]);
  });

  it('M-07 under android has nothing to mark stale where there is no list', async () => {
    const lab = await openLab({ rules: 'android' });
    expect([await failList(lab, 404), isThere(lab), lab.find('marked-stale')]).toEqual([
      'error rejected 404',
      false,
      undefined,
    ]);
  });

  it('M-09 has no entry for a workflow without an offering', async () => {
    const lab = await openWithList({
      workflows: [
        { id: 'wf_n', offering: null, prefetch: true },
        { id: 'wf_a', offering: 'default' },
      ],
    });
    expect([memoryOf(lab).map, lookUp(lab, 'null'), lookUp(lab, '')]).toEqual([
      { default: 'wf_a' },
      null,
      null,
    ]);
  });
});

describe('an offering that the list names twice', () => {
  const twice = {
    workflows: [
      { id: 'wf_1', offering: 'default' },
      { id: 'wf_2', offering: 'default' },
      { id: 'wf_3', offering: 'default' },
    ],
  };

  const warnings = (lab: Lab): readonly (string | undefined)[] =>
    lab.timeline
      .since(1)
      .filter(({ type }) => type === 'warned')
      .map(({ id }) => id);

  it('M-10 maps to its last entry, and one warning says so', async () => {
    const lab = await openWithList(twice);
    expect([lookUp(lab, 'default'), warnings(lab)]).toEqual(['wf_3', ['default']]);
  });

  it('M-10 maps to its last entry where the list is restored from disk as well', async () => {
    const lab = await openWithList(twice);
    lab.engine.coldStart();
    await failList(lab, 503);
    expect([lookUp(lab, 'default'), warnings(lab)]).toEqual(['wf_3', ['default', 'default']]);
  });
});

describe('the list in memory', () => {
  it('M-12 is filled from disk without the disk being written', async () => {
    const lab = await openWithList();
    lab.engine.coldStart();
    const file = lab.disk.pathOf({ kind: 'list' });
    const before = { file: statSync(file, { bigint: true }), text: readFileSync(file, 'utf8') };
    await failList(lab, 503);
    const after = { file: statSync(file, { bigint: true }), text: readFileSync(file, 'utf8') };
    expect({
      memory: memoryOf(lab),
      isSameFile: before.file.ino === after.file.ino && before.file.mtimeNs === after.file.mtimeNs,
      isSameText: before.text === after.text,
    }).toEqual({
      memory: {
        offerings: 'absent',
        list: 'stale',
        details: { wf_a: 'fresh', wf_b: 'fresh' },
        map: { default: 'wf_a', sale: 'wf_b' },
      },
      isSameFile: true,
      isSameText: true,
    });
  });

  it('M-14 is there once it was fetched or restored, however old, and gone when it is cleared', async () => {
    const lab = await openLab();
    const nothing = isThere(lab);
    await lab.engine.getWorkflowsList();
    const fetched = isThere(lab);
    await lab.advance(minutes(60));
    const old = isThere(lab);
    lab.engine.coldStart();
    const cold = isThere(lab);
    await failList(lab, 503);
    const restored = isThere(lab);
    lab.engine.switchUser(appUserId('ben'));
    expect([nothing, fetched, old, cold, restored, isThere(lab)]).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
    ]);
  });

  it('M-15 goes with its map when it is taken out of memory, and the disk is untouched', async () => {
    const lab = await openWithList();
    const before = lab.disk.readList();
    const answer = await failList(lab, 404);
    expect({
      answer,
      memory: memoryOf(lab),
      isDiskAsBefore: JSON.stringify(lab.disk.readList()) === JSON.stringify(before),
      envelopes: lab.disk.contents().envelopes,
    }).toEqual({
      answer: 'error rejected 404',
      memory: {
        offerings: 'absent',
        list: 'absent',
        details: { wf_a: 'fresh', wf_b: 'fresh' },
        map: {},
      },
      isDiskAsBefore: true,
      envelopes: ['wf_a', 'wf_b'],
    });
  });
});
