import { describe, expect, it } from 'vitest';
import { laneGroupOf, laneNames, laneOf } from '../../../shared/timeline/lane.ts';

describe('the lane of an event', () => {
  it.each([
    [{ type: 'called', subject: 'detail' }, 'calls'],
    [{ type: 'requested', subject: 'offerings' }, 'offerings'],
    [{ type: 'hit', subject: 'list' }, 'list'],
    [{ type: 'requested', subject: 'detail' }, 'on-demand'],
    [{ type: 'requested', subject: 'detail', slot: 2 }, 'prefetch-2'],
    [{ type: 'requested', subject: 'detail', slot: 9 }, 'on-demand'],
    [{ type: 'downloaded', subject: 'cdn', slot: 4 }, 'download-4'],
    [{ type: 'requested', subject: 'asset' }, 'beside'],
    [{ type: 'persisted', subject: 'detail', slot: 1 }, 'disk'],
    [{ type: 'restored', subject: 'list' }, 'disk'],
    [{ type: 'evicted', subject: 'cdn' }, 'disk'],
    [{ type: 'evicted', subject: 'detail' }, 'on-demand'],
    [{ type: 'identity-changed', subject: 'identity' }, 'app'],
    [{ type: 'rules-changed', subject: 'app' }, 'app'],
  ] as const)('%j is %s', (event, lane) => {
    expect(laneOf(event)).toBe(lane);
  });

  it('belongs to a group, and the slots of a kind to one', () => {
    expect([...new Set(laneNames.map(laneGroupOf))]).toEqual([
      'phone',
      'calls',
      'offerings',
      'list',
      'on-demand',
      'prefetch',
      'download',
      'beside',
      'disk',
      'app',
    ]);
  });
});
