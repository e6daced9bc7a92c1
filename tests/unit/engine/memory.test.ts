import { describe, expect, it } from 'vitest';
import { createFoldable } from '../../../main/engine/foldable.ts';
import {
  type DetailEntry,
  type ListEntry,
  clearMemory,
  createMemory,
  dropList,
  markDetailsStale,
  markedStale,
  putList,
  learnPair,
} from '../../../main/engine/memory.ts';
import { appUserId, offeringId, workflowId } from '../../../shared/model/ids.ts';
import { workflowOf } from '../shared/bodies.ts';

const about = { storedAt: 1_000, user: appUserId('ana'), bodyHash: 'hash' };

/** A list of workflows, each with the offering that it is for. */
const listEntry = (...pairs: readonly (readonly [string, string | null])[]): ListEntry => ({
  ...about,
  value: {
    workflows: pairs.map(([id, offering]) => ({
      id: workflowId(id),
      displayName: id,
      offeringId: offering === null ? null : offeringId(offering),
      prefetch: true,
    })),
  },
});

const detailEntry = (id: string): DetailEntry => ({
  ...about,
  value: createFoldable({ workflow: workflowOf({ id }), enrolledVariants: null }, () => {
    throw new Error('It is open.');
  }),
  envelopeText: '{}',
  bodyText: null,
  sizeBytes: 2,
  isPersisted: false,
  body: null,
  assets: [],
});

const memoryWith = (...pairs: readonly (readonly [string, string | null])[]) => {
  const memory = createMemory();
  putList(memory, listEntry(...pairs));
  return memory;
};

const mapOf = (memory: ReturnType<typeof createMemory>) =>
  Object.fromEntries(memory.workflowByOffering);

describe('a list that is put in memory', () => {
  it('is there as it came, with its map', () => {
    const memory = createMemory();
    const entry = listEntry(['wf_a', 'a'], ['wf_b', 'b']);
    expect(putList(memory, entry)).toEqual([]);
    expect(memory.list).toBe(entry);
    expect(mapOf(memory)).toEqual({ a: 'wf_a', b: 'wf_b' });
  });

  it('M-09 maps no item without an offering', () => {
    const memory = memoryWith(['wf_a', null], ['wf_b', 'b'], ['wf_c', null]);
    expect(mapOf(memory)).toEqual({ b: 'wf_b' });
  });

  it('M-10 maps an offering to the last of its items, and tells which were named twice', () => {
    const memory = createMemory();
    const entry = listEntry(['wf_1', 'a'], ['wf_2', 'b'], ['wf_3', 'a'], ['wf_4', 'b']);
    expect(putList(memory, entry)).toEqual(['a', 'b']);
    expect(mapOf(memory)).toEqual({ a: 'wf_3', b: 'wf_4' });
  });

  it('M-11 keeps a learned pair beside its own until the next list, which forgets it', () => {
    const memory = memoryWith(['wf_a', 'a']);
    learnPair(memory, offeringId('learned'), workflowId('wf_l'));
    expect(mapOf(memory)).toEqual({ a: 'wf_a', learned: 'wf_l' });
    putList(memory, listEntry(['wf_b', 'b']));
    expect(mapOf(memory)).toEqual({ b: 'wf_b' });
  });

  it('M-11 keeps a learned pair that the next list names too', () => {
    const memory = memoryWith();
    learnPair(memory, offeringId('a'), workflowId('wf_learned'));
    putList(memory, listEntry(['wf_a', 'a']));
    expect(mapOf(memory)).toEqual({ a: 'wf_a' });
  });

  it('leaves details and offerings as they are', () => {
    const memory = createMemory();
    const detail = detailEntry('wf_a');
    memory.details.set(workflowId('wf_a'), detail);
    putList(memory, listEntry(['wf_b', 'b']));
    expect([memory.details.get(workflowId('wf_a')), memory.offerings]).toEqual([detail, null]);
  });

  it('is gone with its map when it is dropped, and only that', () => {
    const memory = memoryWith(['wf_a', 'a']);
    memory.details.set(workflowId('wf_a'), detailEntry('wf_a'));
    dropList(memory);
    dropList(memory);
    expect([memory.list, mapOf(memory), memory.details.size]).toEqual([null, {}, 1]);
  });
});

describe('the caches in memory', () => {
  it('start empty, and are empty again when they are cleared', () => {
    const memory = memoryWith(['wf_a', 'a']);
    memory.details.set(workflowId('wf_a'), detailEntry('wf_a'));
    memory.offerings = {
      ...about,
      value: { offerings: [] },
      locales: 'en_US',
      legacyIds: new Set(),
    };
    clearMemory(memory);
    expect(memory).toEqual(createMemory());
  });

  it('mark an entry stale without touching its value or the entry itself', () => {
    const entry = detailEntry('wf_a');
    const before = { ...entry };
    expect(markedStale(entry)).toEqual({ ...entry, isMarkedStale: true });
    expect(entry).toEqual(before);
  });

  it('mark all details stale at once, each still readable', () => {
    const memory = createMemory();
    const entries = ['wf_a', 'wf_b'].map((id) => [workflowId(id), detailEntry(id)] as const);
    for (const [id, entry] of entries) memory.details.set(id, entry);
    markDetailsStale(memory);
    expect([...memory.details]).toEqual(
      entries.map(([id, entry]) => [id, { ...entry, isMarkedStale: true }]),
    );
  });
});
