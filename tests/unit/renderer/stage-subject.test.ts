import { describe, expect, it } from 'vitest';
import type { Documents } from '../../../shared/contract/documents.ts';
import type { OfferingRow } from '../../../shared/contract/rows.ts';
import { isSamePaper, subjectOf } from '../../../renderer/state/stage-subject.ts';

const offering = { id: 'gift', isLegacy: false, hasOwnPaywall: false, workflowId: null };

const wantedAfter = (bodyHash: string) => {
  const copy = { bodyHash };
  const state = { copy, isAsking: false, failure: null };
  const caches = { offerings: state, list: state, files: 0 } as unknown as Documents['caches'];
  const row = offering as unknown as OfferingRow;
  const rows = { offerings: new Map([['gift', row]]), workflows: new Map() };
  const item = { kind: 'offering' as const, id: 'gift', offering: row, workflow: undefined };
  return subjectOf(rows, caches, item, null).wanted;
};

describe('a default paywall', () => {
  it('is another one once the offerings have changed', () => {
    expect(wantedAfter('one')?.kind).toBe('default-paywall');
    expect(isSamePaper(wantedAfter('one'), wantedAfter('one'))).toBe(true);
    expect(isSamePaper(wantedAfter('one'), wantedAfter('two'))).toBe(false);
  });
});
