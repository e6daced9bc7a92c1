/** The filmstrip of a workflow with many more screens than anybody draws. */
import { rmSync } from 'node:fs';
import { appStageOf } from './support/app-stage.ts';
import { expect, test as base } from './support/app-test.ts';
import { makeProject, screenOf, stepOf, textOf } from './support/project-folder.ts';

const count = 200;
/** Each is a page of its own; the stage has one more. */
const mostFilms = 12;

const numbers = Array.from({ length: count }, (_, index) => index + 1);

const makeLongProject = (): string =>
  makeProject([
    {
      offering: 'long',
      id: 'wf_long',
      body: {
        initial_step_id: 'step_1',
        steps: Object.fromEntries(
          numbers.map((number) => [
            `step_${number}`,
            stepOf(`step_${number}`, { next: `step_${(number % count) + 1}` }),
          ]),
        ),
        screens: Object.fromEntries(
          numbers.map((number) => [
            `step_${number}`,
            screenOf(`Screen ${number}`, [textOf('hello')], { hello: `This is ${number}` }),
          ]),
        ),
      },
    },
  ]);

const countFrames = `{
  const count = () => document.querySelectorAll('iframe[title^="Picture of"]').length;
  globalThis.mostFrames = count();
  new MutationObserver(() => {
    globalThis.mostFrames = Math.max(globalThis.mostFrames, count());
  }).observe(document.body, { childList: true, subtree: true });
}`;

const test = base.extend<{ readonly projectFolder: string | null }>({
  projectFolder: async ({}, use) => {
    const folder = makeLongProject();
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

test.describe.configure({ timeout: 90_000 });

test('of 200 screens no more than twelve are drawn at once, wherever the strip is', async ({
  app: { window },
}) => {
  const { page } = window;
  const stage = appStageOf(page);
  await expect(stage.paywall.getByText('This is 1', { exact: true })).toBeVisible();
  await stage.button('Filmstrip').click();
  const strip = stage.area.getByRole('list', { name: 'All screens' });
  const films = strip.getByRole('button');
  const pictures = page.locator('iframe[title^="Picture of"]');
  const pictureOf = (number: number) => page.locator(`iframe[title="Picture of Screen ${number}"]`);
  await expect(films).toHaveCount(count);
  await expect(pictureOf(1).contentFrame().getByText('This is 1')).toBeVisible();

  // However it is scrolled, whoever counts all the time counts no more.
  await page.evaluate(countFrames);
  for (const number of [20, 60, 61, 120, 90, count]) {
    await films.nth(number - 1).scrollIntoViewIfNeeded();
    const picture = pictureOf(number).contentFrame();
    await expect(picture.getByText(`This is ${number}`, { exact: true })).toBeVisible();
  }
  expect(await page.evaluate<number>('globalThis.mostFrames')).toBeLessThanOrEqual(mostFilms);
  expect(await pictures.count()).toBeLessThanOrEqual(mostFilms);

  await films.nth(149).scrollIntoViewIfNeeded();
  await films.nth(149).click();
  await stage.expectStep('Screen 150');
  await expect(stage.paywall.getByText('This is 150')).toBeVisible();
  await films.nth(149).press('Home');
  await expect(films.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await stage.expectStep('Screen 1');
  await page.keyboard.press('Alt+ArrowDown');
  await stage.expectStep('Screen 2');
  await expect(stage.paywall.getByText('This is 2', { exact: true })).toBeVisible();
  expect(await pictures.count()).toBeLessThanOrEqual(mostFilms);
  // None of those that were drawn on the way is left behind: the window, the stage and the films.
  expect(page.frames().length).toBeLessThanOrEqual(mostFilms + 2);
});
