import path from 'node:path';
import { expect } from 'playwright/test';
import { loadDemoProject } from '../../main/project/demo.ts';
import { glassOf, paperOf } from '../../main/tools/shoot/paper.ts';
import { screensOf } from '../../main/tools/shoot/screens.ts';
import { test } from './support/preview-test.ts';

/** Another version, and another system, draw texts a little differently. */
const pinnedFor = { version: '156', platform: 'linux' } as const;

/** Names are the same wherever the backend listens. */
const nowhere = { api: '', cdn: 'http://127.0.0.1', fallback: '' };

test.use({ projectFolder: path.join(import.meta.dirname, '../../main/project/demo') });

test.beforeEach(({ browser }) => {
  const [version] = browser.version().split('.');
  test.skip(
    version !== pinnedFor.version || process.platform !== pinnedFor.platform,
    `the pictures are pinned for Chromium ${pinnedFor.version} on ${pinnedFor.platform}, and this is ${version ?? '?'} on ${process.platform}`,
  );
});

const names = screensOf(loadDemoProject(), nowhere).flatMap(({ id, screens }) =>
  screens.map(({ name }) => ({ id, name })),
);

for (const { id, name } of names)
  for (const colorMode of ['light', 'dark'] as const)
    test(`${id}: ${name} looks in ${colorMode} mode as it is pinned`, async ({
      backend,
      preview,
    }) => {
      const groups = screensOf(backend.project, backend.origins);
      const shown = groups
        .find((group) => group.id === id)
        ?.screens.find((screen) => screen.name === name);
      if (shown === undefined) throw new Error(`There is no ${id} ${name}.`);
      const { default_locale: locale } = shown.screen;
      await preview.page.setViewportSize(preview.size);
      await preview.present(paperOf(shown, { locale, colorMode, glass: glassOf(preview.size) }));
      expect(await preview.page.screenshot()).toMatchSnapshot([id, `${name}-${colorMode}.png`]);
    });
