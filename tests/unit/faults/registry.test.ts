import { describe, expect, it } from 'vitest';
import { createFaultRegistry } from '../../../main/faults/registry.ts';
import type { RequestSubject } from '../../../shared/faults.ts';

const detail = (id: string): RequestSubject => ({ scope: 'detail', ids: [id] });
const list: RequestSubject = { scope: 'list', ids: [] };
const body = (id: string): RequestSubject => ({ scope: 'cdn', ids: [id] });

describe('faults', () => {
  it('lets the newest rule that matches decide', () => {
    const faults = createFaultRegistry();
    faults.fail({ target: { what: 'all' }, kind: 500 });
    faults.fail({ target: { what: 'detail', id: 'wf_a' }, kind: 'timeout' });
    expect([
      faults.takeSocketFault(detail('wf_a')),
      faults.takeSocketFault(detail('wf_b')),
      faults.takeSocketFault(list),
    ]).toEqual(['timeout', 500, 500]);
  });

  it('uses a rule up after its times, and falls back to the older one', () => {
    const faults = createFaultRegistry();
    faults.fail({ target: { what: 'backend' }, kind: 503 });
    faults.fail({ target: { what: 'list' }, kind: 403, times: 2 });
    expect([1, 2, 3].map(() => faults.takeSocketFault(list))).toEqual([403, 403, 503]);
  });

  it('exempts what is healed from a wider fault that stays', () => {
    const faults = createFaultRegistry();
    faults.fail({ target: { what: 'all' }, kind: 500 });
    faults.heal({ what: 'detail', id: 'wf_a' });
    expect([
      faults.takeSocketFault(detail('wf_a')),
      faults.takeSocketFault(detail('wf_b')),
    ]).toEqual([null, 500]);
  });

  it('breaks what was healed again when told so', () => {
    const faults = createFaultRegistry();
    faults.heal({ what: 'list' });
    faults.fail({ target: { what: 'list' }, kind: 500 });
    expect(faults.takeSocketFault(list)).toBe(500);
  });

  it('heals slowness too, and leaves holds alone', () => {
    const faults = createFaultRegistry();
    faults.slow({ what: 'all' }, { latencyMs: 1, jitterMs: 0, bytesPerSecond: null });
    faults.hold({ what: 'all' });
    faults.heal();
    expect([faults.takePace(list), faults.isHeld(list)]).toEqual([null, true]);
  });

  it('releases only the one with the id, while the others wait on', () => {
    const faults = createFaultRegistry();
    faults.hold({ what: 'detail' });
    faults.release({ what: 'detail', id: 'wf_a' });
    expect([faults.isHeld(detail('wf_a')), faults.isHeld(detail('wf_b'))]).toEqual([false, true]);
  });

  it('applies wrong bytes only where bytes are announced', () => {
    const faults = createFaultRegistry();
    faults.fail({ target: { what: 'all' }, kind: 'wrong-hash' });
    expect([faults.takeSocketFault(list), faults.takeSocketFault(body('wf_a'))]).toEqual([
      null,
      'wrong-hash',
    ]);
  });

  it('keeps the older rule where a newer one does not apply', () => {
    const faults = createFaultRegistry();
    faults.fail({ target: { what: 'all' }, kind: 'refused' });
    faults.fail({ target: { what: 'all' }, kind: 'wrong-hash' });
    expect({
      list: faults.takeConnectFault(list),
      isListRefused: faults.isRefused('list'),
      body: [faults.takeConnectFault(body('wf_a')), faults.takeSocketFault(body('wf_a'))],
      isCdnRefused: faults.isRefused('cdn'),
    }).toEqual({
      list: 'refused',
      isListRefused: true,
      body: [null, 'wrong-hash'],
      isCdnRefused: false,
    });
  });

  it('keeps connecting and answering apart, and uses up times only where the fault shows', () => {
    const faults = createFaultRegistry();
    faults.fail({ target: { what: 'list' }, kind: 'dns', times: 1 });
    expect([
      faults.takeSocketFault(list),
      faults.takeConnectFault(list),
      faults.takeConnectFault(list),
    ]).toEqual([null, 'dns', null]);
  });

  it('is offline for everything while the network is switched off', () => {
    const faults = createFaultRegistry();
    faults.setOnline(false);
    expect(faults.takeConnectFault(list)).toBe('offline');
    faults.setOnline(true);
    expect(faults.takeConnectFault(list)).toBeNull();
  });

  it('refuses a scope as a whole only without an id and without an end', () => {
    const refused = (rule: { id?: string; times?: number }): boolean => {
      const faults = createFaultRegistry();
      const { id, times } = rule;
      faults.fail({
        target: { what: 'cdn', ...(id === undefined ? {} : { id }) },
        kind: 'refused',
        ...(times === undefined ? {} : { times }),
      });
      return faults.isRefused('cdn');
    };
    expect([refused({}), refused({ id: 'wf_a' }), refused({ times: 3 })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('says what is broken, slowness included, and calls back when a rule is used up', () => {
    const faults = createFaultRegistry();
    let changes = 0;
    faults.fail({ target: { what: 'list' }, kind: 500, times: 1 });
    faults.fail({ target: { what: 'cdn' }, kind: 'slow' });
    const stop = faults.onChange(() => (changes += 1));
    const before = faults.active();
    faults.takeSocketFault(list);
    stop();
    faults.heal();
    expect({ before, after: faults.active(), changes }).toEqual({
      before: [
        { target: { what: 'list' }, kind: 500, times: 1 },
        { target: { what: 'cdn' }, kind: 'slow' },
      ],
      after: [],
      changes: 1,
    });
  });
});

describe('what is told of faults', () => {
  it('is everything that is on, the oldest first, with all that it was set to', () => {
    const faults = createFaultRegistry();
    const pace = { latencyMs: 5, jitterMs: 1, bytesPerSecond: null };
    faults.slow({ what: 'cdn' }, pace);
    faults.fail({ target: { what: 'list' }, kind: 'flaky' });
    faults.hold({ what: 'detail', id: 'wf_a' });
    faults.fail({ target: { what: 'offerings' }, kind: 403, times: 2 });
    faults.takeSocketFault({ scope: 'offerings', ids: [] });
    const plain = { kind: null, share: null, pace: null, times: null };
    expect(faults.list()).toEqual([
      { ...plain, id: 1, how: 'slow', target: { what: 'cdn' }, pace },
      { ...plain, id: 2, how: 'fail', target: { what: 'list' }, kind: 'flaky', share: 0.5 },
      { ...plain, id: 3, how: 'hold', target: { what: 'detail', id: 'wf_a' } },
      { ...plain, id: 4, how: 'fail', target: { what: 'offerings' }, kind: 403, times: 1 },
    ]);
  });

  it('ends one alone, and what lay below it applies again', () => {
    const faults = createFaultRegistry();
    faults.fail({ target: { what: 'all' }, kind: 500 });
    faults.fail({ target: { what: 'list' }, kind: 404 });
    const [, second] = faults.list();
    faults.end(second?.id ?? 0);
    expect([faults.list().length, faults.takeSocketFault(list)]).toEqual([1, 500]);
  });

  it('is, for a scope, what every request meets until it is healed', () => {
    const faults = createFaultRegistry();
    faults.fail({ target: { what: 'backend' }, kind: 503 });
    faults.fail({ target: { what: 'detail', id: 'wf_a' }, kind: 404 });
    faults.fail({ target: { what: 'detail' }, kind: 500, times: 1 });
    faults.heal({ what: 'list' });
    expect([faults.stateOf('detail').kind, faults.stateOf('list').kind]).toEqual([503, null]);
  });

  it('says which share of requests a flaky fault makes fail', () => {
    const faults = createFaultRegistry();
    faults.fail({ target: { what: 'list' }, kind: 'flaky', share: 0.1 });
    expect([faults.shareOf(list), faults.shareOf(detail('wf_a'))]).toEqual([0.1, 0.5]);
  });
});

describe('requests that wait', () => {
  it('go in the order in which they came, once nothing holds them any more', () => {
    const faults = createFaultRegistry();
    const went: string[] = [];
    const wait = (id: string) => faults.wait(detail(id), 7, () => went.push(id));
    faults.hold({ what: 'detail' });
    for (const id of ['wf_a', 'wf_b', 'wf_c']) wait(id);
    expect(faults.waiting().map(({ subject, since }) => [subject.ids[0], since])).toEqual([
      ['wf_a', 7],
      ['wf_b', 7],
      ['wf_c', 7],
    ]);
    faults.release({ what: 'detail', id: 'wf_b' });
    faults.release();
    expect([went, faults.waiting()]).toEqual([['wf_b', 'wf_a', 'wf_c'], []]);
  });

  it('are let go alone, while the hold stays', () => {
    const faults = createFaultRegistry();
    const went: string[] = [];
    faults.hold({ what: 'detail' });
    faults.wait(detail('wf_a'), 0, () => went.push('first'));
    faults.wait(detail('wf_a'), 0, () => went.push('second'));
    const [, second] = faults.waiting();
    faults.letGo(second?.id ?? 0);
    expect([went, faults.waiting().length, faults.isHeld(detail('wf_a'))]).toEqual([
      ['second'],
      1,
      true,
    ]);
  });

  it('wait no more once their client is gone', () => {
    const faults = createFaultRegistry();
    const went: string[] = [];
    faults.hold({ what: 'list' });
    const leave = faults.wait(list, 0, () => went.push('list'));
    leave();
    faults.release();
    expect([went, faults.waiting()]).toEqual([[], []]);
  });
});

describe('what a request met', () => {
  it('is told once, by scope and id', () => {
    const faults = createFaultRegistry();
    faults.fail({ target: { what: 'detail' }, kind: 503 });
    faults.takeSocketFault(detail('wf_a'));
    expect([
      faults.takeEncounter(detail('wf_b')),
      faults.takeEncounter(list),
      faults.takeEncounter(detail('wf_a')),
      faults.takeEncounter(detail('wf_a')),
    ]).toEqual([null, null, 'broken', null]);
  });

  it('is forgotten of the one that got through', () => {
    const faults = createFaultRegistry();
    faults.fail({ target: { what: 'list' }, kind: 'flaky' });
    faults.takeSocketFault(list);
    faults.spare(list);
    expect(faults.takeEncounter(list)).toBe('delayed');
  });

  it('is told of a file by its path, however that is written', () => {
    const faults = createFaultRegistry();
    faults.fail({ target: { what: 'asset', id: 'wf_a' }, kind: 503 });
    faults.takeSocketFault({ scope: 'asset', ids: ['wf_a', '/assets/a b.png'] });
    const asked = (path: string) => ({ scope: 'asset' as const, ids: ['wf_a', path] });
    expect([
      faults.takeEncounter(asked('/assets/other.png')),
      faults.takeEncounter(asked('/assets/a%20b.png')),
    ]).toEqual([null, 'broken']);
  });

  it.each<[string, 'broken' | 'delayed', (faults: ReturnType<typeof createFaultRegistry>) => void]>(
    [
      [
        'no network',
        'broken',
        (faults) => {
          faults.setOnline(false);
          faults.takeConnectFault(list);
        },
      ],
      [
        'a connection that is refused',
        'broken',
        (faults) => {
          faults.fail({ target: { what: 'list' }, kind: 'refused' });
          faults.takeConnectFault(list);
        },
      ],
      [
        'slowness',
        'delayed',
        (faults) => {
          faults.fail({ target: { what: 'list' }, kind: 'slow' });
          faults.takePace(list);
        },
      ],
      ['a hold', 'delayed', (faults) => void faults.wait(list, 0, () => undefined)],
    ],
  )('counts %s', (_, met, meet) => {
    const faults = createFaultRegistry();
    meet(faults);
    faults.heal();
    expect(faults.takeEncounter(list)).toBe(met);
  });
});
