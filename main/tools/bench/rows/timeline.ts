import { defaultSizes } from '../../../../shared/limits.ts';
import { type Timeline, createTimeline } from '../../../engine/timeline.ts';
import { firstUser } from '../kit/engine.ts';
import { millisecondsOfStep } from '../kit/time.ts';
import { type Bench, type Row, onlyFigure } from '../row.ts';

const few = 100;
const origin = { user: firstUser, generation: 1, rules: 'recommended' } as const;

/** Appends what a call says that was answered from the network, so many times. */
const append = (timeline: Timeline, calls: number): void => {
  const about = { subject: 'detail', id: 'wf_1' } as const;
  for (let call = 0; call < calls; call += 1) {
    const cause = timeline.record({ type: 'called', ...about, call }, call, origin);
    const what = { hash: 'hash', sizeBytes: 20_000, source: 'network' } as const;
    timeline.record({ type: 'refreshed', ...about, cause, ...what }, call, origin);
    timeline.record({ type: 'completed', ...about, call, cause }, call, origin);
  }
};

const eventsEach = 3;

/** A ring of that size, which is full: each event takes the place of the oldest. */
const fullTimeline = (capacity: number): Timeline => {
  const timeline = createTimeline(capacity);
  append(timeline, Math.ceil((2 * capacity) / eventsEach));
  return timeline;
};

const measure = async (bench: Bench): Promise<void> => {
  const large = fullTimeline(bench.size(defaultSizes.timelineEvents, 2 * few));
  const small = fullTimeline(few);
  const calls = bench.size(20_000, 10);
  const nanosecondsEach = 1_000_000 / (calls * eventsEach);
  const appendTo = (timeline: Timeline): number =>
    nanosecondsEach *
    millisecondsOfStep(() => {
      append(timeline, calls);
    });
  await bench.inTurn({ rounds: 101, warmUps: 30 }, async () => {
    const against = appendTo(small);
    return [{ against, ours: appendTo(large) }];
  });
};

/** Whether writing down what happens costs the same however much has happened. */
export const timeline: Row = {
  name: 'timeline',
  about: 'appending an event with 100,000 in the ring ÷ with 100',
  unit: 'ns',
  figures: onlyFigure(1.2),
  measure,
};
