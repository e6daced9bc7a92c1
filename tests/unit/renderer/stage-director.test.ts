import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { directStage } from '../../../renderer/state/stage-director.ts';
import { followStream } from '../../../renderer/state/follow-stream.ts';
import { createStores } from '../../../renderer/state/stores.ts';
import type { Result } from '../../../shared/contract/calls.ts';
import { done } from '../../../shared/contract/outcome.ts';
import { memoryStorage, offeringRow, snapshot, workflowRow } from './samples.ts';
import { outline } from './stage-samples.ts';

const row = workflowRow('wf', {
  offeringIds: ['default'],
  copy: { storedAt: 1, source: 'network', bodyHash: 'hash', sizeBytes: 10 },
});
const rows = {
  offerings: [offeringRow('default', { isCurrent: true, workflowId: 'wf' })],
  workflows: [row],
};

/** A window that shows one workflow, of which a session has these words. */
const openWindow = async (words: string) => {
  const stores = createStores(memoryStorage(), () => 5_000);
  let send: (message: unknown) => void = () => undefined;
  followStream({ listen: (hear) => (send = hear), acknowledge: () => undefined }, stores, (why) => {
    throw new Error(why);
  });
  let json = words;
  const show = async (next: string): Promise<void> => {
    json = next;
    send(snapshot({ rows }));
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
  };
  directStage({
    bridge: {
      readWorkflow: () =>
        Promise.resolve(done({ outline: outline(), json } as Result<'readWorkflow'>)),
      readOwnPaywall: () => Promise.reject(new Error('nobody asks')),
      findFiles: () => Promise.resolve(done({ files: { 'https://a.test/1.png': json } })),
      getWorkflow: () => Promise.reject(new Error('nobody asks')),
    },
    stores,
    askWorkflow: () => undefined,
    now: () => 5_000,
    later: () => () => undefined,
  });
  stores.ui.setState({ selection: { kind: 'offering', id: 'default' } });
  await show(words);
  return { stores, show };
};

it('shows what another session has under the same hash, as a report that somebody made', async () => {
  const { stores, show } = await openWindow('own');
  expect(stores.stage.getState().paper?.json).toBe('own');
  await show('of a report');
  const { paper } = stores.stage.getState();
  expect([paper?.json, paper?.files]).toEqual([
    'of a report',
    { 'https://a.test/1.png': 'of a report' },
  ]);
});

it('lets it be where it is the same', async () => {
  const { stores, show } = await openWindow('own');
  const { reports } = stores.stage.getState();
  await show('own');
  expect(stores.stage.getState().reports).toBe(reports);
});
