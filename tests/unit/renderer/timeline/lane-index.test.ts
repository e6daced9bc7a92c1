import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FoundBar,
  type FoundMark,
  createLaneIndex,
} from '../../../../renderer/timeline/layout/lane-index.ts';
import { barLooks, markLooks } from '../../../../renderer/timeline/layout/look.ts';
import type { EventFacts, TimelineEvent } from '../../../../shared/timeline.ts';
import { manyEvents } from '../../../../main/tools/bench/kit/many-events.ts';
import { event } from '../samples.ts';

const at = (eventId: number, time: number, facts: Partial<EventFacts>): TimelineEvent => ({
  ...event(eventId, facts),
  at: time,
});

const whole = { from: -Infinity, to: Infinity, grain: 0, after: 0, upTo: Infinity };

const paint = (index: ReturnType<typeof createLaneIndex>, stretch: Partial<typeof whole> = {}) => {
  const bars: FoundBar[] = [];
  const marks: FoundMark[] = [];
  const looked = index.paint(
    { ...whole, ...stretch },
    { bar: (bar) => bars.push(bar), mark: (mark) => marks.push(mark) },
  );
  return { bars, marks, looked };
};

const barsOf = (events: readonly TimelineEvent[]) => {
  const index = createLaneIndex();
  index.push(events);
  return paint(index).bars.map(({ lane, start, end, rank }) => [lane, start, end, barLooks[rank]]);
};

describe('the lanes', () => {
  it('show what a phone asks for in a lane of its own, by numbers of its own, amber where it met a fault', () => {
    const phone = { subject: 'phone', asked: 'list', request: 1 } as const;
    expect(
      barsOf([
        at(1, 100, { type: 'requested', subject: 'list', request: 1 }),
        at(2, 110, { type: 'phone-asked', ...phone }),
        at(3, 120, { type: 'responded', subject: 'list', request: 1 }),
        at(4, 180, { type: 'phone-answered', ...phone, met: ['held'] }),
      ]),
    ).toEqual([
      ['phone', 110, 180, 'onPurpose'],
      ['list', 100, 120, 'network'],
    ]);
  });

  it('leave a phone’s requests alone when the app is killed', () => {
    const phone = { subject: 'phone', request: 1 } as const;
    expect(
      barsOf([
        at(1, 100, { type: 'phone-asked', ...phone }),
        at(2, 120, { type: 'cold-started', subject: 'app' }),
        at(3, 180, { type: 'phone-answered', ...phone }),
      ]),
    ).toEqual([['phone', 100, 180, 'network']]);
  });

  it('show a request from when it left until its answer came, in its slot', () => {
    const about = { subject: 'detail', id: 'wf', slot: 3, request: 7 } as const;
    expect(
      barsOf([
        at(1, 100, { type: 'requested', ...about }),
        at(2, 180, { type: 'responded', ...about }),
      ]),
    ).toEqual([['prefetch-3', 100, 180, 'network']]);
  });

  it.each([
    [{ source: 'memory', freshness: 'fresh' }, 'memory'],
    [{ source: 'memory', freshness: 'stale' }, 'stale'],
    [{ source: 'disk', freshness: 'fresh' }, 'disk'],
    [{ error: { code: 'backend-error', message: '503' } }, 'failed'],
    [{ error: { code: 'rejected', message: '403' } }, 'rejected'],
    [{ error: { code: 'rejected', message: '403', isOnPurpose: true } }, 'onPurpose'],
  ] as const)('show how a call ended: %j', (ended, look) => {
    expect(
      barsOf([
        at(1, 100, { type: 'called', subject: 'list', call: 1 }),
        at(2, 105, { type: 'completed', subject: 'list', call: 1, ...ended }),
      ]),
    ).toEqual([['calls', 100, 105, look]]);
  });

  it('leave what has not ended open', () => {
    expect(barsOf([at(1, 100, { type: 'requested', subject: 'list', request: 1 })])).toEqual([
      ['list', 100, Infinity, 'open'],
    ]);
  });

  it('end what is open with a cold start, and leave it to its answer at a change of user', () => {
    expect(
      barsOf([
        at(1, 100, { type: 'requested', subject: 'list', request: 1 }),
        at(2, 150, { type: 'identity-changed', subject: 'identity', id: 'ben' }),
        at(3, 160, { type: 'responded', subject: 'list', request: 1 }),
        at(4, 170, { type: 'requested', subject: 'offerings', request: 2 }),
        at(5, 200, { type: 'cold-started', subject: 'app' }),
      ]),
    ).toEqual(
      [
        ['offerings', 170, 200, 'cut'],
        ['list', 100, 160, 'network'],
      ].toSorted((one, other) => Number(other[1]) - Number(one[1])),
    );
  });

  it('put bars that run at once into rows of their own', () => {
    const index = createLaneIndex();
    index.push([
      at(1, 10, { type: 'called', subject: 'list', call: 1 }),
      at(2, 11, { type: 'called', subject: 'list', call: 2 }),
      at(3, 12, { type: 'completed', subject: 'list', call: 1 }),
      at(4, 13, { type: 'called', subject: 'list', call: 3 }),
    ]);
    expect(paint(index).bars.map(({ row }) => row)).toEqual([0, 1, 0]);
  });

  it('mark what was decided, each event once, as a bar or as a mark', () => {
    const events = manyEvents(3_000);
    const index = createLaneIndex();
    index.push(events);
    const { bars, marks } = paint(index);
    const ends = bars.filter(({ end }) => end !== Infinity).length;
    const cuts = bars.filter(({ rank }) => barLooks[rank] === 'cut').length;
    // A cold start ends bars and is a mark as well.
    expect(bars.length + ends - cuts + marks.length).toBe(events.length);
  });

  it('hide what was cleared away, and what came after a pause', () => {
    const index = createLaneIndex();
    index.push([1, 2, 3, 4].map((id) => at(id, id * 10, { type: 'hit', subject: 'list' })));
    expect(paint(index, { after: 1, upTo: 3 }).marks.map(({ eventId }) => eventId)).toEqual([2, 3]);
  });

  it('draw several in one pixel as the most important of them', () => {
    const index = createLaneIndex();
    index.push([
      ...Array.from({ length: 40 }, (_, step) =>
        at(step + 1, 1_000 + step, { type: step === 20 ? 'failed' : 'hit', subject: 'list' }),
      ),
    ]);
    const found = paint(index, { grain: 100 }).marks;
    expect(found.map(({ rank, count }) => [markLooks[rank], count])).toEqual([['failed', 40]]);
  });

  it('are the same, however the events come', () => {
    const events = manyEvents(900);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 899 }),
        fc.integer({ min: 1, max: 400 }),
        (cut, size) => {
          const all = createLaneIndex();
          all.push(events);
          const parts = createLaneIndex();
          parts.push(events.slice(cut));
          for (let end = cut; end > 0; end -= size)
            parts.prepend(events.slice(Math.max(0, end - size), end));
          const seen = (index: typeof all) =>
            paint(index)
              .bars.map(({ lane, start, end, rank, eventId }) => [lane, start, end, rank, eventId])
              .toSorted((one, other) => Number(one[4]) - Number(other[4]));
          expect(seen(parts)).toEqual(seen(all));
        },
      ),
      { numRuns: 30, seed: 1 },
    );
  });

  it('forget what the ring has dropped', () => {
    const index = createLaneIndex();
    index.push(manyEvents(20_000));
    index.dropBefore(15_000);
    const ids = paint(index).marks.map(({ eventId }) => eventId);
    expect([Math.min(...ids) > 8_000, Math.max(...ids)]).toEqual([true, 20_000]);
  });
});

describe('100,000 events', () => {
  const index = createLaneIndex();
  const events = manyEvents(100_000);
  index.push(events);
  const { from, to } = index.extent ?? { from: 0, to: 0 };
  const width = 1_000;
  const lookAt = (start: number, span: number) =>
    paint(index, { from: start, to: start + span, grain: (span / width) * 1.5 });

  it('are looked at only as far as they can be told apart', () => {
    const { looked, bars, marks } = lookAt(from, to - from);
    // Fifteen lanes of 1,000 pixels each; more events in them would not be looked at one by one.
    expect({ looked: looked < 25_000, drawn: bars.length + marks.length < 16_000 }).toEqual({
      looked: true,
      drawn: true,
    });
  });

  it('are looked at only where the stretch is', () => {
    const spans = [10_000, 1_000, 100];
    const looked = spans.map((span) => lookAt((from + to) / 2, span).looked);
    expect(looked.every((count) => count < 2_500)).toBe(true);
    // Only what is still under way reaches beyond the end.
    expect(lookAt(to + 1_000, 1_000).bars.filter(({ end }) => end < Infinity)).toEqual([]);
  });

  it('are appended at the same cost however many there are', () => {
    const more = createLaneIndex();
    more.push(events.slice(0, 50_000));
    const before = more.extent?.to;
    more.push(events.slice(50_000, 50_001));
    expect(more.extent?.to).toBeGreaterThanOrEqual(before ?? Infinity);
    expect(more.placeOf(50_001)).toBe(more.extent?.to);
  });
});
