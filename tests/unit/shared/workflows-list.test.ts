import { describe, expect, it } from 'vitest';
import {
  decodeWorkflowsList,
  decodeWorkflowsListValue,
  listedIds,
  mapOfferings,
  prefetchedIds,
} from '../../../shared/model/workflows-list.ts';
import { problemOf, valueOf } from './bodies.ts';

const item = (fields: object = {}) => ({ id: 'wf_a', display_name: 'A', ...fields });

const listOf = (...items: readonly object[]) =>
  valueOf(decodeWorkflowsListValue({ workflows: items }));

describe('a workflows list', () => {
  it('W-01 maps id, display name, offering id and prefetch of an item', () => {
    const wire = { id: 'wf_a', display_name: 'Sale', offering_id: 'sale', prefetch: true };
    expect(listOf(wire)).toStrictEqual({
      workflows: [{ id: 'wf_a', displayName: 'Sale', offeringId: 'sale', prefetch: true }],
    });
  });

  it.each([[item()], [item({ offering_id: null })]])(
    'W-02 reads an item without an offering: %j',
    (wire) => {
      expect(listOf(wire).workflows).toMatchObject([{ offeringId: null }]);
    },
  );

  it.each([[item()], [item({ prefetch: null })], [item({ prefetch: false })]])(
    'W-03 does not prefetch an item that does not say so: %j',
    (wire) => {
      expect(listOf(wire).workflows).toMatchObject([{ prefetch: false }]);
    },
  );

  it('W-04 may be empty', () => {
    expect(decodeWorkflowsList('{"workflows":[]}')).toStrictEqual({
      ok: true,
      value: { workflows: [] },
    });
  });

  it('W-05 ignores unknown fields at the top and inside an item', () => {
    const plain = { workflows: [item({ offering_id: 'sale', prefetch: true })] };
    const more = {
      ui_config: { app: {} },
      next_page: null,
      workflows: [item({ offering_id: 'sale', prefetch: true, revision: 7, tags: ['x'] })],
    };
    expect(decodeWorkflowsListValue(more)).toStrictEqual(decodeWorkflowsListValue(plain));
  });

  it.each([
    ['nothing', []],
    ['an offering', [item({ offering_id: 'sale', prefetch: true })]],
    ['no offering', [item({ offering_id: null, prefetch: false })]],
    ['an id like none other', [item({ id: 'wf "ü" \u2028 \\', offering_id: '' })]],
    ['several', [item(), item({ id: 'wf_b', offering_id: 'b' }), item({ id: 'wf_c' })]],
  ])('W-06 comes back equal from JSON text: %s', (_, items) => {
    const text = JSON.stringify({ workflows: items });
    const list = valueOf(decodeWorkflowsList(text));
    const written = JSON.stringify(JSON.parse(text));
    expect(decodeWorkflowsList(written)).toStrictEqual({ ok: true, value: list });
    expect(JSON.parse(JSON.stringify(list))).toStrictEqual(list);
  });

  it.each([
    ['{}', /^workflows: .*array/],
    ['{"workflows":null}', /^workflows: .*array/],
    ['{"workflows":{}}', /^workflows: .*array/],
    ['[]', /object/],
    ['null', /object/],
    ['', /JSON/],
    ['<html></html>', /JSON/],
    ['{"workflows":[', /JSON/],
    ['{"workflows":[null]}', /^workflows\.0: /],
    ['{"workflows":[{"display_name":"A"}]}', /^workflows\.0\.id: /],
    ['{"workflows":[{"id":"a"}]}', /^workflows\.0\.display_name: /],
    ['{"workflows":[{"id":"a","display_name":"A","offering_id":7}]}', /^workflows\.0\.offering_id/],
    ['{"workflows":[{"id":"a","display_name":"A","prefetch":"yes"}]}', /^workflows\.0\.prefetch: /],
  ])('names the place where %s is wrong', (text, place) => {
    expect(problemOf(decodeWorkflowsList(text))).toMatch(place);
  });

  it('is malformed as a whole where one item is', () => {
    const workflows = [item(), item({ id: 'wf_b' }), item({ id: 3 })];
    expect(problemOf(decodeWorkflowsListValue({ workflows }))).toMatch(/^workflows\.2\.id: /);
  });
});

describe('the map from offerings to workflows', () => {
  it('M-09 has no entry for an item without an offering', () => {
    const list = listOf(item({ id: 'wf_a' }), item({ id: 'wf_b', offering_id: 'b' }));
    expect([...mapOfferings(list).workflowByOffering]).toEqual([['b', 'wf_b']]);
  });

  it('M-10 takes the last of several items for one offering, and names that offering once', () => {
    const list = listOf(
      item({ id: 'wf_1', offering_id: 'a' }),
      item({ id: 'wf_2', offering_id: 'b' }),
      item({ id: 'wf_3', offering_id: 'a' }),
      item({ id: 'wf_4', offering_id: 'a' }),
    );
    const { workflowByOffering, duplicates } = mapOfferings(list);
    expect(Object.fromEntries(workflowByOffering)).toEqual({ a: 'wf_4', b: 'wf_2' });
    expect(duplicates).toEqual(['a']);
  });

  it('names no duplicates where there are only several items without an offering', () => {
    expect(mapOfferings(listOf(item(), item({ id: 'wf_b' }))).duplicates).toEqual([]);
  });
});

describe('the ids of a list', () => {
  const list = listOf(
    item({ id: 'wf_c', offering_id: 'c', prefetch: true }),
    item({ id: 'wf_orphan', offering_id: null, prefetch: true }),
    item({ id: 'wf_a', offering_id: 'a', prefetch: true }),
    item({ id: 'wf_b', offering_id: 'b', prefetch: false }),
    item({ id: 'wf_c', offering_id: 'd', prefetch: true }),
  );

  it('are prefetched in its order, each once, and never without an offering', () => {
    expect(prefetchedIds(list)).toEqual(['wf_c', 'wf_a']);
  });

  it('are all listed', () => {
    expect(listedIds(list)).toEqual(new Set(['wf_c', 'wf_orphan', 'wf_a', 'wf_b']));
  });
});
