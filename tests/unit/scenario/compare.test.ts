import { describe, expect, it } from 'vitest';
import { alignEvents } from '../../../main/scenario/compare.ts';
import { appUserId } from '../../../shared/model/ids.ts';
import type { EventFacts, TimelineEvent } from '../../../shared/timeline.ts';

const event = (eventId: number, id: string, facts: Partial<EventFacts> = {}): TimelineEvent => ({
  type: 'hit',
  subject: 'detail',
  id,
  ...facts,
  eventId,
  at: 1_000,
  user: appUserId('ana'),
  generation: 1,
  rules: eventId < 100 ? 'recommended' : 'android',
});

/** `a` in both, `a-` on the left only, `-a` on the right only. */
const shape = (left: readonly TimelineEvent[], right: readonly TimelineEvent[]): string =>
  alignEvents(left, right)
    .map(([one, other]) => {
      const word = (line: typeof one): string => line?.words.match(/wf_(\w+)/)?.[1] ?? '';
      return one === null ? `-${word(other)}` : `${word(one)}${other === null ? '-' : ''}`;
    })
    .join(' ');

const of = (from: number, ids: string): readonly TimelineEvent[] =>
  Array.from(ids, (id, index) => event(from + index, `wf_${id}`, { cause: from, call: from }));

describe('two timelines beside each other', () => {
  it.each([
    ['', '', ''],
    ['abc', 'abc', 'a b c'],
    ['abc', 'ac', 'a b- c'],
    ['ac', 'abc', 'a -b c'],
    ['abd', 'acd', 'a b- -c d'],
    ['aab', 'ab', 'a a- b'],
    ['abc', '', 'a- b- c-'],
    ['xabc', 'abcx', 'x- a b c -x'],
  ])('%s and %s are %s: numbers of events, calls and causes tell nothing', (left, right, rows) => {
    expect(shape(of(1, left), of(100, right)).replaceAll(/\s+/g, ' ')).toBe(rows);
  });

  it('differ where something is another one, or happens at another time', () => {
    const later = { ...event(100, 'wf_a'), at: 1_001 };
    const stale = event(100, 'wf_a', { freshness: 'stale' });
    expect(shape([event(1, 'wf_a')], [later])).toBe('a- -a');
    expect(shape([event(1, 'wf_a')], [stale])).toBe('a- -a');
  });
});
