// One round of `soak`, in a process of its own.
import { backgroundTtlMs } from '../../../../shared/freshness.ts';
import { realClock } from '../../../clock/clock.ts';
import { answer } from '../kit/child.ts';
import { collectGarbage } from '../kit/collect-garbage.ts';
import { type OpenedEngine, openEngine } from '../kit/engine.ts';
import type { SoakAnswer, SoakQuestion } from './soak.ts';

/** Few enough to be there after the first refreshes: what grows from then on grows for ever. */
const timelineEvents = 5_000;

/** Real time that can be moved on, so that everything is stale again. */
const createClock = () => {
  let offsetMs = 0;
  return {
    ...realClock,
    now: () => realClock.now() + offsetMs,
    moveOn: () => {
      offsetMs += backgroundTtlMs;
    },
  };
};

/** Counts what came from the backend. */
const createCount = ({ timeline }: OpenedEngine) => {
  let refreshed = 0;
  let onRefreshed: () => void = () => undefined;
  timeline.onEvent(({ type }) => {
    if (type !== 'refreshed') return;
    refreshed += 1;
    onRefreshed();
  });
  return {
    sofar: () => refreshed,
    reaches: (wanted: number) =>
      new Promise<void>((resolve) => {
        onRefreshed = () => {
          if (refreshed >= wanted) resolve();
        };
      }),
  };
};

const rssBytes = async (): Promise<number> => {
  await collectGarbage();
  return process.memoryUsage.rss();
};

answer(async (question: SoakQuestion): Promise<SoakAnswer> => {
  const { folder, api, ids, warmUp, few, many } = question;
  const clock = createClock();
  const opened = openEngine({ folder, api, clock, timelineEvents });
  const { engine } = opened;
  const refreshes = createCount(opened);

  /** Everything is stale, is served all the same, and is refreshed behind. */
  const refreshAll = async (): Promise<void> => {
    clock.moveOn();
    const all = refreshes.reaches(refreshes.sofar() + ids.length + 1);
    await Promise.all([engine.getWorkflowsList(), ...ids.map((id) => engine.getWorkflow(id))]);
    await all;
  };

  const refreshUntil = async (count: number): Promise<void> => {
    while (refreshes.sofar() < count) await refreshAll();
  };

  // The collector takes all the room that it will ever work in only after a while.
  await refreshUntil(warmUp + few);
  const fewRssBytes = await rssBytes();
  await refreshUntil(warmUp + many);
  const manyRssBytes = await rssBytes();
  await opened.close();
  return { fewRssBytes, manyRssBytes };
});
