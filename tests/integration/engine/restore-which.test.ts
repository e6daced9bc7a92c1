import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../shared/policies.ts';
import { openWithList } from '../../helpers/details.ts';
import { type Lab, minutes } from '../../helpers/lab.ts';
import { completed, memoryOf, seen, seenWorkflow } from '../../helpers/seen.ts';

const map = { default: 'wf_a', sale: 'wf_b' };

const removeList = (lab: Lab) => {
  rmSync(lab.disk.pathOf({ kind: 'list' }));
};

describe('envelopes of entries that the list on disk no longer prefetches', () => {
  /** Disk has envelopes of both workflows and a list that prefetches only one of them. */
  const openDemoted = async (rules: RuleSet) => {
    const lab = await openWithList({ rules });
    const entry = (id: string, offering: string, prefetch: boolean) => ({
      id,
      display_name: id,
      offering_id: offering,
      prefetch,
    });
    lab.disk.writeList({
      user: lab.engine.user(),
      storedAt: 0,
      hash: 'h',
      text: JSON.stringify({
        workflows: [entry('wf_a', 'default', false), entry('wf_b', 'sale', true)],
      }),
    });
    lab.engine.coldStart();
    lab.backend.mark();
    lab.faults.setOnline(false);
    await lab.engine.getWorkflowsList();
    await lab.settle();
    return { map: memoryOf(lab).map, details: memoryOf(lab).details, completed: completed(lab) };
  };

  it('O-12 are left alone, and the callers complete once', async () => {
    expect(await openDemoted('recommended')).toEqual({
      map,
      details: { wf_b: 'fresh' },
      completed: [1, 2],
    });
  });

  it.each(['android', 'ios'] as const)(
    'O-12 are restored all the same (the known fault #3548), under %s',
    async (rules) => {
      expect(await openDemoted(rules)).toEqual({
        map,
        details: { wf_a: 'fresh', wf_b: 'fresh' },
        completed: [1, 2],
      });
    },
  );
});

describe('a failing list where disk has no readable list', () => {
  const damages = [
    { name: 'is gone', damage: removeList },
    {
      name: 'is damaged',
      damage: (lab: Lab) => writeFileSync(lab.disk.pathOf({ kind: 'list' }), '{]'),
    },
  ];

  const restoreWithout = async (rules: RuleSet, damage: (lab: Lab) => void) => {
    const lab = await openWithList({ rules });
    lab.engine.coldStart();
    lab.backend.mark();
    damage(lab);
    lab.faults.fail({ target: { what: 'backend' }, kind: 500 });
    const answer = await lab.engine.getWorkflowsList();
    await lab.settle();
    const { details, list } = memoryOf(lab);
    return { lab, seen: { answer: seen(answer), list, details, completed: completed(lab) } };
  };

  it.each(damages)(
    'O-06 restores no detail where it $name, and envelopes still answer a failing detail',
    async ({ damage }) => {
      const { lab, seen: after } = await restoreWithout('recommended', damage);
      const detail = await lab.engine.getWorkflow('wf_b');
      expect({ ...after, detail: seenWorkflow(detail) }).toEqual({
        answer: 'error backend-error 500',
        list: 'absent',
        details: {},
        completed: [1, 2],
        detail: 'disk fresh r1',
      });
    },
  );

  const sdkDamages = (['android', 'ios'] as const).flatMap((rules) =>
    damages.map((row) => ({ ...row, rules })),
  );

  it.each(sdkDamages)(
    'O-06 restores the details of all envelopes where it $name, under $rules',
    async ({ rules, damage }) => {
      const { lab, seen: after } = await restoreWithout(rules, damage);
      const detail = await lab.engine.getWorkflow('wf_b');
      await lab.settle();
      expect({ ...after, detail: seenWorkflow(detail), requests: lab.requests('detail') }).toEqual({
        answer: 'error backend-error 500',
        list: 'absent',
        details: { wf_a: 'fresh', wf_b: 'fresh' },
        completed: [1, 2],
        detail: 'memory fresh r1',
        requests: 0,
      });
    },
  );

  /** The list in memory is fresh when a forced refresh of it fails. */
  const failInMemory = async (rules: RuleSet) => {
    const lab = await openWithList({ rules });
    removeList(lab);
    await lab.advance(minutes(1));
    lab.faults.fail({ target: { what: 'list' }, kind: 500 });
    const answer = await lab.engine.getWorkflowsList({ force: true });
    return { answer: seen(answer), map: memoryOf(lab).map };
  };

  it.each(['recommended', 'ios'] as const)(
    'O-06 leaves the list that is in memory as it is, under %s',
    async (rules) => {
      expect(await failInMemory(rules)).toEqual({ answer: 'memory fresh', map });
    },
  );

  it('O-06 marks the list that is in memory stale, under android', async () => {
    expect(await failInMemory('android')).toEqual({ answer: 'memory stale', map });
  });
});
