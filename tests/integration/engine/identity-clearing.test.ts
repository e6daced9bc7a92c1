import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appUserId, isAnonymous, offeringId } from '../../../shared/model/ids.ts';
import { brief, emptyDisk, emptyMemory, requestsOf } from '../../helpers/engine-view.ts';
import { type Lab, openLab } from '../../helpers/lab.ts';
import { memoryOf } from '../../helpers/seen.ts';

const ben = appUserId('ben');

/** Everything is cached for ana, in memory and on disk. */
const openWarm = async (options: Parameters<typeof openLab>[0] = {}): Promise<Lab> => {
  const lab = await openLab(options);
  await lab.engine.getOfferings();
  await lab.settle();
  return lab;
};

const changes: readonly (readonly [string, (lab: Lab) => void])[] = [
  ['logIn', ({ engine }) => engine.logIn(ben)],
  ['switchUser', ({ engine }) => engine.switchUser(ben)],
  ['alias', ({ engine }) => engine.alias(ben)],
  ['logOut', ({ engine }) => engine.logOut()],
];

describe('what an identity change clears', () => {
  it('G-01 clears memory, map and disk at once, so that the next list is fetched inside the time to live', async () => {
    const lab = await openWarm();
    const before = { memory: memoryOf(lab), disk: lab.disk.contents() };
    lab.engine.logIn(ben);
    const cleared = {
      memory: memoryOf(lab),
      disk: lab.disk.contents(),
      mapped: lab.engine.workflowIdForOffering(offeringId('default')),
      requests: requestsOf(lab),
    };
    const list = brief(await lab.engine.getWorkflowsList());
    expect({ before, cleared, list, requests: requestsOf(lab) }).toEqual({
      before: {
        memory: {
          offerings: 'fresh',
          list: 'fresh',
          details: { wf_a: 'fresh', wf_b: 'fresh' },
          map: { default: 'wf_a', sale: 'wf_b' },
        },
        disk: { offerings: true, list: true, envelopes: ['wf_a', 'wf_b'], quarantined: 0 },
      },
      cleared: {
        memory: emptyMemory,
        disk: emptyDisk,
        mapped: null,
        requests: { offerings: 1, list: 1, detail: 2, cdn: 1 },
      },
      list: { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: false },
      // The CDN file is addressed by its content and stayed.
      requests: { offerings: 1, list: 2, detail: 4, cdn: 1 },
    });
  });

  it.each(changes)(
    'G-02 %s clears the caches of the user before, goes up one generation and fetches nothing',
    async (_name, change) => {
      const lab = await openWarm();
      const generation = lab.engine.generation();
      const requests = requestsOf(lab);
      change(lab);
      await lab.settle();
      expect({
        memory: memoryOf(lab),
        disk: lab.disk.contents(),
        generation: lab.engine.generation(),
        requests: requestsOf(lab),
      }).toEqual({ memory: emptyMemory, disk: emptyDisk, generation: generation + 1, requests });
    },
  );

  it.each(['android', 'ios'] as const)(
    'G-02 under %s an identity change clears the caches too when nothing is in flight',
    async (rules) => {
      const lab = await openWarm({ rules });
      lab.engine.logIn(ben);
      expect([memoryOf(lab), lab.disk.contents()]).toEqual([emptyMemory, emptyDisk]);
    },
  );

  it.each([
    ['logIn', (lab: Lab) => lab.engine.logIn(appUserId('ana'))],
    ['switchUser', (lab: Lab) => lab.engine.switchUser(appUserId('ana'))],
  ] as const)(
    'G-02 %s to the user who is current already changes nothing',
    async (_name, change) => {
      const lab = await openWarm();
      const before = [lab.engine.generation(), lab.timeline.nextId(), memoryOf(lab)];
      change(lab);
      expect([lab.engine.generation(), lab.timeline.nextId(), memoryOf(lab)]).toEqual(before);
      expect(lab.disk.contents().envelopes).toEqual(['wf_a', 'wf_b']);
    },
  );

  it('G-02 logOut makes a new anonymous user each time, who asks the backend like any other', async () => {
    const lab = await openWarm();
    lab.engine.logOut();
    const first = lab.engine.user();
    lab.engine.logOut();
    const second = lab.engine.user();
    const answer = brief(await lab.engine.getWorkflow('default'));
    expect({ first: isAnonymous(first), second: isAnonymous(second), answer }).toEqual({
      first: true,
      second: true,
      answer: {
        status: 'ok',
        source: 'network',
        freshness: 'fresh',
        workflow: 'wf_a',
        revision: 1,
        isFormerUser: false,
      },
    });
    expect(first).not.toBe(second);
    expect(lab.find('requested')?.user).toBe(second);
  });

  it('G-02 alias makes that user current', async () => {
    const lab = await openWarm();
    lab.engine.alias(ben);
    expect(lab.engine.user()).toBe('ben');
  });

  it('G-01 empties the quarantine too', async () => {
    const lab = await openWarm();
    writeFileSync(lab.disk.pathOf({ kind: 'list' }), 'broken');
    lab.faults.fail({ target: { what: 'list' }, kind: 503 });
    await lab.engine.getWorkflowsList({ force: true });
    const quarantined = lab.disk.contents().quarantined;
    lab.engine.logIn(ben);
    expect([quarantined, lab.disk.contents()]).toEqual([1, emptyDisk]);
  });

  it('G-01 leaves CDN files, so that the next user fetches the envelope and not the body', async () => {
    const lab = await openWarm();
    lab.engine.logIn(ben);
    lab.backend.mark();
    const answer = brief(await lab.engine.getWorkflow('wf_b'));
    expect({ answer, requests: requestsOf(lab) }).toEqual({
      answer: {
        status: 'ok',
        source: 'network',
        freshness: 'fresh',
        workflow: 'wf_b',
        revision: 1,
        isFormerUser: false,
      },
      requests: { offerings: 0, list: 0, detail: 1, cdn: 0 },
    });
  });

  it('G-01 what was cleared does not come back with a cold start and a backend that is down', async () => {
    const lab = await openWarm();
    lab.engine.logIn(ben);
    lab.engine.coldStart();
    lab.faults.fail({ target: { what: 'backend' }, kind: 'offline' });
    const offerings = brief(await lab.engine.getOfferings());
    const workflow = brief(await lab.engine.getWorkflow('wf_a'));
    const error = { status: 'error', error: 'no-answer', isFormerUser: false };
    expect({ offerings, workflow, memory: memoryOf(lab) }).toEqual({
      offerings: error,
      workflow: error,
      memory: emptyMemory,
    });
  });

  it('G-08 a rejection, a forced refresh and an invalidated list leave the generation as it is', async () => {
    const lab = await openWarm();
    const generation = lab.engine.generation();
    lab.faults.fail({ target: { what: 'backend' }, kind: 404 });
    await lab.engine.getWorkflowsList({ force: true });
    await lab.advance(6 * 60_000);
    await lab.engine.getWorkflow('wf_a');
    await lab.settle();
    lab.faults.heal();
    const list = lab.engine.getWorkflowsList({ force: true });
    await lab.settle();
    lab.engine.setForeground(false);
    expect([lab.engine.generation(), brief(await list)]).toEqual([
      generation,
      { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: false },
    ]);
  });

  it('G-08 what was in flight while timestamps were invalidated is still stored', async () => {
    const lab = await openWarm();
    lab.backend.project.change({ kind: 'workflow', id: 'wf_a', to: { revision: 2 } });
    await lab.advance(6 * 60_000);
    lab.faults.hold({ what: 'detail', id: 'wf_a' });
    await lab.engine.getWorkflow('wf_a');
    await lab.settle();
    const list = lab.engine.getWorkflowsList({ force: true });
    await lab.settle();
    lab.faults.release();
    await lab.settle();
    await list;
    expect(brief(await lab.engine.getWorkflow('wf_a'))).toEqual({
      status: 'ok',
      source: 'memory',
      freshness: 'fresh',
      workflow: 'wf_a',
      revision: 2,
      isFormerUser: false,
    });
  });
});
