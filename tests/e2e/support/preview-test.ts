import path from 'node:path';
import { test as base } from 'playwright/test';
import type { Backend } from '../../../main/backend/backend.ts';
import { loadProjectFolder } from '../../../main/project/load-folder.ts';
import { type PreviewPage, openPreviewPage } from '../../../main/tools/shoot/preview-page.ts';
import { serve } from '../../../main/tools/shoot/served.ts';

export type PreviewBackend = Backend;

interface WorkerFixtures {
  /** What the backend serves: for most tests, no more than a picture. */
  readonly projectFolder: string;
  readonly backend: Backend;
  /** The page that shows paywalls, on a phone's screen; each one is shown in place of the last. */
  readonly preview: PreviewPage;
}

export const previewFolder = path.join(import.meta.dirname, '../../../dist/preview');

export const phone = { size: { width: 390, height: 844 }, pixelsPerPoint: 1 };

/** Tests with the preview page beside a real backend. */
export const test = base.extend<object, WorkerFixtures>({
  // A trace of hundreds of pictures takes longer than they do, and `npm run shoot` shows more.
  trace: ['off', { scope: 'worker' }],
  projectFolder: [path.join(import.meta.dirname, 'project'), { option: true, scope: 'worker' }],
  backend: [
    async ({ projectFolder }, use) => {
      const loaded = loadProjectFolder(projectFolder);
      if (!loaded.ok) throw new Error(loaded.problem.message);
      const backend = await serve(loaded.project);
      await use(backend);
      await backend.close();
    },
    { scope: 'worker' },
  ],
  preview: [
    async ({ browser, backend }, use) => {
      const around = { origin: backend.origins.cdn, folder: previewFolder };
      const preview = await openPreviewPage(browser, around, phone);
      await use(preview);
      await preview.close();
    },
    { scope: 'worker' },
  ],
});
