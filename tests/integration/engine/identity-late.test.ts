import { describe, expect, it } from 'vitest';
import { appUserId } from '../../../shared/model/ids.ts';
import { brief, emptyDisk, emptyMemory, requestsOf, watch } from '../../helpers/engine-view.ts';
import { type Lab, minutes, openLab } from '../../helpers/lab.ts';
import { memoryOf } from '../../helpers/seen.ts';

const ana = appUserId('ana');
const ben = appUserId('ben');

/** Lets go what is held for ana, after ben has become current. */
const arriveLate = async (lab: Lab): Promise<void> => {
  await lab.settle();
  lab.engine.logIn(ben);
  lab.faults.release();
  await lab.settle();
};

const droppedSubjects = (lab: Lab): readonly string[] =>
  lab.timeline
    .since(1)
    .filter(({ type }) => type === 'dropped-late')
    .map(({ subject, user, cause }) => {
      const led = cause === undefined ? 'nothing' : lab.timeline.find(cause)?.type;
      return `${subject} of ${user} because of ${String(led)}`;
    });

const nothing = { memory: emptyMemory, disk: emptyDisk };
const stateOf = (lab: Lab) => ({ memory: memoryOf(lab), disk: lab.disk.contents() });

const rules = ['recommended', 'ios'] as const;

describe.each(rules)('what comes late under %s', (ruleSet) => {
  it('G-04 a late list is dropped and sets no prefetch off, and its caller gets it as a former user', async () => {
    const lab = await openLab({ rules: ruleSet });
    lab.faults.hold({ what: 'list' });
    const list = watch(lab.engine.getWorkflowsList());
    await arriveLate(lab);
    expect({
      list: list.now(),
      ...stateOf(lab),
      requests: requestsOf(lab),
      dropped: droppedSubjects(lab),
    }).toEqual({
      list: { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: true },
      ...nothing,
      requests: { offerings: 0, list: 1, detail: 0, cdn: 0 },
      dropped: ['list of ana because of identity-changed'],
    });
  });

  it('G-05 late prefetches reach neither memory nor disk, and the list completes exactly once', async () => {
    const lab = await openLab({ rules: ruleSet });
    lab.faults.hold({ what: 'detail' });
    const list = watch(lab.engine.getWorkflowsList());
    await arriveLate(lab);
    const completed = lab.timeline.since(1).filter(({ type }) => type === 'completed');
    expect({
      list: list.now(),
      completions: completed.length,
      ...stateOf(lab),
      // A late envelope sets no download off.
      cdn: lab.requests('cdn'),
    }).toEqual({
      list: { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: true },
      completions: 1,
      ...nothing,
      cdn: 0,
    });
  });

  it('G-05 a late prefetched body reaches neither memory, nor the store, nor the file cache', async () => {
    const lab = await openLab({ rules: ruleSet });
    lab.faults.hold({ what: 'cdn' });
    const list = watch(lab.engine.getWorkflowsList());
    await arriveLate(lab);
    const [ref] = lab.backend.project.bodyRefs('wf_b');
    expect({
      list: list.now(),
      ...stateOf(lab),
      isBodyOnDisk: ref !== undefined && lab.files.has(ref),
      dropped: droppedSubjects(lab).filter((text) => text.startsWith('cdn')).length,
    }).toEqual({
      list: { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: true },
      ...nothing,
      isBodyOnDisk: false,
      dropped: 1,
    });
  });

  it('G-03 a late detail is delivered to who asked for it and stored nowhere', async () => {
    const lab = await openLab({ rules: ruleSet });
    lab.faults.hold({ what: 'detail' });
    const detail = watch(lab.engine.getWorkflow('wf_a'));
    await arriveLate(lab);
    expect({ detail: detail.now(), ...stateOf(lab), dropped: droppedSubjects(lab) }).toEqual({
      detail: {
        status: 'ok',
        source: 'network',
        freshness: 'fresh',
        workflow: 'wf_a',
        revision: 1,
        isFormerUser: true,
      },
      ...nothing,
      dropped: ['detail of ana because of identity-changed'],
    });
  });

  it('G-03 a late body on demand is delivered and stored nowhere', async () => {
    const lab = await openLab({ rules: ruleSet });
    lab.faults.hold({ what: 'cdn' });
    const detail = watch(lab.engine.getWorkflow('wf_b'));
    await arriveLate(lab);
    const [ref] = lab.backend.project.bodyRefs('wf_b');
    expect({
      detail: detail.now(),
      ...stateOf(lab),
      isBodyOnDisk: ref !== undefined && lab.files.has(ref),
    }).toEqual({
      detail: {
        status: 'ok',
        source: 'network',
        freshness: 'fresh',
        workflow: 'wf_b',
        revision: 1,
        isFormerUser: true,
      },
      ...nothing,
      isBodyOnDisk: false,
    });
  });

  it('G-03 what the next user asks for after the change is stored, while the former one still waits', async () => {
    const lab = await openLab({ rules: ruleSet });
    lab.faults.slow({ what: 'detail' }, { latencyMs: 5_000, jitterMs: 0, bytesPerSecond: null });
    const former = watch(lab.engine.getWorkflow('wf_a'));
    await lab.settle();
    lab.faults.heal();
    lab.engine.logIn(ben);
    lab.backend.project.change({ kind: 'workflow', id: 'wf_a', to: { revision: 2 } });
    await lab.engine.getWorkflow('wf_a');
    await lab.advance(5_000);
    const again = brief(await lab.engine.getWorkflow('wf_a'));
    const ok = { status: 'ok', freshness: 'fresh', workflow: 'wf_a' };
    expect([former.now(), again, lab.engine.leaks()]).toEqual([
      { ...ok, source: 'network', revision: 1, isFormerUser: true },
      { ...ok, source: 'memory', revision: 2, isFormerUser: false },
      0,
    ]);
  });

  it('G-06 a prefetch of an older list is dropped by the token of that list', async () => {
    const lab = await openLab({ rules: ruleSet });
    // The envelopes land before the change; what follows them starts after it.
    lab.faults.hold({ what: 'cdn' });
    const list = watch(lab.engine.getWorkflowsList());
    await lab.settle();
    lab.engine.logIn(ben);
    lab.engine.logIn(ana);
    lab.faults.release();
    await lab.settle();
    expect({ list: list.now(), ...stateOf(lab) }).toEqual({
      list: { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: true },
      ...nothing,
    });
  });

  it('G-07 a late refresh behind a stale detail is dropped', async () => {
    const lab = await openLab({ rules: ruleSet });
    await lab.engine.getWorkflow('wf_a');
    await lab.advance(minutes(5));
    lab.faults.hold({ what: 'detail' });
    const stale = brief(await lab.engine.getWorkflow('wf_a'));
    await arriveLate(lab);
    expect({ stale, requests: requestsOf(lab), ...stateOf(lab) }).toEqual({
      stale: {
        status: 'ok',
        source: 'memory',
        freshness: 'stale',
        workflow: 'wf_a',
        revision: 1,
        isFormerUser: false,
      },
      requests: { offerings: 0, list: 0, detail: 2, cdn: 0 },
      ...nothing,
    });
  });

  it('G-09 late offerings are delivered without asking for the list, and not cached', async () => {
    const lab = await openLab({ rules: ruleSet });
    lab.faults.hold({ what: 'offerings' });
    const offerings = watch(lab.engine.getOfferings());
    await arriveLate(lab);
    expect({ offerings: offerings.now(), requests: requestsOf(lab), ...stateOf(lab) }).toEqual({
      offerings: { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: true },
      requests: { offerings: 1, list: 0, detail: 0, cdn: 0 },
      ...nothing,
    });
  });

  it('G-09 offerings that were asked for after the change are cached', async () => {
    const lab = await openLab({ rules: ruleSet });
    lab.engine.logIn(ben);
    await lab.engine.getOfferings();
    expect([memoryOf(lab).offerings, lab.disk.contents().offerings]).toEqual(['fresh', true]);
  });

  it('T-10 after A, B and A again, what A asked for first is dropped although the user is the same', async () => {
    const lab = await openLab({ rules: ruleSet });
    lab.faults.hold({ what: 'backend' });
    const calls = [
      watch(lab.engine.getOfferings()),
      watch(lab.engine.getWorkflowsList()),
      watch(lab.engine.getWorkflow('wf_a')),
    ];
    await lab.settle();
    lab.engine.logIn(ben);
    lab.engine.logIn(ana);
    lab.faults.release();
    await lab.settle();
    const late = { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: true };
    expect({
      answers: calls.map((call) => call.now()),
      ...stateOf(lab),
      leaks: lab.engine.leaks(),
    }).toEqual({
      answers: [late, late, { ...late, workflow: 'wf_a', revision: 1 }],
      ...nothing,
      leaks: 0,
    });
  });
});
