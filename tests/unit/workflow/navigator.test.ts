import { describe, expect, it } from 'vitest';
import {
  type Walk,
  back,
  backDestinationOf,
  destinationOf,
  preferenceOf,
  press,
  routesOf,
  select,
  start,
} from '../../../shared/workflow/navigator.ts';
import type { Outline } from '../../../shared/workflow/outline.ts';
import { experimentStep, outlineWith, screenStep } from '../../helpers/outlines.ts';

/** A walk that starts with the workflow and presses one component after the other. */
const walkAlong = (outline: Outline, ...components: readonly string[]): Walk => {
  const routes = routesOf(outline);
  const first = start(routes);
  if (first === null) throw new Error('the workflow has no start');
  return components.reduce(
    (walk, componentId) => press(routes, walk, { stepId: walk.stepId, componentId }) ?? walk,
    first,
  );
};

const place = (walk: Walk | null) => walk && [walk.stepId, walk.behind];

const flow = outlineWith([
  screenStep('intro', ['plans', 'more']),
  screenStep('more', ['plans']),
  screenStep('plans', ['intro']),
]);

describe('a walk through a workflow', () => {
  it('N-01: starts at the first step, with nothing to go back to', () => {
    const walk = walkAlong(flow);
    expect([place(walk), backDestinationOf(walk)]).toEqual([['intro', []], null]);
  });

  it('N-01: does not start where the first step is missing', () => {
    expect(start(routesOf({ ...flow, initialStepId: 'gone' }))).toBeNull();
  });

  it('N-02: goes where the press leads, and the step before can be gone back to', () => {
    const walk = walkAlong(flow, 'more', 'plans');
    expect([place(walk), backDestinationOf(walk)]).toEqual([['plans', ['intro', 'more']], 'more']);
  });

  it('N-02: takes the first trigger of the component', () => {
    const step = screenStep('a', [], {
      triggers: [
        { isOnPress: false, componentId: 'x', actionId: 'to c' },
        { isOnPress: true, componentId: 'x', actionId: 'to b' },
        { isOnPress: true, componentId: 'x', actionId: 'to c' },
      ],
      targets: { 'to b': 'b', 'to c': 'c' },
    });
    const walk = walkAlong(outlineWith([step, screenStep('b'), screenStep('c')]), 'x');
    expect(walk.stepId).toBe('b');
  });

  it.each([
    ['a component that no trigger knows', 'other', {}],
    ['a trigger of another kind', 'x', { isOnPress: false }],
    ['a trigger without an action', 'x', { actionId: null }],
    ['an action that leads to no step', 'x', { actionId: 'unknown' }],
    ['an action called as something that every object has', 'x', { actionId: 'constructor' }],
    ['a step that the workflow does not have', 'x', { actionId: 'to gone' }],
  ])('N-03: does not go on by %s', (_, componentId, more) => {
    const trigger = { isOnPress: true, componentId: 'x', actionId: 'to b', ...more };
    const targets = { 'to b': 'b', 'to gone': 'gone' };
    const outline = outlineWith([
      screenStep('a', [], { triggers: [trigger], targets }),
      screenStep('b'),
    ]);
    const routes = routesOf(outline);
    expect(press(routes, walkAlong(outline), { stepId: 'a', componentId })).toBeNull();
  });

  it('N-04: goes back step by step, the last one first, and then no further', () => {
    const there = walkAlong(flow, 'more', 'plans', 'intro', 'plans');
    const visited: string[] = [];
    for (let walk: Walk | null = there; walk !== null; walk = back(walk)) visited.push(walk.stepId);
    expect(visited).toEqual(['plans', 'intro', 'plans', 'more', 'intro']);
  });

  it('N-04: keeps no more than 1,000 steps behind, however often it goes round', () => {
    const round = Array.from({ length: 2_001 }, (_, index) =>
      index % 2 === 0 ? 'plans' : 'intro',
    );
    const walk = walkAlong(flow, ...round);
    expect([walk.stepId, walk.behind.length, walk.behind.at(-1)]).toEqual([
      'plans',
      1_000,
      'intro',
    ]);
  });

  it('N-05: tells where a press and going back would lead, and stays', () => {
    const walk = Object.freeze(walkAlong(flow, 'more'));
    const told = [
      destinationOf(routesOf(flow), walk, { stepId: 'more', componentId: 'plans' }),
      destinationOf(routesOf(flow), walk, { stepId: 'more', componentId: 'nothing' }),
      backDestinationOf(walk),
    ];
    expect([told, place(walk)]).toEqual([
      ['plans', null, 'intro'],
      ['more', ['intro']],
    ]);
  });

  it('N-10: finds a step as it was left, by going back and by coming again', () => {
    const routes = routesOf(flow);
    const chosen = select(walkAlong(flow, 'plans'), 'plans', 'annual');
    const before = back(chosen);
    const again = before && press(routes, before, { stepId: 'intro', componentId: 'plans' });
    expect([before && preferenceOf(before), again && preferenceOf(again)]).toEqual([
      null,
      'annual',
    ]);
  });

  it('N-10: leaves the selection of a visited step alone when another one comes along', () => {
    const routes = routesOf(flow);
    const atIntro = select(walkAlong(flow), 'intro', 'monthly');
    const atPlans = press(routes, atIntro, { stepId: 'intro', componentId: 'plans' }) ?? atIntro;
    const chosen = back(select(atPlans, 'plans', 'annual')) ?? atPlans;
    const other = select(chosen, 'intro', 'weekly');
    const again = press(routes, other, { stepId: 'intro', componentId: 'plans' });
    expect([preferenceOf(other), again && preferenceOf(again)]).toEqual(['weekly', 'annual']);
  });

  it('N-10: takes the second of two quick presses for nothing', () => {
    // The second one is heard when the next step, which has such a component too, is there already.
    const outline = outlineWith([
      screenStep('a', ['b']),
      screenStep('b', ['b', 'c']),
      screenStep('c'),
    ]);
    const routes = routesOf(outline);
    const quick = { stepId: 'a', componentId: 'b' };
    const once = press(routes, walkAlong(outline), quick);
    expect([place(once), once && press(routes, once, quick)]).toEqual([['b', ['a']], null]);
  });

  it('N-10: ignores a selection that comes from a step that is not shown any more', () => {
    const walk = walkAlong(flow, 'plans');
    expect(select(walk, 'intro', 'annual')).toBe(walk);
  });

  it('N-09: carries a selection on through the steps after it', () => {
    const routes = routesOf(flow);
    const chosen = select(walkAlong(flow), 'intro', 'annual');
    const more = press(routes, chosen, { stepId: 'intro', componentId: 'more' }) ?? chosen;
    const plans = press(routes, more, { stepId: 'more', componentId: 'plans' }) ?? more;
    expect([preferenceOf(more), preferenceOf(plans)]).toEqual(['annual', 'annual']);
  });
});

describe('an experiment on the way', () => {
  it.each([
    ['the step of the variant that the user is in', 'b', 'b'],
    ['control where the user is in none', null, 'a'],
  ])('N-13: leads to %s, and is never gone back to', (_, enrolled, expected) => {
    const outline = outlineWith([
      screenStep('intro', ['test']),
      experimentStep('test', ['a', 'b'], enrolled),
      screenStep('a'),
      screenStep('b'),
    ]);
    expect(place(walkAlong(outline, 'test'))).toEqual([expected, ['intro']]);
  });

  it('N-13: can be the first step, and be followed by others', () => {
    const outline = outlineWith([
      experimentStep('one', ['two', 'x'], 'two'),
      experimentStep('two', ['x', 'y'], 'y'),
      screenStep('x'),
      screenStep('y'),
    ]);
    expect(place(walkAlong(outline))).toEqual(['y', []]);
  });

  it('N-13: falls back to control where the step of the variant is missing', () => {
    const outline = outlineWith([experimentStep('test', ['a', 'gone'], 'gone'), screenStep('a')]);
    expect(place(walkAlong(outline))).toEqual(['a', []]);
  });

  it.each([
    ['leads to itself', [experimentStep('one', ['one'])]],
    ['leads in a circle', [experimentStep('one', ['two']), experimentStep('two', ['one'])]],
    ['has no variant', [experimentStep('one', [])]],
  ])('N-13: leads nowhere where it %s', (_, experiments) => {
    expect(start(routesOf(outlineWith(experiments)))).toBeNull();
    const outline = outlineWith([screenStep('intro', ['one']), ...experiments]);
    expect(place(walkAlong(outline, 'one'))).toEqual(['intro', []]);
  });

  it('N-13: takes the steps of other variants away, and keeps itself', () => {
    const outline = outlineWith([
      screenStep('intro', ['test', 'b', 'shared']),
      experimentStep('test', ['a', 'b', 'shared', 'intro'], 'shared'),
      screenStep('a'),
      screenStep('b'),
      screenStep('shared'),
    ]);
    expect([...routesOf(outline).steps.keys()]).toEqual(['intro', 'test', 'shared']);
    expect(place(walkAlong(outline, 'b'))).toEqual(['intro', []]);
  });
});
