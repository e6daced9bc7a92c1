import { rmSync } from 'node:fs';
import { expect } from 'playwright/test';
import { loadProjectFolder } from '../../main/project/load-folder.ts';
import { look } from '../../main/tools/shoot/look.ts';
import { prepare } from '../../main/tools/shoot/prepared.ts';
import { screensOf } from '../../main/tools/shoot/screens.ts';
import { serve } from '../../main/tools/shoot/served.ts';
import { openPreviewPage } from '../../main/tools/shoot/preview-page.ts';
import { previewFolder, phone, test } from './support/preview-test.ts';
import { areTemplatesThere, templatesFile } from '../helpers/paywall-templates.ts';
import { makeTemplateProject } from './support/template-project.ts';

test.describe.configure({ timeout: 120_000 });

for (const colorMode of ['light', 'dark'] as const)
  test(`the real paywall templates are mounted without an error in ${colorMode} mode`, async ({
    browser,
  }) => {
    test.skip(!areTemplatesThere, `there are no templates at ${templatesFile}`);
    const folder = makeTemplateProject();
    const loaded = loadProjectFolder(folder);
    if (!loaded.ok) throw new Error(loaded.problem.message);
    const backend = await serve(loaded.project);
    try {
      const around = { origin: backend.origins.cdn, folder: previewFolder };
      const preview = await openPreviewPage(browser, around, phone);
      const screens = screensOf(loaded.project, backend.origins).flatMap((group) => group.screens);
      expect(screens.length).toBeGreaterThan(10);
      for (const shown of screens) {
        const view = { locale: shown.screen.default_locale, colorMode };
        const { troubles, findings } = await look(preview, prepare(shown, view, preview.size));
        const missing = findings.filter(({ kind }) => kind.endsWith('-not-loaded'));
        expect([shown.name, troubles, missing]).toEqual([shown.name, [], []]);
        const pieces = await preview.ask('textPieces');
        expect([shown.name, pieces.length > 0]).toEqual([shown.name, true]);
      }
      await preview.close();
    } finally {
      await backend.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
