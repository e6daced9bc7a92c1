import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { AppState } from '../../../shared/contract/stream.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { type TestApp, openTestApp } from '../../helpers/test-app.ts';
import { body, folderWith, goodFiles } from '../../unit/project/project-files.ts';

const files = {
  ...goodFiles,
  'workflows.json': {
    workflows: [{ id: 'wf_a', display_name: 'Swordfish', offering_id: 'default', prefetch: true }],
  },
  'workflows/wf_a.json': { ...body, screens: { sc: { ...body.screens.sc, name: 'Swordfish' } } },
};

/** Its one picture has come. */
const untilWhole = async (app: TestApp): Promise<AppState> => {
  for (;;) {
    const state = await app.until(({ rows }) => rows.workflows.get('wf_a')?.copy != null);
    if ((await seenIn(app, state)).picture !== '') return state;
    const { files } = state.documents.caches;
    await app.until(({ documents }) => documents.caches.files !== files);
  }
};

/** A report of what is shown, in which every word and every picture is another one. */
const changedReport = async ({ call }: TestApp): Promise<string> => {
  const saved = await call('saveReport', { withAssets: true });
  if (!saved.ok) throw new Error(saved.problem.message);
  const entries = Object.entries(unzipSync(readFileSync(saved.value.file))).map(([name, bytes]) => [
    name,
    name.startsWith('assets/')
      ? strToU8('hostile')
      : strToU8(strFromU8(bytes).replaceAll('Swordfish', 'Hostile')),
  ]);
  const file = path.join(temporaryFolder(), 'changed.zip');
  writeFileSync(file, zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>));
  return file;
};

/** What the stage is given: its words, and its first picture. */
const seenIn = async ({ call, app }: TestApp, { rows }: AppState) => {
  const name = { id: 'wf_a', bodyHash: rows.workflows.get('wf_a')?.copy?.bodyHash ?? '' };
  const paper = await call('readWorkflow', name);
  const found = await call('findFiles', { kind: 'workflow', ...name });
  const [asset = ''] = Object.values(found.ok ? found.value.files : {});
  const opened = await app.openAsset(asset);
  const bytes = await opened?.head(100);
  await opened?.close();
  const words = paper.ok
    ? /Swordfish|Hostile/.exec(paper.value.json + JSON.stringify(paper))
    : null;
  return { words: words?.[0], picture: Buffer.from(bytes ?? []).toString() };
};

it('a report with the same hashes is shown as it is, and nothing of it afterwards', async () => {
  const app = await openTestApp(undefined, folderWith(files));
  const state = await untilWhole(app);
  const own = { words: 'Swordfish', picture: 'png' };
  expect(await seenIn(app, state)).toEqual(own);
  expect(await app.app.openReport(await changedReport(app))).toEqual({ ok: true, value: null });
  const shown = await app.until(({ documents }) => documents.guest?.kind === 'report');
  expect(await seenIn(app, shown)).toEqual({ words: 'Hostile', picture: 'hostile' });
  const { guest } = shown.documents;
  await app.call('leaveGuest', { id: guest?.id ?? '' });
  const left = await app.until(({ documents }) => documents.guest === null);
  expect(await seenIn(app, left)).toEqual(own);
});
