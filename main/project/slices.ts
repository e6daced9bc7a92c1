import type { SteadyClock } from '../clock/clock.ts';

/** What is long is done in slices of about so much, and others have a turn between two. */
const sliceMs = 8;

export interface Slicing {
  readonly elapsedMs?: SteadyClock['elapsedMs'];
  readonly nextTurn: () => Promise<void>;
}

/** Does all steps at once. */
export const runAtOnce = <Result>(steps: Generator<undefined, Result>): Result => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

/** Does the steps one after the other, and lets others run in between. */
export const runInSlices = async <Result>(
  steps: Generator<undefined, Result>,
  { nextTurn, elapsedMs = () => performance.now() }: Slicing,
): Promise<Result> => {
  let end = elapsedMs() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (elapsedMs() < end) continue;
    await nextTurn();
    end = elapsedMs() + sliceMs;
  }
};
