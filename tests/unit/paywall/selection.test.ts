import { describe, expect, it } from 'vitest';
import { type PreparedScreen, prepareScreen } from '../../../shared/paywall/prepare-screen.ts';
import { findSelectedPackageId } from './renderer.ts';
import { type Wire, base, circumstances, packageOf, screenOf, stack, uiConfig } from './screens.ts';

const byDefault = { is_selected_by_default: true };
const tab = (id: string, ...components: readonly unknown[]): Wire => ({
  id,
  stack: stack(components),
});
const tabs = (...members: readonly Wire[]): Wire => ({
  type: 'tabs',
  control: { type: 'buttons', stack: stack([]) },
  tabs: members,
});

const prepare = (
  components: readonly unknown[],
  selectedPackageId?: string | null,
  footer: readonly unknown[] = [],
): PreparedScreen =>
  prepareScreen(
    screenOf(components, {}, {}, { sticky_footer: { type: 'footer', stack: stack(footer) } }),
    uiConfig(),
    circumstances(selectedPackageId === undefined ? {} : { selectedPackageId }),
  );

const all = ['monthly', 'annual', 'lifetime'] as const;
const [monthly, annual, lifetime] = all.map((id) => packageOf(id));
const defaultAnnual = packageOf('annual', [], byDefault);
const defaultLifetime = packageOf('lifetime', [], byDefault);

/** The packages that the renderer selects when they appear, in their order. */
const defaults = (prepared: PreparedScreen): readonly string[] =>
  Array.from(
    JSON.stringify(base(prepared)).matchAll(/"package_id":"(\w+)","is_selected_by_default":true/g),
    ([, id]) => id ?? '',
  );

describe('what is selected first', () => {
  it.each<[string, PreparedScreen, string | null, readonly string[]]>([
    ['is the default', prepare([monthly, defaultAnnual]), 'annual', ['annual']],
    ['is one of several defaults', prepare([defaultAnnual, defaultLifetime]), 'annual', ['annual']],
    ['is the first package, without a default', prepare([monthly, annual]), 'monthly', ['monthly']],
    [
      'is a default in the footer',
      prepare([monthly], undefined, [defaultAnnual]),
      'annual',
      ['annual'],
    ],
    [
      'is in the body before the footer',
      prepare([monthly], undefined, [annual]),
      'monthly',
      ['monthly'],
    ],
    [
      'is what was wished for',
      prepare([monthly, defaultAnnual], 'monthly'),
      'monthly',
      ['monthly'],
    ],
    ['is not what is not there', prepare([monthly, annual], 'lifetime'), 'monthly', ['monthly']],
    [
      'is not what is hidden',
      prepare([{ ...defaultAnnual, visible: false }, monthly]),
      'monthly',
      ['monthly'],
    ],
    [
      'is not what is not offered',
      prepare([packageOf('x', [], byDefault), monthly]),
      'monthly',
      ['monthly'],
    ],
    ['is nothing, if so wished', prepare([defaultAnnual], null), null, []],
    ['is nothing without packages', prepare([]), null, []],
    [
      'is in the open tab, and each tab has its own',
      prepare([tabs(tab('a', monthly), tab('b', annual, defaultLifetime))]),
      'monthly',
      ['monthly', 'lifetime'],
    ],
  ])('%s', (_, prepared, selected, expected) => {
    expect([prepared.selectedPackageId, defaults(prepared)]).toEqual([selected, expected]);
  });

  it('is what the renderer finds by itself in the body, and nothing where nothing may be', () => {
    const found = (prepared: PreparedScreen) => findSelectedPackageId(base(prepared));
    expect([
      found(prepare([monthly, defaultAnnual], 'monthly')),
      found(prepare([monthly, annual])),
      found(prepare([tabs(tab('a', monthly), tab('b', annual))])),
      found(prepare([monthly, defaultAnnual], null, [lifetime])),
    ]).toEqual(['monthly', 'monthly', 'monthly', undefined]);
  });

  it('opens the tab that it is in', () => {
    const openTab = (wish?: string) => {
      const prepared = prepare([tabs(tab('a', monthly), tab('b', annual))], wish);
      const [first] = base(prepared)['stack']?.['components'] as unknown as readonly Wire[];
      return first?.['default_tab_id'];
    };
    expect([openTab(), openTab('annual'), openTab('monthly')]).toEqual(['a', 'b', 'a']);
  });
});
