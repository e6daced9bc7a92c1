import type { EventId } from '../../shared/timeline.ts';
import type { Stores } from '../state/stores.ts';
import { revealing } from './lanes/view.ts';
import { landOf } from './lanes/land.ts';

/** Looks at an event, and moves the lanes where it is not in sight there; null: at none. */
export const choose = (
  { timeline, events, ui, clock }: Pick<Stores, 'timeline' | 'events' | 'ui' | 'clock'>,
  eventId: EventId | null,
): void => {
  const { view, clearedAt } = timeline.getState();
  const { lanes } = events.getState();
  const place = eventId === null ? null : lanes.placeOf(eventId);
  const land = landOf(lanes, {
    after: clearedAt ?? 0,
    upTo: ui.getState().pausedAt ?? Infinity,
    now: clock.getState().now,
  });
  timeline.setState({
    chosen: eventId,
    ...(place === null || land === null ? {} : { view: revealing(view, land, place) }),
  });
};
