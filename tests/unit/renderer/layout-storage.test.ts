import { expect, it } from 'vitest';
import { createLayoutStorage } from '../../../renderer/state/layout-storage.ts';
import { done, problem } from '../../../shared/contract/outcome.ts';
import type { Layout } from '../../../shared/contract/layout.ts';

/** A storage on an app that answers so. */
const open = async (kept: Layout | null) => {
  const sent: Layout[] = [];
  const storage = createLayoutStorage({
    readLayout: async () => (kept === null ? problem('gone', 'No app.') : done(kept)),
    changeLayout: async (change) => {
      sent.push(change);
      return done(null);
    },
  });
  await storage.open();
  return { storage, sent };
};

it('hands out what the app has kept', async () => {
  const { storage } = await open({ window: '{"a":1}' });
  expect([storage.getItem('window'), storage.getItem('list')]).toEqual(['{"a":1}', null]);
});

it('tells the app of all changes of a moment together, and of nothing that is as it was', async () => {
  const { storage, sent } = await open({ window: 'same' });
  storage.setItem('window', 'same');
  for (const text of ['1', '2', '3']) storage.setItem('window', text);
  storage.setItem('list', 'x');
  await Promise.resolve();
  storage.setItem('list', 'y');
  await Promise.resolve();
  expect(sent).toEqual([{ window: '3', list: 'x' }, { list: 'y' }]);
});

it('writes nothing over what could not be read', async () => {
  const { storage, sent } = await open(null);
  storage.setItem('window', 'as on the first day');
  await Promise.resolve();
  expect([sent, storage.getItem('window')]).toEqual([[], null]);
});
