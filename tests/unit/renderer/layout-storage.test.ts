import { expect, it } from 'vitest';
import { createLayoutStorage } from '../../../renderer/state/layout-storage.ts';
import { done, problem } from '../../../shared/contract/outcome.ts';
import type { Layout } from '../../../shared/contract/layout.ts';

/** A storage on an app that answers so; what is to happen later happens when the test says so. */
const open = async (kept: Layout | null) => {
  const sent: Layout[] = [];
  let later: (() => void)[] = [];
  const storage = createLayoutStorage({
    bridge: {
      readLayout: async () => (kept === null ? problem('gone', 'No app.') : done(kept)),
      changeLayout: async (change) => {
        sent.push(change);
        return done(null);
      },
    },
    later: (call) => void later.push(call),
  });
  await storage.open();
  const pass = (): void => {
    const due = later;
    later = [];
    for (const call of due) call();
  };
  return { storage, sent, pass };
};

it('hands out what the app has kept', async () => {
  const { storage } = await open({ window: '{"a":1}' });
  expect([storage.getItem('window'), storage.getItem('list')]).toEqual(['{"a":1}', null]);
});

it('tells the app at once, then once of all changes of a moment, and of nothing that is as it was', async () => {
  const { storage, sent, pass } = await open({ window: 'same' });
  storage.setItem('window', 'same');
  for (const text of ['1', '2', '3']) storage.setItem('window', text);
  storage.setItem('list', 'x');
  pass();
  pass();
  storage.flush();
  expect(sent).toEqual([{ window: '1' }, { window: '3', list: 'x' }]);
});

it('writes nothing over what could not be read', async () => {
  const { storage, sent, pass } = await open(null);
  storage.setItem('window', 'as on the first day');
  pass();
  expect([sent, storage.getItem('window')]).toEqual([[], null]);
});
