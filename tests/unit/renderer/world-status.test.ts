import { describe, expect, it } from 'vitest';
import type { Documents, FaultLine } from '../../../shared/contract/documents.ts';
import { type PlaceName, brokenOnPurpose, wayOf } from '../../../renderer/state/world-status.ts';
import { fine, world } from './samples.ts';

const line = (parts: Partial<FaultLine>): FaultLine => ({
  fault: 1,
  how: 'fail',
  what: 'backend',
  id: null,
  with: 503,
  times: null,
  pace: null,
  share: null,
  ...parts,
});

const broken = (...faults: readonly Partial<FaultLine>[]) =>
  brokenOnPurpose({
    ...world,
    faults: faults.map((parts, place) => line({ fault: place + 1, ...parts })),
  });

const pace = { latencyMs: 3_000, jitterMs: 0, bytesPerSecond: null };

describe('what is broken on purpose', () => {
  it('is nothing at the start', () => {
    expect(brokenOnPurpose(world)).toEqual([]);
  });

  it.each<[string, Partial<FaultLine>]>([
    ['Backend: answers 503', {}],
    ['Everything: connection refused', { what: 'all', with: 'refused' }],
    [
      'Workflow wf_a: broken JSON, 3 more times',
      { what: 'detail', id: 'wf_a', with: 'bad-json', times: 3 },
    ],
    ['Workflows list: answers 404, 1 more time', { what: 'list', with: 404, times: 1 }],
    ['Asset wf_a: slow (3 s)', { how: 'slow', what: 'asset', id: 'wf_a', with: null, pace }],
    [
      'Backend: slow (200 ms, up to 50 ms more, 64 kB/s)',
      {
        how: 'slow',
        with: null,
        pace: { latencyMs: 200, jitterMs: 50, bytesPerSecond: 64_000 },
      },
    ],
    ['CDN bodies: held back', { how: 'hold', what: 'cdn', with: null }],
    ['Offerings: fails now and then (25%)', { what: 'offerings', with: 'flaky', share: 0.25 }],
    // A later app may know kinds that this window does not.
    ['moon: eclipse', { what: 'moon', with: 'eclipse' }],
  ])('is told in a phrase: %s', (phrase, parts) => {
    expect(broken(parts).map(({ words }) => words)).toEqual([phrase]);
  });

  it('counts the network and the disk, each healed by its own switch', () => {
    expect(brokenOnPurpose({ ...world, isOnline: false, isDiskFull: true })).toEqual([
      { key: 'network', words: 'Network: offline', healedBy: 'network' },
      { key: 'disk', words: 'Disk: full', healedBy: 'disk' },
    ]);
  });

  it('is one thing where both kinds of files of the CDN are broken alike', () => {
    expect(broken({ what: 'cdn' }, { what: 'asset' })).toEqual([
      { key: 'fault 1', words: 'CDN: answers 503', healedBy: { faults: [1, 2] } },
    ]);
    expect(broken({ what: 'cdn' }, { what: 'asset', with: 404 })).toHaveLength(2);
    expect(broken({ what: 'cdn', id: 'wf_a' }, { what: 'asset', id: 'wf_a' })).toHaveLength(2);
  });
});

type Scopes = Documents['world']['scopes'];

const backend = (state: Partial<Scopes['list']>): Scopes => {
  const each = { ...fine, ...state };
  return { ...world.scopes, offerings: each, list: each, detail: each };
};

describe('how a place is', () => {
  it.each<[string, PlaceName, Scopes]>([
    ['up', 'backend', world.scopes],
    ['down', 'backend', backend({ with: 503 })],
    ['refusing', 'backend', backend({ with: 'refused' })],
    ['hanging', 'backend', backend({ with: 'timeout' })],
    ['rejecting', 'backend', backend({ with: 403 })],
    ['malformed', 'backend', backend({ with: 'bad-json' })],
    ['slow', 'backend', backend({ isSlow: true })],
    ['mixed', 'backend', backend({ with: 418 })],
    ['mixed', 'backend', backend({ isHeld: true })],
    ['mixed', 'backend', backend({ with: 503, isSlow: true })],
    ['mixed', 'backend', { ...backend({ with: 503 }), list: fine }],
    ['up', 'cdn', backend({ with: 503 })],
    [
      'wrong',
      'cdn',
      {
        ...world.scopes,
        cdn: { ...fine, with: 'wrong-hash' },
        asset: { ...fine, with: 'wrong-hash' },
      },
    ],
    ['mixed', 'cdn', { ...world.scopes, cdn: { ...fine, with: 'wrong-hash' } }],
  ])('%s: %s', (way, place, scopes) => {
    expect(wayOf(place, { scopes })).toBe(way);
  });
});
