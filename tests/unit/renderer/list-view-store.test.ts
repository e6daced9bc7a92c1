import { describe, expect, it } from 'vitest';
import { createListViewStore } from '../../../renderer/state/list-view-store.ts';
import { memoryStorage } from './samples.ts';

describe('how the list is looked at', () => {
  it('is in the same order after a restart and filtered as before, but not searched', () => {
    const storage = memoryStorage();
    const store = createListViewStore(storage);
    store.setState({ sort: 'size', search: 'a' });
    store.toggle('fresh');
    expect(createListViewStore(storage).getState()).toEqual({
      sort: 'size',
      kinds: ['fresh'],
      search: '',
      searchWanted: 0,
    });
  });

  it('turns statuses on and off, and shows all again without another order', () => {
    const store = createListViewStore(memoryStorage());
    store.setState({ sort: 'name', search: 'a' });
    store.toggle('fresh');
    store.toggle('stale');
    store.toggle('fresh');
    expect(store.getState().kinds).toEqual(['stale']);
    store.showAll();
    expect(store.getState()).toMatchObject({ sort: 'name', kinds: [], search: '' });
  });

  it.each(['not json', '{"sort":"moon"}', 'null'])('is as they came where %s is stored', (text) => {
    const storage = { ...memoryStorage(), getItem: () => text };
    expect(createListViewStore(storage).getState().sort).toBe('response');
  });
});
