import { describe, expect, it } from 'vitest';
import { defaultStage } from '../../../shared/stage/set-up.ts';
import { scenesAhead } from '../../../renderer/state/stage-ahead.ts';
import { emptied, wentTo } from '../../../renderer/state/stage-moves.ts';
import { sceneAt } from '../../../renderer/state/stage-scene.ts';
import { openStage } from './stage-samples.ts';

const facts = { offerings: new Map(), setUp: defaultStage, title: 'Skerry', isTimeStanding: false };

const idsAhead = (stepId: string): readonly string[] =>
  scenesAhead(wentTo(openStage(), stepId), facts).map(({ request }) => request.screenId);

describe('what somebody may go to next', () => {
  it('is where the buttons lead, and the screens beside this one', () => {
    expect([idsAhead('hello'), idsAhead('more'), idsAhead('plans')]).toEqual([
      ['more'],
      ['plans', 'hello'],
      ['more'],
    ]);
  });

  it('is asked for as it will be shown', () => {
    const [ahead] = scenesAhead(openStage(), facts);
    const { paper } = wentTo(openStage(), 'more');
    expect(ahead).toEqual(paper === null ? null : sceneAt(paper, 'more', facts));
  });

  it('is nothing where nothing is on the stage, or where a frame had to be given up', () => {
    const again = { ...openStage(), attempt: 2 };
    expect([scenesAhead(emptied(openStage()), facts), scenesAhead(again, facts)]).toEqual([[], []]);
  });
});
