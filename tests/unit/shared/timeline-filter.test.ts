import { describe, expect, it } from 'vitest';
import { everything, isProblem, narrowings, wantedBy } from '../../../shared/timeline/filter.ts';
import { event } from '../renderer/samples.ts';

const some = [
  event(1, { type: 'requested', subject: 'detail', id: 'wf_Sale', slot: 1 }),
  event(2, { type: 'failed', subject: 'list' }),
  event(3, { type: 'persisted', subject: 'detail', id: 'wf_sale' }),
  { ...event(4, { type: 'hit', id: 'other' }), user: 'ben' as never, generation: 2 },
];

const wanted = (change: Partial<typeof everything>): readonly number[] =>
  some.filter(wantedBy({ ...everything, ...change })).map(({ eventId }) => eventId);

describe('the filter', () => {
  it.each([
    ['nothing', {}, [1, 2, 3, 4]],
    ['part of an id, in whatever case', { id: 'SALE' }, [1, 3]],
    ['a lane', { lane: 'prefetch' }, [1]],
    ['a kind', { type: 'persisted' }, [3]],
    ['a user', { user: 'ben' }, [4]],
    ['a generation', { generation: 1 }, [1, 2, 3]],
    ['problems', { onlyProblems: true }, [2]],
    ['two things at once', { id: 'sale', lane: 'disk' }, [3]],
  ] as const)('by %s', (_, change, ids) => {
    expect(wanted(change)).toEqual(ids);
  });

  it('counts what narrows it', () => {
    expect([narrowings(everything), narrowings({ ...everything, id: 'a', generation: 0 })]).toEqual(
      [0, 2],
    );
  });

  it('takes every event with an error for a problem', () => {
    const error = { code: 'rejected', message: 'No.' } as const;
    expect([isProblem({ type: 'completed', error }), isProblem({ type: 'hit' })]).toEqual([
      true,
      false,
    ]);
  });
});
