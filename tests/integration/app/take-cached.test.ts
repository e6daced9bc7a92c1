import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { takeCached } from '../../../main/app/project/take-cached.ts';
import { loadProjectFolder } from '../../../main/project/load-folder.ts';
import { saveProjectFolder } from '../../../main/project/save-project.ts';
import { openLab } from '../../helpers/lab.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';

const origins = { api: 'http://api', cdn: 'http://cdn', fallback: 'http://fallback' };

it('what was fetched is saved as a folder, with the files that are in the cache, and the rest is counted', async () => {
  const lab = await openLab({
    offerings: [{ id: 'default', current: true, paywall: true }],
    workflows: [
      { id: 'wf_a', offering: 'default', prefetch: true, assets: 2 },
      { id: 'wf_b', prefetch: false },
    ],
  });
  expect(await takeCached(lab)).toBe(null);
  await lab.engine.getOfferings();
  await lab.settle();
  const taken = await takeCached(lab);
  if (taken === null) throw new Error('nothing was taken');
  const folder = path.join(temporaryFolder(), 'saved');
  expect([taken.missing, await saveProjectFolder(folder, taken.project)]).toEqual([1, null]);
  const loaded = loadProjectFolder(folder);
  if (!loaded.ok) throw new Error(loaded.problem.message);
  const { project } = loaded;
  const text = project.detail('wf_a', origins) ?? '';
  const addresses = [...text.matchAll(/http:\/\/cdn(\/assets\/[^"]+\.png)/g)].map(([, at]) => at);
  expect(new Set(addresses).size).toBe(2);
  expect(text).not.toContain(lab.backend.origins.cdn + '/assets/wf_a');
  for (const at of addresses) expect(project.asset(at ?? '')?.bytes.length).toBeGreaterThan(0);
  expect(project.list(origins)).toContain('wf_a');
  expect(project.list(origins)).not.toContain('wf_b');
});

it('writes a file once that has several addresses', async () => {
  const urls = ['https://a.test/icons.svg#plus', 'https://a.test/icons.svg#minus'];
  const offering = { identifier: 'default', description: '', packages: [] };
  const contents = {
    offerings: { offerings: [offering] },
    list: null,
    ownPaywall: () => ({ assets: urls.map((url) => ({ url })) }),
  };
  const opened = {
    sizeBytes: 1,
    head: () => Promise.resolve(new Uint8Array(1)),
    close: () => Promise.resolve(),
  };
  const taken = await takeCached({
    engine: { contents: () => contents },
    files: { has: () => true, nameOf: () => 'a', open: () => Promise.resolve(opened) },
  } as unknown as Parameters<typeof takeCached>[0]);
  if (taken === null) throw new Error('nothing was taken');
  const folder = path.join(temporaryFolder(), 'saved');
  expect(await saveProjectFolder(folder, taken.project)).toBe(null);
  expect(readdirSync(path.join(folder, 'assets', 'a.test'))).toEqual(['icons.svg']);
});
