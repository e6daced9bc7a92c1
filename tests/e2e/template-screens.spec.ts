import { rmSync } from 'node:fs';
import { expect } from 'playwright/test';
import { look } from '../../main/tools/shoot/look.ts';
import { glassOf, paperOf } from '../../main/tools/shoot/paper.ts';
import { type PreviewPage, openPreviewPage } from '../../main/tools/shoot/preview-page.ts';
import { screensOf } from '../../main/tools/shoot/screens.ts';
import { areTemplatesThere, templatesFile } from '../helpers/paywall-templates.ts';
import { type PreviewBackend, previewFolder, test as base } from './support/preview-test.ts';
import { makeTemplateProject } from './support/template-project.ts';

const sizes = {
  'a phone': { width: 390, height: 844 },
  'a small phone': { width: 320, height: 568 },
  'a tablet': { width: 820, height: 1180 },
} as const;

type SizeName = keyof typeof sizes;

/** What the templates themselves ask for: two have a text that says nothing, one is too wide. */
const askedFor = (name: SizeName): Readonly<Record<string, readonly string[]>> => ({
  template_019: ['empty-text'],
  template_029: ['empty-text'],
  ...(name === 'a small phone' ? { template_025: ['scrolls-sideways', 'text-off-screen'] } : {}),
});

const test = base.extend<object, { templates: string }>({
  templates: [
    async ({}, use) => {
      const folder = areTemplatesThere ? makeTemplateProject() : '';
      await use(folder);
      if (folder !== '') rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  projectFolder: [async ({ templates }, use) => use(templates), { scope: 'worker' }],
});

/** The kinds of faults that each template has on the page, beside what its designer chose to be pale. */
const faultsOf = async (
  preview: PreviewPage,
  backend: PreviewBackend,
  colorMode: 'light' | 'dark',
): Promise<Readonly<Record<string, readonly string[]>>> => {
  const found: Record<string, readonly string[]> = {};
  for (const { id, screens } of screensOf(backend.project, backend.origins))
    for (const shown of screens) {
      const { default_locale: locale } = shown.screen;
      const view = { locale, colorMode, glass: glassOf(preview.size) };
      const paper = paperOf(shown, view);
      const { troubles, findings } = await look(preview, () => preview.present(paper));
      const pieces = await preview.ask('textPieces');
      const kinds = findings.map(({ kind }) => kind).filter((kind) => kind !== 'low-contrast');
      const faults = [
        ...troubles.map(({ text }) => text),
        ...kinds,
        ...(pieces.length === 0 ? ['shows no text'] : []),
      ];
      if (faults.length > 0) found[id] = [...new Set(faults)].toSorted();
    }
  return found;
};

test.describe.configure({ timeout: 120_000 });
test.skip(!areTemplatesThere, `there are no templates at ${templatesFile}`);

for (const [name, size] of Object.entries(sizes) as [SizeName, (typeof sizes)[SizeName]][])
  for (const colorMode of ['light', 'dark'] as const)
    test(`the real templates look as they ask for on ${name} in ${colorMode} mode`, async ({
      browser,
      backend,
    }) => {
      const around = { origin: backend.origins.cdn, folder: previewFolder };
      const preview = await openPreviewPage(browser, around, { size, pixelsPerPoint: 1 });
      try {
        expect(screensOf(backend.project, backend.origins)).toHaveLength(13);
        expect(await faultsOf(preview, backend, colorMode)).toEqual(askedFor(name));
      } finally {
        await preview.close();
      }
    });
