import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { appUserId } from '../../../shared/model/ids.ts';
import { ruleSets } from '../../../shared/policies.ts';
import {
  allEvents,
  brief,
  emptyDisk,
  emptyMemory,
  now,
  prefetchedProject,
  requestsOf,
  watch,
} from '../../helpers/engine-view.ts';
import { type Lab, hours, openLab } from '../../helpers/lab.ts';
import { memoryOf } from '../../helpers/seen.ts';

/** Every file of the data folder with its bytes. */
const filesOf = ({ dataFolder }: Lab): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(dataFolder, name))
      .filter((file) => statSync(file).isFile())
      .map((file) => [path.relative(dataFolder, file), readFileSync(file, 'hex')]),
  );

const askEverything = ({ engine }: Lab) => [
  watch(engine.getOfferings()),
  watch(engine.getWorkflowsList({ force: true })),
  watch(engine.getWorkflow('wf_a')),
];

describe.each(ruleSets)('a cold start under %s', (rules) => {
  it('A1 leaves calls that were pending open for ever, and nothing that they set off is written', async () => {
    const lab = await openLab({ rules });
    lab.faults.hold({ what: 'backend' });
    const calls = askEverything(lab);
    await lab.settle();
    lab.engine.coldStart();
    const files = filesOf(lab);
    const next = lab.timeline.nextId();
    lab.faults.release();
    await lab.settle();
    await lab.advance(hours(1));
    expect({
      calls: now(calls),
      memory: memoryOf(lab),
      disk: lab.disk.contents(),
      requests: requestsOf(lab),
      // The life that is over says nothing any more.
      events: lab.timeline.nextId() - next,
    }).toEqual({
      calls: ['pending', 'pending', 'pending'],
      memory: emptyMemory,
      disk: emptyDisk,
      requests: { offerings: 1, list: 1, detail: 1, cdn: 0 },
      events: 0,
    });
    expect(filesOf(lab)).toEqual(files);
  });

  it('A1 gives up prefetches and bodies in flight, and writes none of them', async () => {
    const lab = await openLab({ rules, ...prefetchedProject(6, 'cdn') });
    lab.faults.hold({ what: 'cdn' });
    const list = watch(lab.engine.getWorkflowsList());
    await lab.settle();
    lab.engine.coldStart();
    await lab.settle();
    const files = filesOf(lab);
    const before = requestsOf(lab).cdn;
    lab.backend.mark();
    const stillServed = lab.backend.record().peaks.cdn;
    lab.faults.release();
    await lab.settle();
    expect({
      list: list.now(),
      cdn: { before, stillServed, after: requestsOf(lab).cdn },
      memory: memoryOf(lab),
      disk: lab.disk.contents(),
    }).toEqual({
      list: 'pending',
      cdn: { before: 4, stillServed: 0, after: 0 },
      memory: emptyMemory,
      disk: { ...emptyDisk, list: true },
    });
    expect(filesOf(lab)).toEqual(files);
  });

  it('A1 gives up what a former user still has in flight or waiting, and asks for nothing of it', async () => {
    const lab = await openLab({ rules, ...prefetchedProject(6, 'cdn') });
    lab.faults.hold({ what: 'cdn' });
    void lab.engine.getWorkflowsList();
    await lab.settle();
    lab.engine.logIn(appUserId('ben'));
    lab.engine.coldStart();
    await lab.settle();
    lab.backend.mark();
    const stillServed = lab.backend.record().peaks.cdn;
    lab.faults.release();
    await lab.settle();
    expect({ stillServed, asked: requestsOf(lab).cdn, disk: lab.disk.contents() }).toEqual({
      stillServed: 0,
      asked: 0,
      disk: emptyDisk,
    });
  });

  it('A4 restores nothing by itself: memory is empty and no request leaves', async () => {
    const lab = await openLab({ rules });
    await lab.engine.getOfferings();
    lab.backend.mark();
    lab.engine.coldStart();
    await lab.settle();
    expect([memoryOf(lab), requestsOf(lab), lab.disk.contents()]).toEqual([
      emptyMemory,
      { offerings: 0, list: 0, detail: 0, cdn: 0 },
      { offerings: true, list: true, envelopes: ['wf_a', 'wf_b'], quarantined: 0 },
    ]);
  });

  it('O-07 keeps user, generation and foreground, and answers from disk when the backend is down', async () => {
    const lab = await openLab({ rules });
    lab.engine.logIn(appUserId('ben'));
    await lab.engine.getOfferings();
    const before = [lab.engine.user(), lab.engine.generation(), lab.engine.isForeground()];
    lab.engine.coldStart();
    lab.faults.fail({ target: { what: 'backend' }, kind: 'refused' });
    await lab.settle();
    const offerings = brief(await lab.engine.getOfferings());
    const workflow = brief(await lab.engine.getWorkflow('sale'));
    expect([
      [lab.engine.user(), lab.engine.generation(), lab.engine.isForeground()],
      offerings.source,
      workflow,
    ]).toEqual([
      before,
      'disk',
      {
        status: 'ok',
        source: 'memory',
        freshness: 'fresh',
        workflow: 'wf_b',
        revision: 1,
        isFormerUser: false,
      },
    ]);
  });
});

describe('after a cold start', () => {
  it('A3 what was in flight before it does not count towards the limits', async () => {
    const lab = await openLab(prefetchedProject(5));
    lab.faults.hold({ what: 'detail' });
    void lab.engine.getWorkflowsList();
    await lab.settle();
    lab.engine.coldStart();
    await lab.settle();
    lab.backend.mark();
    void lab.engine.getWorkflowsList();
    await lab.settle();
    expect([requestsOf(lab).detail, lab.backend.record().peaks.detail]).toEqual([4, 4]);
  });

  it('H-09 no call joins what was in flight before it', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'backend' });
    const before = askEverything(lab);
    await lab.settle();
    lab.engine.coldStart();
    const after = askEverything(lab);
    await lab.settle();
    lab.faults.release();
    await lab.settle();
    const ok = { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: false };
    expect([now(before), now(after)]).toEqual([
      ['pending', 'pending', 'pending'],
      [ok, ok, { ...ok, workflow: 'wf_a', revision: 1 }],
    ]);
  });

  it('H-13 a wait in the background before it issues nothing any more', async () => {
    const lab = await openLab({ isForeground: false });
    const calls = [watch(lab.engine.getOfferings()), watch(lab.engine.getWorkflowsList())];
    await lab.settle();
    lab.engine.coldStart();
    await lab.advance(20_000);
    expect([now(calls), requestsOf(lab)]).toEqual([
      ['pending', 'pending'],
      { offerings: 0, list: 0, detail: 0, cdn: 0 },
    ]);
  });

  it('A1 each call before it has one `called` and at most one `completed`', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflow('wf_a');
    lab.faults.hold({ what: 'detail' });
    void lab.engine.getWorkflow('wf_b');
    await lab.settle();
    lab.engine.coldStart();
    lab.faults.release();
    await lab.settle();
    const lives = allEvents(lab).filter(({ type }) => type === 'called' || type === 'completed');
    expect(lives.map(({ type, call }) => `${type} ${String(call)}`)).toEqual([
      'called 1',
      'completed 1',
      'called 2',
    ]);
  });
});

it('A1 a cold start gives up what a user of two changes ago still has in flight', async () => {
  const lab = await openLab({
    workflows: [{ id: 'wf_a', offering: 'default', prefetch: true, assets: 2 }],
  });
  lab.faults.hold({ what: 'asset' });
  await lab.engine.getWorkflowsList();
  await lab.settle();
  for (const user of ['ben', 'cem']) lab.engine.switchUser(appUserId(user));
  lab.engine.coldStart();
  await lab.settle();
  lab.backend.mark();
  expect(lab.backend.record().peaks.asset).toBe(0);
});
