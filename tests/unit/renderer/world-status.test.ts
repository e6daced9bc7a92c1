import { describe, expect, it } from 'vitest';
import type { FaultLine } from '../../../shared/contract/documents.ts';
import { brokenOnPurpose, isBackendDown } from '../../../renderer/state/world-status.ts';
import { world } from './samples.ts';

const line = (parts: Partial<FaultLine>): FaultLine => ({
  how: 'fail',
  what: 'backend',
  id: null,
  with: 503,
  times: null,
  ...parts,
});

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
    ['Assets of wf_a: slow', { how: 'slow', what: 'asset', id: 'wf_a', with: null }],
    ['CDN bodies: held back', { how: 'hold', what: 'cdn', with: null }],
    // A later app may know kinds that this window does not.
    ['moon: eclipse', { what: 'moon', with: 'eclipse' }],
  ])('is told in a phrase: %s', (phrase, parts) => {
    expect(brokenOnPurpose({ ...world, faults: [line(parts)] })).toEqual([phrase]);
  });

  it('counts the network and the disk', () => {
    expect(brokenOnPurpose({ ...world, isOnline: false, isDiskFull: true })).toEqual([
      'Network: offline',
      'Disk: full',
    ]);
  });
});

describe('whether the backend is down', () => {
  it.each<[boolean, Partial<FaultLine>]>([
    [true, {}],
    [true, { what: 'all', with: 'timeout' }],
    [false, { what: 'list' }],
    [false, { id: 'wf_a' }],
    [false, { times: 1 }],
    [false, { how: 'slow', with: null }],
  ])('is %s for %j', (isDown, parts) => {
    expect(isBackendDown({ ...world, faults: [line(parts)] })).toBe(isDown);
  });
});
