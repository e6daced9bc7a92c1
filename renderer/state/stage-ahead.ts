import { stepsInOrder } from '../../shared/workflow/step-order.ts';
import { wentTo } from './stage-moves.ts';
import { type Scene, type SceneFacts, sceneAt } from './stage-scene.ts';
import { type OpenPaper, type StageState, firstStage } from './stage-store.ts';

/** More buttons than that lead on from no screen that a designer draws. */
const mostAhead = 4;

/** Where somebody may go from here: by the screen's buttons, to the screen before, and the next one. */
const stepsAhead = ({ outline, walk }: OpenPaper): readonly string[] => {
  const order = stepsInOrder(outline);
  const place = order.findIndex(({ id }) => id === walk?.stepId);
  const beside = [order[place + 1], order[place - 1]].map((step) => step?.id ?? null);
  const led = Object.values(order[place]?.targets ?? {});
  const ahead = [beside[0], walk?.behind.at(-1), ...led, beside[1]];
  return [...new Set(ahead)].filter((id) => id != null).slice(0, mostAhead);
};

/** What the stage will show of each. */
export const scenesAhead = (state: StageState, facts: SceneFacts): readonly Scene[] => {
  // What ended the frame before may have been one that was only mounted ahead there.
  if (state.paper === null || state.attempt !== firstStage.attempt) return [];
  return stepsAhead(state.paper).flatMap((id) => {
    const { paper } = wentTo(state, id);
    return (paper === null ? null : sceneAt(paper, id, facts)) ?? [];
  });
};
