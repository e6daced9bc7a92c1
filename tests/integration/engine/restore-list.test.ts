import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../shared/policies.ts';
import { type Lab, minutes, openLab } from '../../helpers/lab.ts';
import { completed, memoryOf, seen } from '../../helpers/seen.ts';

const map = { default: 'wf_a', sale: 'wf_b' };

/** An app that has been killed after its caches were filled. */
const openKilled = async (rules: RuleSet = 'recommended') => {
  const lab = await openLab({ rules });
  await lab.engine.getWorkflowsList();
  await lab.settle();
  lab.engine.coldStart();
  lab.backend.mark();
  return lab;
};

const failList = (lab: Lab, times?: number) => {
  const rule = { target: { what: 'list' }, kind: 500 } as const;
  lab.faults.fail(times === undefined ? rule : { ...rule, times });
};

describe('a list that fails after a cold start', () => {
  it.each([
    { name: 'a transport failure', kind: 'reset' },
    { name: 'a 5xx', kind: 503 },
    { name: 'a malformed answer', kind: 'bad-json' },
  ] as const)('O-01 restores the map from disk after $name', async ({ kind }) => {
    const lab = await openKilled();
    const before = memoryOf(lab);
    lab.faults.fail({ target: { what: 'list' }, kind });
    const answer = await lab.engine.getWorkflowsList();
    const restored = lab.find('restored');
    expect({
      before,
      answer: seen(answer),
      map: memoryOf(lab).map,
      from: restored?.source,
    }).toEqual({
      before: { offerings: 'absent', list: 'absent', details: {}, map: {} },
      answer: 'disk stale',
      map,
      from: 'disk',
    });
  });

  it('O-01 restores the map before any caller of the list completes', async () => {
    const lab = await openKilled();
    failList(lab);
    const calls = [1, 2].map(() => lab.engine.getWorkflowsList().then(() => memoryOf(lab).map));
    expect({ maps: await Promise.all(calls), requests: lab.requests('list') }).toEqual({
      maps: [map, map],
      requests: 1,
    });
  });

  it.each(['recommended', 'ios'] as const)(
    'O-04 counts the restored list as stale, so that the next call asks the backend, under %s',
    async (rules) => {
      const lab = await openKilled(rules);
      failList(lab, 1);
      const restored = await lab.engine.getWorkflowsList();
      const { list } = memoryOf(lab);
      await lab.engine.getWorkflowsList();
      await lab.settle();
      expect({
        restored: seen(restored),
        list,
        requests: lab.requests('list'),
        after: memoryOf(lab).list,
      }).toEqual({ restored: 'disk stale', list: 'stale', requests: 2, after: 'fresh' });
    },
  );

  it('O-04 tells the age of the restored list since it was fetched', async () => {
    const lab = await openKilled();
    await lab.advance(minutes(90));
    failList(lab);
    const answer = await lab.engine.getWorkflowsList();
    expect(answer).toMatchObject({ freshness: 'stale', ageMs: minutes(90), ttlLeftMs: 0 });
  });

  it('O-04 counts the restored list as fresh until its time to live is over, under android', async () => {
    const lab = await openKilled('android');
    failList(lab, 1);
    const restored = await lab.engine.getWorkflowsList();
    await lab.advance(minutes(5) - 1);
    const inside = await lab.engine.getWorkflowsList();
    const requestsInside = lab.requests('list');
    await lab.advance(1);
    const after = await lab.engine.getWorkflowsList();
    expect({
      answers: [restored, inside, after].map(seen),
      requests: [requestsInside, lab.requests('list')],
    }).toEqual({ answers: ['disk fresh', 'memory fresh', 'network fresh'], requests: [1, 2] });
  });

  it.each(['recommended', 'android', 'ios'] as const)(
    'O-05 does not write the disk copies anew when it restores them, under %s',
    async (rules) => {
      const lab = await openKilled(rules);
      await lab.advance(minutes(1));
      const files = [
        lab.disk.pathOf({ kind: 'list' }),
        lab.disk.pathOf({ kind: 'envelope', id: 'wf_a' }),
      ];
      const state = () =>
        files.map((file) => {
          const { ino, mtimeNs } = statSync(file, { bigint: true });
          return { ino, mtimeNs, text: readFileSync(file, 'utf8') };
        });
      const before = state();
      const from = lab.timeline.nextId();
      failList(lab);
      await lab.engine.getWorkflowsList();
      await lab.settle();
      const persisted = lab.timeline.since(from).filter(({ type }) => type === 'persisted');
      expect({ state: state(), persisted, map: memoryOf(lab).map }).toEqual({
        state: before,
        persisted: [],
        map,
      });
    },
  );

  it.each([
    { how: 'garbage', damage: (file: string) => writeFileSync(file, 'neither JSON {]') },
    { how: 'nothing', damage: (file: string) => truncateSync(file, 0) },
    {
      how: 'half of it',
      damage: (file: string) => truncateSync(file, statSync(file).size >> 1),
    },
    { how: 'another kind of JSON', damage: (file: string) => writeFileSync(file, '[]') },
  ])(
    'O-06 ignores a list on disk of which $how is left, and completes its callers',
    async ({ damage }) => {
      const lab = await openKilled();
      damage(lab.disk.pathOf({ kind: 'list' }));
      failList(lab);
      const answers = await Promise.all([
        lab.engine.getWorkflowsList(),
        lab.engine.getWorkflowsList(),
      ]);
      await lab.settle();
      expect({
        answers: answers.map(seen),
        completed: completed(lab),
        memory: memoryOf(lab),
        quarantined: [lab.disk.quarantinedCount(), lab.find('quarantined')?.subject],
        list: lab.disk.contents().list,
      }).toEqual({
        answers: ['error backend-error 500', 'error backend-error 500'],
        completed: [1, 2, 3],
        memory: { offerings: 'absent', list: 'absent', details: {}, map: {} },
        quarantined: [1, 'list'],
        list: false,
      });
    },
  );

  it('O-06 ignores a list on disk whose body is no list, and completes its callers', async () => {
    const lab = await openKilled();
    const user = lab.engine.user();
    lab.disk.writeList({ user, storedAt: 0, hash: 'h', text: '{"workflows":[{"id":7}]}' });
    failList(lab);
    const answer = await lab.engine.getWorkflowsList();
    await lab.settle();
    expect({ answer: seen(answer), completed: completed(lab), memory: memoryOf(lab) }).toEqual({
      answer: 'error backend-error 500',
      completed: [1, 2],
      memory: { offerings: 'absent', list: 'absent', details: {}, map: {} },
    });
  });
});

describe('a list that fails while one is in memory that disk does not have', () => {
  const newMap = { default: 'wf_a', winter: 'wf_b' };

  /** The newest list could not be saved: disk has the one before it. */
  const openAhead = async (rules: RuleSet) => {
    const lab = await openLab({ rules });
    await lab.engine.getWorkflowsList();
    lab.backend.project.change({ kind: 'workflow', id: 'wf_b', to: { offering: 'winter' } });
    lab.space.isFull = true;
    await lab.engine.getWorkflowsList({ force: true });
    lab.space.isFull = false;
    const storedAt = lab.engine.snapshot().list?.storedAt;
    await lab.advance(minutes(1));
    failList(lab);
    const answer = await lab.engine.getWorkflowsList({ force: true });
    await lab.settle();
    const { list } = lab.engine.snapshot();
    return {
      answer: seen(answer),
      list: memoryOf(lab).list,
      map: memoryOf(lab).map,
      keptTime: list?.storedAt === storedAt,
    };
  };

  it('O-11 keeps the list with its time', async () => {
    expect(await openAhead('recommended')).toEqual({
      answer: 'memory fresh',
      list: 'fresh',
      map: newMap,
      keptTime: true,
    });
  });

  it('O-04 replaces the list from disk, fresh, under android', async () => {
    expect(await openAhead('android')).toEqual({
      answer: 'disk fresh',
      list: 'fresh',
      map,
      keptTime: false,
    });
  });

  it('O-04 replaces the list from disk, stale, under ios', async () => {
    expect(await openAhead('ios')).toEqual({
      answer: 'disk stale',
      list: 'stale',
      map,
      keptTime: false,
    });
  });
});
