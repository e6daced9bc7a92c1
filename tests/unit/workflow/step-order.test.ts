import { describe, expect, it } from 'vitest';
import { stepsInOrder, wayTo } from '../../../shared/workflow/step-order.ts';

const step = (id: string, ...next: readonly string[]) => ({
  id,
  type: 'screen',
  screenId: id,
  triggers: [],
  targets: Object.fromEntries(next.map((target) => [`to_${target}`, target])),
  experiment: null,
});

const steps = [step('island'), step('c', 'a'), step('a', 'b', 'c'), step('b', 'd'), step('d')];
const outline = { steps, initialStepId: 'a' };

describe('the steps of a workflow', () => {
  it('come as a person meets them, then those that nothing leads to', () => {
    expect(stepsInOrder(outline).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'island']);
  });

  it('are reached on the shortest way', () => {
    expect([wayTo(outline, 'd'), wayTo(outline, 'a'), wayTo(outline, 'island')]).toEqual([
      ['a', 'b'],
      [],
      [],
    ]);
  });
});
