import { describe, expect, it } from 'vitest';
import {
  type ListView,
  countKinds,
  kindsOverTime,
  shownItems,
} from '../../../renderer/state/list-view.ts';
import { listedItems } from '../../../renderer/state/selection.ts';
import type { StatusKind } from '../../../renderer/state/workflow-status.ts';
import { offeringRow, workflowRow } from './samples.ts';

const minute = 60_000;
const copy = (storedAt: number | null, sizeBytes = 0, source: 'network' | 'disk' = 'network') => ({
  storedAt,
  source,
  bodyHash: 'abc',
  sizeBytes,
});

const items = listedItems({
  rows: {
    offerings: new Map(
      [
        offeringRow('sale', { position: 0, workflowId: 'wf_b' }),
        offeringRow('Default', { position: 1, workflowId: 'wf_a' }),
        offeringRow('offer10', { position: 2, workflowId: 'wf_c' }),
        offeringRow('offer9', { position: 3, isLegacy: true }),
      ].map((row) => [row.id, row]),
    ),
    workflows: new Map(
      [
        workflowRow('wf_a', { displayName: 'Welcome', copy: copy(1_000, 10) }),
        workflowRow('wf_b', { displayName: 'Storm', copy: copy(null, 300) }),
        workflowRow('wf_c', { displayName: 'Ten' }),
        workflowRow('wf_z', { displayName: 'Alone', copy: copy(500, 900, 'disk') }),
      ].map((row) => [row.id, row]),
    ),
  },
});

const facts = { isForeground: true, rules: 'recommended', isListKnown: true } as const;
const kinds = kindsOverTime(items, facts)(2_000);

const ids = (view: Partial<ListView>) =>
  shownItems(items, kinds, { sort: 'response', kinds: [], search: '', ...view }).map(
    ({ id }) => id,
  );

describe('the list', () => {
  it.each<[ListView['sort'], readonly string[]]>([
    ['response', ['sale', 'Default', 'offer10', 'offer9']],
    ['name', ['Default', 'offer9', 'offer10', 'sale']],
    // What somebody may have to look at comes first.
    ['status', ['offer10', 'sale', 'Default', 'offer9']],
    // What was marked stale has nothing left; what nobody holds has nothing to lose.
    ['left', ['sale', 'Default', 'offer10', 'offer9']],
    ['size', ['sale', 'Default', 'offer10', 'offer9']],
  ])('in order of %s keeps workflows without an offering behind', (sort, order) => {
    expect(ids({ sort })).toEqual([...order, 'wf_z']);
  });

  it.each([
    ['default', ['Default']],
    ['  STORM ', ['sale']],
    ['wf_c', ['offer10']],
    ['alone', ['wf_z']],
    ['offer', ['offer10', 'offer9']],
    ['nothing', []],
  ])('is searched by name, workflow and display name: %j', (search, found) => {
    expect(ids({ search })).toEqual(found);
  });

  it('is filtered by any of several statuses, together with a search', () => {
    expect(ids({ kinds: ['fresh', 'restored'] })).toEqual(['Default', 'wf_z']);
    expect(ids({ kinds: ['fresh', 'restored'], search: 'wf_z' })).toEqual(['wf_z']);
  });

  it('counts its statuses', () => {
    expect(Object.fromEntries(countKinds(kinds))).toEqual({
      stale: 1,
      fresh: 1,
      missing: 1,
      legacy: 1,
      restored: 1,
    });
  });
});

describe('statuses over time', () => {
  it('are the same array until one of them is another', () => {
    const at = kindsOverTime(items, facts);
    const early = at(2_000);
    expect(at(1_000 + 5 * minute - 1)).toBe(early);
    const late = at(1_000 + 5 * minute);
    expect(late.map((kind, place) => [kind, early[place]]).filter(([a, b]) => a !== b)).toEqual([
      ['stale', 'fresh'],
    ]);
    expect(at(900 * minute)).toBe(late);
  });

  it('are looked at anew when the time goes back', () => {
    const at = kindsOverTime(items, facts);
    const fresh: StatusKind = 'fresh';
    expect([at(900 * minute)[1], at(2_000)[1], at(10)[1]]).toEqual(['stale', fresh, 'stale']);
  });

  it('turn when a time comes that lay in the future', () => {
    const at = kindsOverTime(items, facts);
    expect([at(999)[1], at(1_000)[1]]).toEqual(['stale', 'fresh']);
  });
});
