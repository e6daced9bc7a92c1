/** What was prefetched is drawn from disk as it was drawn when it came. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TestInfo } from 'playwright/test';
import { type AppStage, appStageOf } from './support/app-stage.ts';
import { expect, test } from './support/app-test.ts';
import type { AppWindow } from './support/app-window.ts';
import { root } from './support/open-app.ts';
import { outsideOf } from './support/outside.ts';
import { isSamePicture } from './support/same-picture.ts';

interface ListedWorkflow {
  readonly id: string;
  readonly offering_id: string | null;
  readonly prefetch: boolean;
}

const demo = path.join(root, 'main/project/demo');
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(demo, file), 'utf8'));
const { workflows } = read('workflows.json') as { readonly workflows: readonly ListedWorkflow[] };

/** A row of the list, and how many screens its workflow has. */
interface Prefetched {
  readonly row: string;
  readonly screens: number;
}

/** Only what an offering maps to is prefetched. */
const prefetched: readonly Prefetched[] = workflows.flatMap(
  ({ id, offering_id: row, prefetch }) => {
    if (!prefetch || row === null) return [];
    const { screens } = read(`workflows/${id}.json`) as { readonly screens: object };
    return { row, screens: Object.keys(screens).length };
  },
);

/** Videos at their start, and what turns by itself where it began. */
const holdStill = `(async () => {
  for (const animation of document.getAnimations()) {
    animation.pause();
    if (Number(animation.currentTime ?? 0) < (animation.effect?.getTiming().delay ?? 0))
      animation.currentTime = 0;
    else animation.finish();
  }
  for (const video of document.querySelectorAll('video')) {
    video.pause();
    if (video.currentTime === 0) continue;
    const found = new Promise((resolve) => video.addEventListener('seeked', resolve));
    video.currentTime = 0;
    await found;
  }
})()`;

/** As it comes to rest: a browser draws large pictures coarsely first, and finely a moment later. */
const pictureOf = async ({ frame }: AppStage): Promise<Buffer> => {
  let picture = await frame.screenshot();
  await expect
    .poll(async () => {
      const before = picture;
      picture = await frame.screenshot();
      return picture.equals(before);
    })
    .toBe(true);
  return picture;
};

const walk = async (window: AppWindow, { row, screens }: Prefetched) => {
  const { page } = window;
  const stage = appStageOf(page);
  await window.row(row).click();
  // What the pointer lies on looks otherwise.
  await page.mouse.move(0, 0);
  const pictures: [string, Buffer][] = [];
  for (let step = 1; step <= screens; step += 1) {
    if (step > 1) await page.keyboard.press('Alt+ArrowDown');
    await expect(stage.steps).toContainText(`Step ${step} of ${screens}`);
    await stage.expectSettled();
    await stage.paywall.locator('html').evaluate(holdStill);
    pictures.push([`${row} ${step}`, await pictureOf(stage)]);
  }
  return pictures;
};

/** A picture of every screen of every prefetched workflow. */
const picturesIn = async (window: AppWindow): Promise<ReadonlyMap<string, Buffer>> => {
  const pictures: [string, Buffer][] = [];
  for (const each of prefetched) pictures.push(...(await walk(window, each)));
  return new Map(pictures);
};

/** Countdowns stand at this moment, which is soon. */
const stopClock = async ({ page, clock }: AppWindow, moment: string): Promise<void> => {
  await clock.click();
  const panel = page.getByRole('dialog', { name: 'The app’s clock' });
  await panel.getByLabel('Set to', { exact: true }).fill(moment);
  await panel.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(clock).toHaveAccessibleName(/^Clock: Virtual, /);
  await page.keyboard.press('Escape');
};

/**
 * Always at the same place, whether or not a strip says what is broken, and not made smaller: what a
 * browser makes of a large picture then depends on what it drew before.
 */
const drawAlike = async (window: AppWindow): Promise<void> => {
  await window.page.setViewportSize({ width: 1_600, height: 1_400 });
  await appStageOf(window.page).select('Zoom', '100 %');
  await window.choose(window.backend, 'Slow');
  await expect(window.broken).toBeVisible();
};

const soon = (): string => {
  const now = new Date(Date.now() + 60_000);
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19);
};

const expectAll = async (window: AppWindow, status: 'fresh' | 'restored'): Promise<void> => {
  for (const { row } of prefetched) {
    await window.expectStatus(row, status);
  }
};

const goOffline = async (window: AppWindow): Promise<void> => {
  await window.network.click();
  await window.press('Cold start');
  await expectAll(window, 'restored');
};

/** Shows what differs, with the pictures of both. */
const expectSame = async (
  online: ReadonlyMap<string, Buffer>,
  offline: ReadonlyMap<string, Buffer>,
  testInfo: TestInfo,
): Promise<void> => {
  const differing = [...online].filter(
    ([name, picture]) => !isSamePicture(picture, offline.get(name) ?? Buffer.of()),
  );
  for (const [name, body] of differing) {
    await testInfo.attach(`${name} online.png`, { body });
    await testInfo.attach(`${name} offline.png`, { body: offline.get(name) ?? Buffer.of() });
  }
  expect(differing.map(([name]) => name)).toEqual([]);
};

test.describe.configure({ timeout: 240_000 });

test('offline and started cold, every prefetched workflow looks as it does online, pixel for pixel', async ({
  app,
}, testInfo) => {
  const { window, requests } = app;
  const moment = soon();
  await expectAll(window, 'fresh');
  await drawAlike(window);
  await stopClock(window, moment);
  const online = await picturesIn(window);
  expect(online.size).toBe(prefetched.reduce((sum, { screens }) => sum + screens, 0));

  await goOffline(window);
  await expectSame(online, await picturesIn(window), testInfo);

  await app.restart();
  await goOffline(window);
  await drawAlike(window);
  await stopClock(window, moment);
  await expectSame(online, await picturesIn(window), testInfo);

  expect(outsideOf(requests)).toEqual([]);
});
