import { describe, expect, it } from 'vitest';
import { allowedSize, createUiStore, paneLimits } from '../../../renderer/state/ui-store.ts';
import { memoryStorage } from './samples.ts';

describe('what the window remembers', () => {
  it('is there again after a restart, except what is open', () => {
    const storage = memoryStorage();
    const selection = { kind: 'offering', id: 'sale' } as const;
    createUiStore(storage).setState({ selection, offeringsWidth: 500, panel: 'help', pausedAt: 3 });
    expect(createUiStore(storage).getState()).toEqual({
      view: 'paywall',
      inspection: 'why',
      readHints: [],
      selection,
      offeringsWidth: 500,
      detailWidth: paneLimits.detailWidth.normal,
      eventsWidth: paneLimits.eventsWidth.normal,
      eventWidth: paneLimits.eventWidth.normal,
      timelineHeight: paneLimits.timelineHeight.normal,
      panel: null,
      isFaultDrawerOpen: false,
      treeWish: null,
      closedScenario: null,
      pausedAt: null,
      licences: null,
    });
  });

  it.each(['not json', '[]', '{"selection":5,"offeringsWidth":-1,"timelineHeight":"x"}'])(
    'is as on the first day where %s is stored',
    (stored) => {
      const storage = { ...memoryStorage(), getItem: () => stored };
      expect(createUiStore(storage).getState()).toEqual(createUiStore(memoryStorage()).getState());
    },
  );

  it('is never smaller or larger than a pane may be', () => {
    expect([10, 500.4, 9_000].map((size) => allowedSize('offeringsWidth', size))).toEqual([
      paneLimits.offeringsWidth.least,
      500,
      paneLimits.offeringsWidth.most,
    ]);
  });
});
