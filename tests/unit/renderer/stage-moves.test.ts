import { describe, expect, it } from 'vitest';
import {
  cameBack,
  clockMoved,
  filesFound,
  left,
  lookedAtOtherwise,
  opened,
  openedAgain,
  packageSelected,
  pressed,
  reported,
  wentBack,
  wentBackTo,
  wentTo,
} from '../../../renderer/state/stage-moves.ts';
import type { StageState } from '../../../renderer/state/stage-store.ts';
import { openStage, paperName, read, step } from './stage-samples.ts';

const where = (state: StageState | null) => {
  const walk = state?.paper?.walk;
  return walk == null ? null : [...walk.behind, walk.stepId].join(' > ');
};

const pressedTo = (...components: readonly string[]): StageState =>
  components.reduce<StageState>((state, id) => pressed(state, id) ?? state, openStage());

const onlySale = (id: string): boolean => id === 'sale';

describe('walking through a workflow', () => {
  it('goes on by its buttons and back again, one step or several', () => {
    const atPlans = pressedTo('hello_go', 'more_go');
    expect([
      where(atPlans),
      where(wentBack(atPlans)),
      where(wentBackTo(atPlans, 0)),
      where(wentBack(openStage())),
    ]).toEqual(['hello > more > plans', 'hello > more', 'hello', null]);
  });

  it('does nothing by a button that leads nowhere', () => {
    expect([pressed(openStage(), 'more_go'), pressed(openStage(), 'nobody')]).toEqual([null, null]);
  });

  it('comes to any step on the shortest way, and stays where it is already', () => {
    const atPlans = wentTo(openStage(), 'plans');
    expect([
      where(atPlans),
      where(wentTo(atPlans, 'hello')),
      wentTo(atPlans, 'plans') === atPlans,
      wentTo(atPlans, 'nowhere') === atPlans,
    ]).toEqual(['hello > more > plans', 'hello', true, true]);
  });

  it('takes what was selected along', () => {
    const chosen = packageSelected(wentTo(openStage(), 'plans'), 'monthly');
    expect([
      chosen.selectedPackageId,
      chosen.paper?.walk?.preferences.get('plans'),
      wentTo(wentTo(chosen, 'hello'), 'plans').paper?.walk?.preferences.get('plans'),
    ]).toEqual(['monthly', 'monthly', 'monthly']);
  });
});

describe('a workflow that has become another one', () => {
  it('is shown where somebody was, as far as it still has that step', () => {
    const atPlans = pressedTo('hello_go', 'more_go');
    const without = { steps: [step('hello', 'plans'), step('plans', null)] };
    expect([
      where(opened(atPlans, read({}, { bodyHash: 'two' }), 2_000)),
      where(opened(atPlans, read(without, { bodyHash: 'two' }), 2_000)),
      where(opened(atPlans, read({ steps: [step('hello', null)] }, { bodyHash: 'two' }), 2_000)),
    ]).toEqual(['hello > more > plans', 'hello > plans', 'hello']);
  });

  it('starts again where another one was opened', () => {
    const other = opened(pressedTo('hello_go'), read({}, { id: 'other' }), 2_000);
    expect([where(other), other.paper?.openedAt]).toEqual(['hello', 2_000]);
  });

  it('forgets what was found on its screens', () => {
    const looked = reported(openStage(), 'hello', { problems: [] });
    expect(opened(looked, read({}, { bodyHash: 'two' }), 2_000).reports.size).toBe(0);
  });

  it('has nothing to show where its first step leads nowhere', () => {
    expect(openStage({ initialStepId: 'nowhere' }).paper?.walk).toBeNull();
  });
});

describe('leaving a workflow', () => {
  it('closes it, and it is opened again from its first step', () => {
    const closed = left(pressedTo('hello_go'), onlySale);
    const again = openedAgain(closed, 3_000);
    expect([closed.paper?.isClosed, again.paper?.isClosed, where(again)]).toEqual([
      true,
      false,
      'hello',
    ]);
  });

  it('shows another offering to who leaves from the step that offers it, with a way back', () => {
    const atPlans = pressedTo('hello_go', 'more_go');
    const offered = left(atPlans, onlySale);
    expect([
      offered.exit?.offeringId,
      where(cameBack(offered)),
      left(atPlans, () => false).paper?.isClosed,
    ]).toEqual(['sale', 'hello > more > plans', true]);
  });

  it('offers nothing more to who leaves what was offered', () => {
    const offered = left(pressedTo('hello_go', 'more_go'), onlySale);
    expect(left(offered, onlySale).paper?.isClosed).toBe(true);
  });

  it('goes back to the screen that was left', () => {
    const closed = left(pressedTo('hello_go'), onlySale);
    expect(wentBack(closed)?.paper?.isClosed).toBe(false);
  });
});

describe('files that come to the cache', () => {
  it('change the paper they are of, and only where they are others', () => {
    const state = openStage();
    const found = filesFound(state, paperName(), { 'https://a/b.png': 'b' });
    expect([
      found.paper?.files,
      filesFound(found, paperName(), { 'https://a/b.png': 'b' }) === found,
      filesFound(state, paperName({ bodyHash: 'two' }), { x: 'y' }) === state,
    ]).toEqual([{ 'https://a/b.png': 'b' }, true, true]);
  });
});

describe('a clock that somebody moves', () => {
  it('is the time of what is on the stage, from where countdowns run', () => {
    expect(clockMoved(openStage(), 9_000).paper?.openedAt).toBe(9_000);
  });
});

describe('what a frame says of a screen', () => {
  it('is kept in two halves', () => {
    const problem = { code: 'missing-text', place: 'a', message: 'No text.' };
    const finding = {
      kind: 'empty-text',
      subject: '',
      detail: '',
      area: { x: 0, y: 0, width: 1, height: 1 },
    };
    const once = reported(openStage(), 'hello', { problems: [problem] });
    expect(reported(once, 'hello', { findings: [finding] }).reports.get('hello')).toEqual({
      problems: [problem],
      findings: [finding],
    });
  });
});

describe('screens that are looked at otherwise', () => {
  it('are looked through anew, but for the one on the stage, which says by itself', () => {
    const all = ['hello', 'more'].reduce(
      (state, id) => reported(state, id, { problems: [] }),
      openStage(),
    );
    expect([...lookedAtOtherwise(all).reports.keys()]).toEqual(['hello']);
  });
});
