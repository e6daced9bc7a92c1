import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../../shared/faults.ts';
import { minutes, openLab } from '../../helpers/lab.ts';
import { ask, count, followWorkflow, openWithList } from '../../helpers/details.ts';
import { answering } from '../../helpers/served.ts';
import { completed, detailIn, memoryOf, seenWorkflow } from '../../helpers/seen.ts';

const failures: readonly (readonly [FaultKind, string])[] = [
  ['offline', 'error no-answer offline'],
  ['refused', 'error no-answer refused'],
  ['dns', 'error no-answer dns'],
  ['timeout', 'error no-answer timeout'],
  ['reset', 'error no-answer reset'],
  ['truncated', 'error no-answer truncated'],
  [500, 'error backend-error 500'],
  [503, 'error backend-error 503'],
  [400, 'error rejected 400'],
  [404, 'error rejected 404'],
  ['empty', 'error malformed'],
  ['html', 'error malformed'],
  ['wrong-type', 'error malformed'],
  ['bad-json', 'error malformed'],
  ['redirect', 'error malformed'],
  ['oversize', 'error too-large'],
];

describe('a cold detail that fails', () => {
  it.each(failures)(
    'D-07 reaches its caller unchanged, and nothing is cached, where the fault is %s',
    async (kind, expected) => {
      const lab = await openLab();
      lab.faults.fail({ target: { what: 'detail' }, kind });
      const state = followWorkflow(lab, 'wf_a');
      await lab.settle();
      await lab.advance(minutes(1));
      lab.faults.heal();
      expect({
        state: state(),
        memory: memoryOf(lab).details,
        completed: completed(lab, 'detail'),
        next: await ask(lab, 'wf_a'),
      }).toEqual({
        state: expected,
        memory: {},
        completed: [1],
        next: 'network fresh r1',
      });
    },
  );

  it('D-07 tells in the timeline what went wrong, and points to it', async () => {
    const lab = await openLab();
    lab.faults.fail({ target: { what: 'detail' }, kind: 503 });
    const answer = await lab.engine.getWorkflow('wf_a');
    const decision = lab.find('failed', 'wf_a');
    expect([answer.decision, decision?.error?.status]).toEqual([decision?.eventId, 503]);
  });
});

describe('an envelope that cannot be resolved', () => {
  it.each([
    ['of an action that nobody knows', '{"action":"teleport"}', 'error unknown-action'],
    ['without an action', '{"data":{"id":"wf_a"}}', 'error unknown-action'],
    ['that is inline and has no data', '{"action":"inline"}', 'error missing-data'],
    ['on the CDN that has no url', '{"action":"use_cdn"}', 'error missing-url'],
    ['whose data is no workflow', '{"action":"inline","data":{"id":7}}', 'error malformed'],
    ['whose data is text', '{"action":"inline","data":"x"}', 'error malformed'],
    ['whose url is none', '{"action":"use_cdn","url":"not a url"}', 'error cdn-failed'],
  ])(
    'R-02 R-07 D-08 is an error with a code of its own where it is one %s',
    async (_, text, expected) => {
      const details = new Map([['wf_a', () => text]]);
      const lab = await openLab({ serve: answering({ details }) });
      const answer = await lab.engine.getWorkflow('wf_a');
      await lab.settle();
      details.clear();
      expect({
        answer: seenWorkflow(answer),
        memory: memoryOf(lab).details,
        completed: completed(lab, 'detail'),
        next: await ask(lab, 'wf_a'),
      }).toEqual({ answer: expected, memory: {}, completed: [1], next: 'network fresh r1' });
    },
  );

  it('D-08 costs no other detail of the list anything, and the list completes', async () => {
    const details = new Map([['wf_a', () => '{"action":"inline","data":[]}']]);
    const lab = await openWithList({ serve: answering({ details }) });
    expect({ details: memoryOf(lab).details, disk: lab.disk.contents().envelopes }).toEqual({
      details: { wf_b: 'fresh' },
      disk: ['wf_b'],
    });
  });
});

describe('what is given up', () => {
  it('D-09 reports neither success nor failure when the app is killed while it resolves', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'cdn' });
    const state = followWorkflow(lab, 'wf_b');
    await lab.settle();
    lab.engine.coldStart();
    const from = lab.timeline.nextId();
    lab.faults.release();
    await lab.settle();
    await lab.advance(minutes(2));
    expect({
      state: state(),
      completed: completed(lab, 'detail'),
      events: lab.events(from),
      memory: memoryOf(lab).details,
      files: lab.backend.project.bodyRefs('wf_b').filter((ref) => lab.files.has(ref)),
    }).toEqual({ state: 'pending', completed: [], events: [], memory: {}, files: [] });
  });

  it('D-10 delivers the workflow although its assets cannot be had', async () => {
    const lab = await openLab({ workflows: [{ id: 'wf_a', assets: 2 }] });
    lab.faults.fail({ target: { what: 'asset' }, kind: 'reset' });
    expect({
      answer: await ask(lab, 'wf_a'),
      memory: detailIn(lab, 'wf_a'),
      assets: lab.requests('asset'),
      failed: count(lab, 'failed wf_a'),
    }).toEqual({ answer: 'network fresh r1', memory: 'fresh', assets: 2, failed: 2 });
  });

  it('D-10 delivers the workflow without waiting for its assets', async () => {
    const lab = await openLab({ workflows: [{ id: 'wf_a', assets: 2 }] });
    lab.faults.hold({ what: 'asset' });
    expect(await ask(lab, 'wf_a')).toBe('network fresh r1');
  });
});
