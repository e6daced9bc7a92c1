import { describe, expect, it } from 'vitest';
import type { OfferingRow, WorkflowRow } from '../../../shared/contract/rows.ts';
import { listedItems, selectedItem } from '../../../renderer/state/selection.ts';
import { offeringRow, workflowRow } from './samples.ts';

const rowsOf = (offerings: readonly OfferingRow[], workflows: readonly WorkflowRow[] = []) => ({
  rows: {
    offerings: new Map(offerings.map((row) => [row.id, row])),
    workflows: new Map(workflows.map((row) => [row.id, row])),
  },
});

const rows = rowsOf(
  [
    offeringRow('sale', { position: 1, workflowId: 'wf_sale' }),
    offeringRow('default', { position: 0, workflowId: 'wf' }),
    offeringRow('old', { position: 2, isCurrent: true }),
  ],
  [workflowRow('wf'), workflowRow('orphan')],
);

describe('the list', () => {
  it('has the offerings as the response does, then the workflows without an offering', () => {
    expect(
      listedItems(rows).map(({ kind, id, workflow }) => [kind, id, workflow?.id ?? null]),
    ).toEqual([
      ['offering', 'default', 'wf'],
      ['offering', 'sale', null],
      ['offering', 'old', null],
      ['workflow', 'orphan', 'orphan'],
    ]);
  });
});

describe('what is selected', () => {
  const items = listedItems(rows);

  it('is what was chosen', () => {
    expect(selectedItem(items, { kind: 'workflow', id: 'orphan' })?.id).toBe('orphan');
  });

  it('is the current offering where nothing was chosen, or what was is gone', () => {
    expect([
      selectedItem(items, null)?.id,
      selectedItem(items, { kind: 'workflow', id: 'default' })?.id,
    ]).toEqual(['old', 'old']);
  });

  it('is the first where none is current, and nothing where there is none', () => {
    const plain = listedItems(rowsOf([offeringRow('a'), offeringRow('b', { position: 1 })]));
    expect([selectedItem(plain, null)?.id, selectedItem([], null)]).toEqual(['a', null]);
  });
});
