import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appUserId } from '../../../shared/model/ids.ts';
import type { FaultKind } from '../../../shared/faults.ts';
import type { RuleSet } from '../../../shared/policies.ts';
import { type Lab, minutes } from '../../helpers/lab.ts';
import {
  ask,
  count,
  followWorkflow,
  openWithList,
  publish,
  storedRevision,
} from '../../helpers/details.ts';
import { detailIn, memoryOf, seen } from '../../helpers/seen.ts';

/** `r1` of a CDN workflow is on disk with its body; memory is empty, and the body of `r2` fails. */
const openFailing = async (kind: FaultKind, rules: RuleSet = 'recommended'): Promise<Lab> => {
  const lab = await openWithList({ rules });
  lab.engine.coldStart();
  publish(lab, 'wf_b', 2);
  lab.faults.fail({ target: { what: 'cdn' }, kind });
  return lab;
};

const missing: readonly FaultKind[] = [
  'offline',
  'refused',
  'timeout',
  'reset',
  'truncated',
  503,
  'wrong-hash',
  'empty',
];

describe('an envelope that arrived, whose body cannot be had', () => {
  it.each(missing)(
    'F-01 is replaced by the persisted envelope whose body is on disk, where the fault is %s',
    async (kind) => {
      const lab = await openFailing(kind);
      const state = followWorkflow(lab, 'wf_b');
      await lab.settle();
      await lab.advance(minutes(1));
      expect({
        state: state(),
        next: await ask(lab, 'wf_b'),
        requests: [lab.requests('detail wf_b'), storedRevision(lab, 'wf_b')],
      }).toEqual({ state: 'disk fresh r1', next: 'memory fresh r1', requests: [1, 'r1'] });
    },
  );

  it.each([
    ['transport', 'reset', 'error cdn-failed reset'],
    ['a 5xx', 503, 'error cdn-failed 503'],
    ['a wrong hash', 'wrong-hash', 'error hash-mismatch'],
  ] as const)(
    'F-01 under android is an error although a persisted envelope is there, for %s',
    async (_, kind, expected) => {
      const lab = await openFailing(kind, 'android');
      expect([await ask(lab, 'wf_b'), memoryOf(lab).details]).toEqual([expected, {}]);
    },
  );

  it.each([
    ['transport', 'reset', 'error cdn-failed reset'],
    ['a 5xx', 503, 'error cdn-failed 503'],
    ['a wrong hash', 'wrong-hash', 'error hash-mismatch'],
  ] as const)(
    'F-01 under ios is an error although a persisted envelope is there, for %s',
    async (_, kind, expected) => {
      const lab = await openFailing(kind, 'ios');
      expect([await ask(lab, 'wf_b'), memoryOf(lab).details]).toEqual([expected, {}]);
    },
  );

  it.each(['recommended', 'android', 'ios'] as const)(
    'F-03 is an error under %s where the CDN answers 4xx, with no fallback and nothing evicted',
    async (rules) => {
      const lab = await openWithList({ rules });
      publish(lab, 'wf_b', 2);
      await lab.advance(minutes(5));
      lab.faults.fail({ target: { what: 'cdn' }, kind: 404 });
      const refresh = await ask(lab, 'wf_b');
      const kept = [detailIn(lab, 'wf_b'), storedRevision(lab, 'wf_b')];
      lab.engine.coldStart();
      expect({
        refresh,
        kept,
        cold: await ask(lab, 'wf_b'),
        fellBack: lab.find('fell-back'),
      }).toEqual({
        refresh: 'memory stale r1',
        kept: ['stale', 'r1'],
        cold: 'error cdn-failed 404',
        fellBack: undefined,
      });
    },
  );

  it('F-05 is the error of its request where the body of the persisted envelope is not on disk', async () => {
    const lab = await openFailing(503);
    const [first] = lab.backend.project.bodyRefs('wf_b');
    if (first !== undefined) lab.files.remove(first);
    expect([await ask(lab, 'wf_b'), lab.requests('cdn wf_b')]).toEqual(['error cdn-failed 503', 1]);
  });

  it('F-05 is the error of its request where the body of the persisted envelope is damaged', async () => {
    const lab = await openFailing(503);
    const [first] = lab.backend.project.bodyRefs('wf_b');
    if (first !== undefined) writeFileSync(lab.files.pathOf(first), '{}');
    expect([await ask(lab, 'wf_b'), memoryOf(lab).details]).toEqual(['error cdn-failed 503', {}]);
  });

  it('F-04 is the error of its request where nothing is persisted', async () => {
    const workflows = [{ id: 'wf_b', delivery: 'cdn' as const }];
    const lab = await openWithList({ workflows });
    lab.faults.fail({ target: { what: 'cdn' }, kind: 'wrong-hash' });
    expect(await ask(lab, 'wf_b')).toBe('error hash-mismatch');
  });

  it('F-09 is the error of its request where the user has changed meanwhile', async () => {
    const lab = await openFailing('reset');
    lab.faults.hold({ what: 'cdn' });
    const state = followWorkflow(lab, 'wf_b');
    await lab.settle();
    lab.engine.logIn(appUserId('ben'));
    lab.faults.release();
    await lab.settle();
    expect([state(), memoryOf(lab).details, count(lab, 'fell-back wf_b')]).toEqual([
      'error cdn-failed reset',
      {},
      0,
    ]);
  });

  it('F-08 lets the list complete with the persisted copy in memory', async () => {
    const lab = await openFailing(503);
    const list = await lab.engine.getWorkflowsList();
    await lab.settle();
    expect([seen(list), memoryOf(lab).details, await ask(lab, 'wf_b')]).toEqual([
      'network fresh',
      { wf_a: 'fresh', wf_b: 'fresh' },
      'memory fresh r1',
    ]);
  });

  it('D-04 leaves the value behind a stale answer as it is, and the next ask tries again', async () => {
    const lab = await openWithList();
    publish(lab, 'wf_b', 2);
    await lab.advance(minutes(5));
    lab.faults.fail({ target: { what: 'cdn' }, kind: 'reset', times: 1 });
    const answers = [await ask(lab, 'wf_b'), await ask(lab, 'wf_b'), await ask(lab, 'wf_b')];
    expect(answers).toEqual(['memory stale r1', 'memory stale r1', 'memory fresh r2']);
  });
});

describe('a CDN file on disk that is not what was saved', () => {
  const others = (lab: Lab): void => {
    const [ref] = lab.backend.project.bodyRefs('wf_b');
    if (ref === undefined) return;
    const file = lab.files.pathOf(ref);
    const text = JSON.stringify({
      id: 'wf_b',
      display_name: 'Other bytes',
      initial_step_id: '',
      steps: {},
      screens: {},
      metadata: { revision: 99 },
    });
    writeFileSync(file, text);
  };

  it.each(['recommended', 'ios'] as const)(
    'T-08 is found out by its hash under %s, removed and fetched anew',
    async (rules) => {
      const lab = await openWithList({ rules });
      lab.engine.coldStart();
      others(lab);
      expect({
        answer: await ask(lab, 'wf_b'),
        requests: lab.requests('cdn wf_b'),
        evicted: lab.find('evicted', 'wf_b')?.error?.code,
      }).toEqual({ answer: 'network fresh r1', requests: 1, evicted: 'hash-mismatch' });
    },
  );

  it('T-08 is trusted under android, and shown', async () => {
    const lab = await openWithList({ rules: 'android' });
    lab.engine.coldStart();
    others(lab);
    expect([await ask(lab, 'wf_b'), lab.requests('cdn wf_b')]).toEqual(['network fresh r99', 0]);
  });

  it('T-08 never stands in for a failing detail', async () => {
    const lab = await openWithList();
    lab.engine.coldStart();
    others(lab);
    lab.faults.setOnline(false);
    expect([await ask(lab, 'wf_b'), memoryOf(lab).details]).toEqual([
      'error no-answer offline',
      {},
    ]);
  });
});
