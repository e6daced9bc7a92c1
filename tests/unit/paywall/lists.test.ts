import { describe, expect, it } from 'vitest';
import { prepareScreen } from '../../../shared/paywall/prepare-screen.ts';
import {
  type Wire,
  circumstances,
  drawn,
  drawnAlone,
  hex,
  page,
  prepareComponents,
  problemsOf,
  screenOf,
  stack,
  text,
  uiConfig,
} from './screens.ts';

describe('lists whose members the renderer tells apart', () => {
  it('have an id for each item of a timeline', () => {
    const item = { id: 'same', title: text('t'), icon: {} };
    const timeline = drawnAlone({
      type: 'timeline',
      items: [item, item, { ...item, visible: false }],
    });
    const ids = (timeline['items'] as unknown as readonly Wire[]).map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
  });

  it('have an id for each picture, which its mask is found by', () => {
    const image = {
      type: 'image',
      id: 'same',
      source: { light: { original: 'https://a.test/x' } },
    };
    const ids = drawn(prepareComponents([image, image])).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  it('have an id for each tab, and buttons that find it', () => {
    const control = stack([
      { type: 'tab_control_button', tab_index: 1, stack: stack([]) },
      { type: 'tab_control_button', tab_id: 'a', tab_index: 5, stack: stack([]) },
      { type: 'tab_control_button', tab_id: 'gone', stack: stack([]) },
    ]);
    const prepared = prepareComponents([
      { type: 'tabs', control: { stack: control }, tabs: [{ id: 'a' }, { id: 'a' }] },
    ]);
    const tabs = drawn(prepared)[0];
    const buttons = tabs?.['control']?.['stack']?.['components'] as unknown as readonly Wire[];
    expect([
      (tabs?.['tabs'] as unknown as readonly Wire[]).map(({ id, type }) => ({ id, type })),
      buttons.map(({ tab_id, tab_index }) => [tab_id, tab_index]),
      tabs?.['default_tab_id'],
    ]).toEqual([
      [
        { id: 'a', type: 'tab' },
        { id: 'tab 1', type: 'tab' },
      ],
      [
        ['tab 1', 1],
        ['a', 0],
        ['', -1],
      ],
      'a',
    ]);
  });
});

describe('tabs', () => {
  const control = (...components: readonly unknown[]) => ({
    type: 'toggle',
    stack: stack(components),
  });
  const two = [
    { id: 'a', stack: stack([]) },
    { id: 'b', stack: stack([]) },
  ];
  it.each<[string, Wire, string]>([
    ['the first', {}, 'a'],
    ['the one that is said', { default_tab_id: 'b' }, 'b'],
    [
      'the second, where a toggle is on',
      { control: control({ type: 'tab_control_toggle', default_value: true }) },
      'b',
    ],
    [
      'the one that is said, whatever the toggle is',
      {
        default_tab_id: 'a',
        control: control({ type: 'tab_control_toggle', default_value: true }),
      },
      'a',
    ],
  ])('open with %s', (_, fields, id) => {
    expect(
      drawnAlone({ type: 'tabs', control: control(), tabs: two, ...fields })['default_tab_id'],
    ).toBe(id);
  });

  it('have a control that neither holds itself nor stands alone', () => {
    const inside = { type: 'tab_control' };
    const prepared = prepareComponents([
      inside,
      { type: 'tabs', control: control(inside), tabs: two },
    ]);
    expect(problemsOf(prepared)).toEqual([
      `unusable ${page}.0`,
      `unusable ${page}.1.control.stack.components.0`,
    ]);
  });
});

describe('a carousel', () => {
  const carousel = {
    type: 'carousel',
    pages: [stack([text('t')])],
    auto_advance: { ms_time_per_page: 0 },
  };
  it('has all that the renderer reads, and does not race', () => {
    const indicator = {
      width: 8,
      height: 8,
      color: { light: hex('#000000ff') },
      stroke_color: null,
      stroke_width: null,
    };
    expect(drawnAlone({ ...carousel, page_control: { active: { width: 8 } } })).toMatchObject({
      page_alignment: 'center',
      page_spacing: 0,
      page_peek: 0,
      initial_page_index: 0,
      loop: false,
      auto_advance: { ms_time_per_page: 200, ms_transition_time: 500, transition_type: 'slide' },
      page_control: { position: 'bottom', spacing: 0, active: indicator, default: indicator },
    });
  });

  it('is laid out from left to right around pages from right to left', () => {
    const prepared = prepareScreen(
      { ...screenOf([carousel]), components_localizations: { he: { t: 'x' } } },
      uiConfig(),
      circumstances({ locales: ['he'] }),
    );
    expect(drawn(prepared)[0]).toMatchObject({
      style: { direction: 'ltr' },
      components: [{ type: 'carousel', pages: [{ style: { direction: 'rtl' } }] }],
    });
  });

  it('without pages is left out', () => {
    const prepared = prepareComponents([{ type: 'carousel', pages: [] }]);
    expect([drawn(prepared), problemsOf(prepared)]).toEqual([[], [`unusable ${page}.0`]]);
  });
});
