import { describe, expect, it } from 'vitest';
import type { Outline } from '../../../shared/workflow/outline.ts';
import { unreachableSteps } from '../../../shared/workflow/unreachable.ts';
import { workflowProblems } from '../../../shared/workflow/workflow-problems.ts';
import { experimentStep, outlineWith, screenStep, sellingScreen } from '../../helpers/outlines.ts';

describe('the steps that nobody comes to', () => {
  it.each<[string, Outline, readonly string[]]>([
    [
      'none where each leads to the next',
      outlineWith([screenStep('a', ['b']), screenStep('b')]),
      [],
    ],
    ['those that nothing leads to', outlineWith([screenStep('a'), screenStep('b', ['a'])]), ['b']],
    [
      'those that only each other lead to',
      outlineWith([screenStep('a'), screenStep('b', ['c']), screenStep('c', ['b'])]),
      ['b', 'c'],
    ],
    [
      'not the steps of whatever variant',
      outlineWith([experimentStep('a', ['b', 'c'], 'b'), screenStep('b'), screenStep('c')]),
      [],
    ],
    [
      'not the fallback step, nor what it leads to',
      outlineWith([screenStep('a'), screenStep('b', ['c']), screenStep('c')], {
        singleStepFallbackId: 'b',
      }),
      [],
    ],
    [
      'those whose action no press fires',
      outlineWith([screenStep('a', [], { targets: { odd: 'b' } }), screenStep('b')]),
      ['b'],
    ],
  ])('are %s', (_, outline, expected) => {
    expect(unreachableSteps(outline)).toEqual(expected);
  });

  it('are found in good time in circles of 10,000', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `${index}`);
    const steps = ids.map((id, index) => screenStep(id, [ids[index + 1] ?? '0', '0', '1']));
    const before = performance.now();
    expect(unreachableSteps(outlineWith(steps))).toEqual([]);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe('what is wrong with a workflow', () => {
  it('is nothing with one that hangs together', () => {
    const outline = outlineWith([screenStep('a', ['b']), screenStep('b')], {
      singleStepFallbackId: 'b',
    });
    expect(workflowProblems(outline, new Set())).toEqual([]);
  });

  it('is told in a sentence each', () => {
    const outline = outlineWith(
      [screenStep('a', ['gone', 'b']), screenStep('b', [], { screenId: 'lost' }), screenStep('c')],
      {
        singleStepFallbackId: 'none',
        screens: [
          sellingScreen('a', [], { offeringId: 'default', exitOfferingId: 'old' }),
          sellingScreen('c', [], { offeringId: 'other' }),
        ],
      },
    );
    expect(workflowProblems(outline, new Set(['default']))).toEqual([
      {
        code: 'unknown-step',
        stepId: 'none',
        screenId: null,
        message: 'The workflow names "none" as the step with the packages, but has no such step.',
      },
      {
        code: 'unknown-step',
        stepId: 'a',
        screenId: null,
        message: 'The step "a" leads to "gone", which the workflow does not have.',
      },
      {
        code: 'unknown-screen',
        stepId: 'b',
        screenId: 'lost',
        message: 'The step "b" shows "lost", a screen that the workflow does not have.',
      },
      {
        code: 'unknown-offering',
        stepId: null,
        screenId: 'a',
        message: 'The screen "a" offers, to who leaves, "old", an offering that is not there.',
      },
      {
        code: 'unknown-offering',
        stepId: null,
        screenId: 'c',
        message: 'The screen "c" sells the packages of "other", an offering that is not there.',
      },
      {
        code: 'unreachable-step',
        stepId: 'c',
        screenId: null,
        message: 'Nothing leads to the step "c".',
      },
    ]);
  });

  it.each([
    ['is missing', outlineWith([], { initialStepId: 'gone' })],
    ['leads in a circle', outlineWith([experimentStep('gone', ['gone'])])],
  ])('is that its first step %s', (_, outline) => {
    expect(workflowProblems(outline, null).map(({ code, stepId }) => [code, stepId])).toEqual([
      ['no-first-step', 'gone'],
    ]);
  });

  it('is no offering as long as nobody knows which there are', () => {
    const screens = [sellingScreen('a', [], { offeringId: 'other' })];
    expect(workflowProblems(outlineWith([screenStep('a')], { screens }), null)).toEqual([]);
  });
});
