import { describe, expect, it } from 'vitest';
import { prepareScreen } from '../../../shared/paywall/prepare-screen.ts';
import {
  type Node,
  type Wire,
  circumstances,
  drawn,
  page,
  problemsOf,
  screenOf,
  stack,
  text,
  textsOf,
  uiConfig,
} from './screens.ts';

const nowMs = Date.UTC(2026, 0, 15);
const inMs = (ms: number): string => new Date(nowMs + ms).toISOString();
const hour = 3_600_000;

const prepare = (countdown: Wire) =>
  prepareScreen(
    screenOf([{ type: 'countdown', countdown_stack: stack([text('t')]), ...countdown }], {
      t: '{{ count_days_with_zero }}-{{ count_hours_with_zero }}:{{ count_minutes_without_zero }}',
      over: 'over',
    }),
    uiConfig(),
    circumstances({ nowMs }),
  );

/** The dates and texts of a countdown and of those that follow when it is over. */
const stagesOf = (prepared: ReturnType<typeof prepare>): readonly (readonly unknown[])[] => {
  const stages: (readonly unknown[])[] = [];
  const texts = textsOf(prepared);
  const shown = (inner: Node | undefined) => {
    const [first] = inner?.['components'] as unknown as readonly Node[];
    return first;
  };
  let next = drawn(prepared)[0];
  while (next !== undefined) {
    const lid = shown(next['countdown_stack'])?.['text_lid'] as unknown as string;
    stages.push([next['style']?.['date'], texts[lid]]);
    next = (next['end_stack'] as unknown) === null ? undefined : shown(next['end_stack']);
  }
  return stages;
};

const own =
  '{{ count_days_with_zero }}-{{ count_hours_with_zero }}:{{ count_minutes_without_zero }}';

describe('a countdown', () => {
  it('from days is left to the renderer', () => {
    const date = inMs(30 * hour);
    expect(stagesOf(prepare({ style: { type: 'date', date } }))).toEqual([[date, own]]);
  });

  it('from hours has no days', () => {
    const date = inMs(5 * hour);
    expect(stagesOf(prepare({ style: { type: 'date', date }, count_from: 'hours' }))).toEqual([
      [date, '00-{{ count_hours_with_zero }}:{{ count_minutes_without_zero }}'],
    ]);
  });

  it('from hours has one for each hour beyond those that the renderer counts', () => {
    const date = inMs(25.5 * hour);
    const prepared = prepare({ style: { type: 'date', date }, count_from: 'hours' });
    expect([stagesOf(prepared), problemsOf(prepared)]).toEqual([
      [
        [inMs(0.5 * hour), '00-25:{{ count_minutes_without_zero }}'],
        [inMs(1.5 * hour), '00-24:{{ count_minutes_without_zero }}'],
        [date, '00-{{ count_hours_with_zero }}:{{ count_minutes_without_zero }}'],
      ],
      [],
    ]);
  });

  it('that is longer than that counts rightly for a while, and says so', () => {
    const prepared = prepare({
      style: { type: 'date', date: inMs(24 * hour) },
      count_from: 'minutes',
    });
    expect([stagesOf(prepared)[0], stagesOf(prepared).length, problemsOf(prepared)]).toEqual([
      [inMs(0), '00-00:1440'],
      31,
      [`not-in-preview ${page}.0.count_from`],
    ]);
  });

  it.each<[string, Wire, readonly string[]]>([
    ['without a date is over', {}, [`unknown-value ${page}.0.style.date`]],
    [
      'with a date that is none is over',
      { style: { type: 'date', date: 'soon' } },
      [`unknown-value ${page}.0.style.date`],
    ],
    [
      'of another style has its fallback',
      { style: { type: 'moon' }, fallback: text('over') },
      [`unknown-value ${page}.0.style.type`],
    ],
  ])('%s', (_, countdown, problems) => {
    expect(problemsOf(prepare(countdown))).toEqual(problems);
  });
});
