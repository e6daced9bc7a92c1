import type { Handlers } from '../../../shared/contract/calls.ts';
import { done, problem } from '../../../shared/contract/outcome.ts';
import { realClock } from '../../clock/clock.ts';
import { describeProblem } from '../../store/problem.ts';
import { exportTimeline } from './export-timeline.ts';
import type { Desk } from '../handlers.ts';

/** What a window may do with the events of before. */
export const timelineHandlers = ({
  places,
  services,
  shown,
}: Pick<Desk, 'places' | 'services' | 'shown'>) => {
  const timeline = () => shown().timeline;

  return {
    readEvents: ({ before, most }) =>
      done(
        timeline()
          .since(before - most, most)
          .filter(({ eventId }) => eventId < before),
      ),
    exportTimeline: async (wish) => {
      try {
        const written = await exportTimeline(timeline(), places.exports, wish, realClock.now());
        return done({ ...written, hindrance: await services.showFolder(places.exports) });
      } catch (error) {
        const why = describeProblem(error);
        return problem('system', `The events could not be written to ${places.exports}: ${why}.`);
      }
    },
  } satisfies Partial<Handlers>;
};
