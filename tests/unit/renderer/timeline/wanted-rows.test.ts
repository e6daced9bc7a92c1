import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventRing } from '../../../../renderer/state/event-ring.ts';
import { stepFrom } from '../../../../renderer/timeline/list/step-from.ts';
import { createWantedBook } from '../../../../renderer/timeline/list/wanted-rows.ts';
import { everything } from '../../../../shared/timeline/filter.ts';
import { event, events } from '../samples.ts';

const even = { ...everything, id: 'even' };
const some = (from: number, to: number) =>
  events(from, to).map(({ eventId }) =>
    event(eventId, { id: eventId % 2 === 0 ? 'wf_even' : 'wf_odd' }),
  );

const idsOf = (rows: ReturnType<ReturnType<typeof createWantedBook>['rows']>) =>
  Array.from({ length: rows.count }, (_, index) => rows.at(index)?.eventId);

describe('the rows that are wanted', () => {
  it('are all events where nothing is filtered, between two of them', () => {
    const ring = createEventRing(100);
    ring.push(events(1, 10));
    expect(idsOf(createWantedBook(ring, everything).rows(2, 5))).toEqual([3, 4, 5]);
  });

  it.each([everything, even])(
    'follow what is added at either end, and what is dropped: %j',
    (filter) => {
      const step = fc.record({ older: fc.boolean(), count: fc.integer({ min: 0, max: 9 }) });
      fc.assert(
        fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
          const ring = createEventRing(25);
          let [oldest, newest] = [500, 499];
          const book = createWantedBook(ring, filter);
          for (const { older, count } of steps) {
            if (older) {
              oldest -= ring.prepend(some(oldest - count, oldest - 1)).length;
            } else {
              ring.push(some(newest + 1, newest + count));
              newest += count;
              oldest = ring.at(0)?.eventId ?? oldest;
            }
            const kept = Array.from({ length: ring.size }, (_, index) => ring.at(index)?.eventId);
            const wanted = kept.filter((id) => filter === everything || Number(id) % 2 === 0);
            expect(idsOf(book.rows(0, Infinity))).toEqual(wanted);
          }
        }),
        { seed: 1 },
      );
    },
  );

  it.each([everything, even])(
    'keep their place while older ones come before them: %j',
    (filter) => {
      const ring = createEventRing(1_000);
      ring.push(some(100, 120));
      const book = createWantedBook(ring, filter);
      const before = book.rows(0, Infinity);
      const place = before.first + before.placeOf(110).index;
      ring.prepend(some(50, 99));
      const after = book.rows(0, Infinity);
      expect(after.first + after.placeOf(110).index).toBe(place);
    },
  );

  it('tell where an event would stand that is not among them', () => {
    const ring = createEventRing(100);
    ring.push(some(1, 9));
    const rows = createWantedBook(ring, even).rows(0, Infinity);
    expect([rows.placeOf(4), rows.placeOf(5)]).toEqual([
      { index: 1, isThere: true },
      { index: 1, isThere: false },
    ]);
  });
});

describe('going from event to event', () => {
  const ring = createEventRing(100);
  ring.push(some(1, 9));
  const rows = createWantedBook(ring, even).rows(0, Infinity);
  const from = (chosen: number | null, by: number) => stepFrom(rows, chosen, by)?.eventId;

  it('begins at the newest, stays within, and finds its way back into the list', () => {
    expect([from(null, 1), from(4, 1), from(4, -1), from(8, 1), from(5, 1), from(5, -1)]).toEqual([
      8, 6, 2, 8, 6, 4,
    ]);
  });

  it('leads nowhere where there are none', () => {
    const none = createWantedBook(ring, { ...everything, id: 'nothing' }).rows(0, Infinity);
    expect(stepFrom(none, 3, 1)).toBeNull();
  });
});
