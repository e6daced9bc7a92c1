import { describe, expect, it } from 'vitest';
import { createCacheHistory } from '../../../../renderer/state/cache-history.ts';
import { createEventBook } from '../../../../renderer/state/event-book.ts';
import { createEventRing } from '../../../../renderer/state/event-ring.ts';
import {
  cacheLines,
  hasChange,
  qualityOf,
} from '../../../../renderer/timeline/event/cache-lines.ts';
import { effectsOf } from '../../../../renderer/timeline/event/effects-of.ts';
import { createCacheFold, knownOf } from '../../../../shared/timeline/cache-at.ts';
import { manyEvents } from '../../../../main/tools/bench/kit/many-events.ts';
import { event } from '../samples.ts';

const all = manyEvents(12_000);

const ringOf = (from: number, capacity = 100_000) => {
  const ring = createEventRing(capacity);
  ring.push(all.slice(from - 1));
  return ring;
};

const foldUpTo = (eventId: number, from = 1) => {
  const fold = createCacheFold(from);
  for (const one of all.slice(from - 1, eventId)) fold.apply(one);
  return fold.read();
};

describe('the caches around an event', () => {
  it('are what the events up to it make them, in whatever order they are asked for', () => {
    const history = createCacheHistory(ringOf(1));
    for (const id of [11_999, 1, 9_000, 8_192, 8_193, 300])
      expect(history.around(id)).toEqual({ before: foldUpTo(id - 1), after: foldUpTo(id) });
  });

  it('know more once older events have come', () => {
    const ring = ringOf(9_001);
    const history = createCacheHistory(ring);
    const before = history.around(11_000);
    ring.prepend(all.slice(0, 9_000));
    expect([before, history.around(11_000)?.after]).toEqual([
      { before: foldUpTo(10_999, 9_001), after: foldUpTo(11_000, 9_001) },
      foldUpTo(11_000),
    ]);
  });

  it('are not told of an event that is not remembered', () => {
    expect(createCacheHistory(ringOf(5_000)).around(7)).toBeNull();
  });
});

describe('what an event changed', () => {
  const put = { type: 'refreshed', subject: 'detail', id: 'wf', storedAt: 5, hash: 'h' } as const;
  const fold = createCacheFold(1);
  const before = fold.read();
  fold.apply(event(1, put));
  const after = fold.read();
  const lines = cacheLines(before.memory, after.memory);

  it('comes before what stayed as it was', () => {
    expect({
      lines: lines.lines.map(({ what, id, isChanged }) => [what ?? id, isChanged]),
      hasChange: hasChange({ before, after }),
      hadChange: hasChange({ before, after: before }),
    }).toEqual({
      lines: [
        ['offerings', false],
        ['list', false],
        ['wf', true],
      ],
      hasChange: true,
      hadChange: false,
    });
  });

  it('is told with how fresh it was then', () => {
    const moment = { now: 6, isForeground: true, rules: 'recommended' } as const;
    const known = knownOf(after.memory, { id: 'wf' });
    expect([
      qualityOf(known, moment),
      qualityOf(known, { ...moment, now: 10 * 60_000 }),
      qualityOf(null, moment),
      qualityOf('unknown', moment),
    ]).toEqual(['fresh', 'stale', 'nothing', 'unknown']);
  });

  it('counts the many that did not change', () => {
    const many = createCacheFold(1);
    for (let id = 1; id <= 40; id += 1) many.apply(event(id, { ...put, id: `wf_${String(id)}` }));
    const same = many.read().memory;
    expect([cacheLines(same, same).lines.length, cacheLines(same, same).others]).toEqual([14, 28]);
  });
});

describe('what an event led to', () => {
  it('is found among those that came soon after it', () => {
    const ring = createEventRing(100);
    ring.push([event(1), event(2, { cause: 1 }), event(3, { cause: 2 }), event(4, { cause: 1 })]);
    expect(effectsOf(ring, event(1)).map(({ eventId }) => eventId)).toEqual([2, 4]);
  });
});

describe('where the app was', () => {
  const book = createEventBook();
  book.note([
    event(5, { type: 'foreground-changed', isForeground: false }),
    event(9, { type: 'foreground-changed', isForeground: true }),
  ]);

  it('is told by the change before, else by the change after, else by where it is now', () => {
    expect([
      [4, 5, 8, 9].map((id) => book.wasForeground(id, true)),
      createEventBook().wasForeground(4, false),
    ]).toEqual([[true, false, false, true], false]);
  });
});
