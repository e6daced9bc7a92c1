import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appUserId } from '../../../shared/model/ids.ts';
import type { TimelineEvent } from '../../../shared/timeline.ts';
import { allEvents, chainOf } from '../../helpers/engine-view.ts';
import { type Lab, minutes, openLab } from '../../helpers/lab.ts';

const last = (
  lab: Lab,
  type: TimelineEvent['type'],
  subject: TimelineEvent['subject'],
  id?: string,
): readonly string[] =>
  chainOf(
    lab,
    allEvents(lab).findLast(
      (event) =>
        event.type === type && event.subject === subject && (id === undefined || event.id === id),
    ),
  );

const offeringsLanded = ['refreshed offerings', 'miss offerings', 'called offerings'];
const listLanded = ['refreshed list', 'miss list', ...offeringsLanded];

describe('what led to an event', () => {
  it('A8 offerings, list, prefetches and files all lead back to the one call', async () => {
    const lab = await openLab();
    await lab.engine.getOfferings();
    expect({
      completed: last(lab, 'completed', 'offerings'),
      list: last(lab, 'persisted', 'list'),
      envelope: last(lab, 'persisted', 'detail', 'wf_b'),
      body: last(lab, 'verified', 'cdn', 'wf_b'),
      asked: last(lab, 'responded', 'detail', 'wf_a'),
    }).toEqual({
      completed: ['completed offerings', ...offeringsLanded],
      list: ['persisted list', ...listLanded],
      envelope: [
        'persisted detail wf_b',
        'prefetched detail wf_b',
        'refreshed detail wf_b',
        ...listLanded,
      ],
      body: ['verified cdn wf_b', 'downloaded cdn wf_b', ...listLanded],
      asked: ['responded detail wf_a', 'requested detail wf_a', ...listLanded],
    });
  });

  it('A8 a cold detail: called, missed, refreshed, completed', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflow('wf_a');
    expect(last(lab, 'completed', 'detail')).toEqual([
      'completed detail wf_a',
      'refreshed detail wf_a',
      'miss detail wf_a',
      'called detail wf_a',
    ]);
  });

  it('A8 a fresh detail is a hit', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflow('wf_a');
    await lab.engine.getWorkflow('wf_a');
    expect(last(lab, 'completed', 'detail')).toEqual([
      'completed detail wf_a',
      'hit detail wf_a',
      'called detail wf_a',
    ]);
  });

  it('A8 the refresh behind a stale detail leads back to the answer that was given', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflow('wf_a');
    await lab.advance(minutes(5));
    await lab.engine.getWorkflow('wf_a');
    await lab.settle();
    const served = ['stale-served detail wf_a', 'called detail wf_a'];
    expect([last(lab, 'completed', 'detail'), last(lab, 'refreshed', 'detail')]).toEqual([
      ['completed detail wf_a', ...served],
      ['refreshed detail wf_a', ...served],
    ]);
  });

  it('A8 the refresh behind a stale list leads back to the answer that was given', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflowsList();
    await lab.advance(minutes(5));
    await lab.engine.getWorkflowsList();
    await lab.settle();
    expect(last(lab, 'refreshed', 'list')).toEqual([
      'refreshed list',
      'stale-served list',
      'called list',
    ]);
  });

  it('A8 a restore leads back to the failure of the list', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflowsList();
    lab.engine.coldStart();
    lab.faults.fail({ target: { what: 'list' }, kind: 503 });
    await lab.engine.getWorkflowsList();
    const failure = ['failed list', 'miss list', 'called list'];
    expect([last(lab, 'restored', 'list'), last(lab, 'restored', 'detail', 'wf_b')]).toEqual([
      ['restored list', ...failure],
      ['restored detail wf_b', ...failure],
    ]);
  });

  it('A8 an answer from the persisted envelope leads back to the failure of the request', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflowsList();
    lab.engine.coldStart();
    lab.faults.fail({ target: { what: 'detail' }, kind: 503 });
    await lab.engine.getWorkflow('wf_a');
    expect(last(lab, 'completed', 'detail')).toEqual([
      'completed detail wf_a',
      'fell-back detail wf_a',
      'failed detail wf_a',
      'miss detail wf_a',
      'called detail wf_a',
    ]);
  });

  it('A8 a detail that is rejected leads to its leaving memory', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflow('wf_a');
    await lab.advance(minutes(5));
    lab.faults.fail({ target: { what: 'detail' }, kind: 410 });
    await lab.engine.getWorkflow('wf_a');
    await lab.settle();
    expect(last(lab, 'evicted', 'detail', 'wf_a')).toEqual([
      'evicted detail wf_a',
      'rejected detail wf_a',
      'stale-served detail wf_a',
      'called detail wf_a',
    ]);
  });

  it('A8 what a new list no longer keeps is pruned because of that list', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflowsList();
    lab.backend.project.change({ kind: 'remove', id: 'wf_a' });
    await lab.engine.getWorkflowsList({ force: true });
    expect(last(lab, 'pruned', 'detail', 'wf_a')).toEqual([
      'pruned detail wf_a',
      'refreshed list',
      'miss list',
      'called list',
    ]);
  });

  it('A8 a broken copy is quarantined because its reading was asked for by a failure', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflowsList();
    lab.engine.coldStart();
    writeFileSync(lab.disk.pathOf({ kind: 'list' }), 'broken');
    lab.faults.fail({ target: { what: 'list' }, kind: 503 });
    await lab.engine.getWorkflowsList();
    expect(last(lab, 'quarantined', 'list')).toEqual([
      'quarantined list',
      'failed list',
      'miss list',
      'called list',
    ]);
  });

  it('A8 what comes late is dropped because of the identity change, under the former user', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'detail' });
    void lab.engine.getWorkflow('wf_a');
    await lab.settle();
    lab.engine.logIn(appUserId('ben'));
    lab.faults.release();
    await lab.settle();
    const dropped = lab.find('dropped-late', 'wf_a');
    expect([last(lab, 'completed', 'detail'), dropped?.user, dropped?.generation]).toEqual([
      ['completed detail wf_a', 'dropped-late detail wf_a', 'identity-changed identity ben'],
      'ana',
      1,
    ]);
  });
});
