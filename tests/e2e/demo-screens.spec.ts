import path from 'node:path';
import { expect } from 'playwright/test';
import { loadDemoProject } from '../../main/project/demo.ts';
import { look } from '../../main/tools/shoot/look.ts';
import { glassOf, paperOf } from '../../main/tools/shoot/paper.ts';
import type { PreviewPage } from '../../main/tools/shoot/preview-page.ts';
import { type ScreenGroup, offeringsGroup, screensOf } from '../../main/tools/shoot/screens.ts';
import { sentencesOf } from '../../main/tools/shoot/sentences.ts';
import type { ScreenSize } from '../../shared/stage/devices.ts';
import { phone, test } from './support/preview-test.ts';

/** Names are the same wherever the backend listens. */
const nowhere = { api: '', cdn: 'http://127.0.0.1', fallback: '' };

const groupIds = screensOf(loadDemoProject(), nowhere).map(({ id }) => id);

const colorModes = ['light', 'dark'] as const;

const sizes = {
  'a phone': phone.size,
  'a small phone': { width: 320, height: 568 },
  'a tablet': { width: 820, height: 1180 },
} as const;

/** What is wrong with each screen in each of its languages; those with nothing are left out. */
const flawsOf = async (
  preview: PreviewPage,
  { screens }: ScreenGroup,
  colorMode: (typeof colorModes)[number],
  size: ScreenSize,
): Promise<Record<string, readonly string[]>> => {
  const flaws: Record<string, readonly string[]> = {};
  for (const shown of screens)
    for (const locale of shown.locales) {
      const paper = paperOf(shown, { locale, colorMode, glass: glassOf(size) });
      const seen = await look(preview, () => preview.present(paper), undefined, size);
      // The app's window has no pictures: what it tells by styles alone must not be more than that.
      const findings = [...seen.findings, ...(await preview.ask('measureContrast'))];
      const sentences = sentencesOf({ ...seen, findings });
      if (sentences.length > 0) flaws[`${shown.name} ${locale}`] = sentences;
    }
  return flaws;
};

const subjectOf = (id: string): string =>
  id === offeringsGroup ? "every offering's own paywall" : `every screen of the workflow ${id}`;

test.use({ projectFolder: path.join(import.meta.dirname, '../../main/project/demo') });
test.describe.configure({ timeout: 120_000 });

for (const id of groupIds)
  for (const colorMode of colorModes)
    for (const [device, size] of Object.entries(sizes))
      test(`${subjectOf(id)} is without fault in each language in ${colorMode} mode on ${device}`, async ({
        backend,
        preview,
      }) => {
        const groups = screensOf(backend.project, backend.origins);
        const [group] = groups.filter((each) => each.id === id);
        if (group === undefined) throw new Error(`There is no ${id}.`);
        const { width, height } = size;
        expect(
          await flawsOf(preview, group, colorMode, size),
          `npm run -s shoot -- --workflow ${id} --${colorMode} --size ${width}x${height} shows it`,
        ).toEqual({});
      });
