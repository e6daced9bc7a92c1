import { describe, expect, it } from 'vitest';
import { createCacheFold, knownOf } from '../../../shared/timeline/cache-at.ts';
import type { EventFacts } from '../../../shared/timeline.ts';
import { event } from '../renderer/samples.ts';

const detail = { subject: 'detail', id: 'wf' } as const;
const come = { type: 'refreshed', ...detail, source: 'network', storedAt: 7, hash: 'h' } as const;
const saved = { type: 'persisted', ...detail, storedAt: 7, hash: 'h' } as const;

const after = (first: number, ...facts: readonly Partial<EventFacts>[]) => {
  const fold = createCacheFold(first);
  for (const [step, one] of facts.entries()) fold.apply(event(first + step, one));
  return fold.read();
};

const memoryAfter = (...facts: readonly Partial<EventFacts>[]) =>
  knownOf(after(1, ...facts).memory, { id: 'wf' });
const diskAfter = (...facts: readonly Partial<EventFacts>[]) =>
  knownOf(after(1, ...facts).disk, { id: 'wf' });

const copy = { storedAt: 7, source: 'network', user: 'ana', hash: 'h', by: 1 };

describe('the caches by the events', () => {
  it('begin with empty memory at the first event, and know nothing at a later one', () => {
    const { memory, disk } = after(5, { type: 'called', subject: 'list' });
    expect([
      memoryAfter({ type: 'called' }),
      diskAfter({ type: 'called' }),
      [memory.list, disk.list, memory.others],
    ]).toEqual([null, 'unknown', ['unknown', 'unknown', 'unknown']]);
  });

  it('hold what was stored, from whom it came and for whom', () => {
    expect([memoryAfter(come), memoryAfter({ ...come, owner: 'ben' as never })]).toEqual([
      copy,
      { ...copy, user: 'ben' },
    ]);
  });

  it('hold nothing of what was delivered only', () => {
    const delivered = { ...detail, type: 'refreshed', source: 'network', hash: 'h' } as const;
    expect([memoryAfter(delivered), memoryAfter({ ...come, type: 'dropped-late' })]).toEqual([
      null,
      null,
    ]);
  });

  it.each([
    ['one', detail],
    ['all', { subject: 'detail' }],
  ] as const)('mark stale %s, and let it go', (_, about) => {
    expect([
      memoryAfter(come, { type: 'marked-stale', ...about }),
      memoryAfter(come, { type: 'evicted', ...about }),
    ]).toEqual([{ ...copy, storedAt: null }, null]);
  });

  it('keep the disk over a cold start, and nothing over a change of user', () => {
    const story = [come, saved] as const;
    const cold = { type: 'cold-started', subject: 'app' } as const;
    const other = { type: 'identity-changed', subject: 'identity' } as const;
    expect([
      memoryAfter(...story, cold),
      diskAfter(...story, cold),
      memoryAfter(...story, other),
      diskAfter(...story, other),
    ]).toEqual([null, { ...copy, source: null, by: 2 }, null, null]);
  });

  it('do not know the disk any more where it could not be cleared', () => {
    const error = { code: 'disk', message: 'Refused.' } as const;
    expect(
      diskAfter(
        saved,
        { type: 'identity-changed', subject: 'identity' },
        { type: 'failed', subject: 'disk', error },
      ),
    ).toBe('unknown');
  });

  it.each([
    ['pruned', detail],
    ['quarantined', detail],
    ['evicted', { subject: 'disk', id: 'wf' }],
  ] as const)('lose a copy on disk that was %s', (type, about) => {
    expect(diskAfter(saved, { type, ...about })).toBeNull();
  });

  it('know of a copy on disk by what was made of it', () => {
    const restored = { ...come, type: 'restored', source: 'disk', copyId: 'offering' } as const;
    const { memory, disk } = after(1, restored);
    expect([knownOf(memory, { id: 'wf' }), knownOf(disk, { id: 'offering' })]).toEqual([
      { ...copy, source: 'disk' },
      { ...copy, source: null, storedAt: 'unknown' },
    ]);
  });

  it('know nothing any more behind a gap', () => {
    const fold = createCacheFold(1);
    fold.apply(event(1, come));
    fold.apply(event(9, { type: 'hit' }));
    expect(knownOf(fold.read().memory, { id: 'wf' })).toBe('unknown');
  });

  it('stay as they were read', () => {
    const fold = createCacheFold(1);
    fold.apply(event(1, come));
    const before = fold.read();
    fold.apply(event(2, { type: 'evicted', ...detail }));
    expect(knownOf(before.memory, { id: 'wf' })).toEqual(copy);
  });
});
