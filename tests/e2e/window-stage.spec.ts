import { rmSync } from 'node:fs';
import type { AppWindow } from './support/app-window.ts';
import { appStageOf } from './support/app-stage.ts';
import { expect, test } from './support/app-test.ts';
import { makeBrokenProject } from './support/broken-project.ts';

const stageOf = ({ page }: AppWindow) => appStageOf(page);

test('the current offering’s paywall is there, and its buttons lead through it and back', async ({
  app: { window },
}) => {
  const stage = stageOf(window);
  await stage.expectOpened();
  await expect(stage.paywall.getByText('Know the sea before')).toBeVisible();
  await expect(stage.area).toContainText('The workflow is in memory, so it is shown.');
  await expect(stage.steps).toContainText('Step 1 of 4');
  await stage.press('Continue');
  await stage.expectStep('Made for your mornings');
  await expect(stage.paywall.getByText('Made for your mornings')).toBeVisible();
  await stage.button('Back').click();
  await stage.expectStep('Hello');
  await expect(stage.paywall.getByText('Know the sea before')).toBeVisible();
});

test('a person can press the paywall where it is seen, however large it is drawn', async ({
  app: { window },
}) => {
  const { page } = window;
  const stage = stageOf(window);
  const button = stage.paywall.getByRole('button', { name: 'Continue' });
  await stage.expectOpened();
  await expect(button).toHaveJSProperty('disabled', false);
  const place = await button.evaluate<
    { readonly x: number; readonly y: number },
    undefined
  >(`(() => {
    const pressed = [...document.querySelectorAll('button')];
    const button = pressed.find(({ textContent }) => textContent.includes('Continue'));
    const { x, y, width, height } = button.getBoundingClientRect();
    return { x: (x + width / 2) / innerWidth, y: (y + height / 2) / innerHeight };
  })()`);
  const frame = await stage.frame.boundingBox();
  if (frame === null) throw new Error('the frame is not seen');
  await page.mouse.click(frame.x + place.x * frame.width, frame.y + place.y * frame.height);
  await stage.expectStep('Made for your mornings');
});

test('who moves the clock stays where they are on the paywall', async ({ app: { window } }) => {
  const stage = stageOf(window);
  await stage.expectOpened();
  await stage.button('Sideways').click();
  await stage.expectSettled();
  const scroller = stage.paywall.locator('.paywall-content-scroll');
  const scrolledTo = () =>
    scroller.evaluate((element) => (element as unknown as { scrollTop: number }).scrollTop);
  await scroller.evaluate((element) => {
    (element as unknown as { scrollTop: number }).scrollTop = 150;
  });
  for (const step of ['+1 min', '+5 min']) {
    await window.moveClock(step);
    await stage.expectSettled();
    expect(await scrolledTo()).toBe(150);
  }
  // Another light is another picture of it, seen from the top.
  await stage.button('Dark paywall').click();
  await stage.expectSettled();
  expect(await scrolledTo()).toBe(0);
});

test('language, light and dark, and the device change what is drawn, and are there after a restart', async ({
  app,
}) => {
  const stage = stageOf(app.window);
  const root = stage.paywall.locator('html');
  await stage.expectOpened();
  await stage.select('Language', 'German (Germany)');
  await expect(root).toHaveAttribute('lang', 'de-DE');
  await stage.select('Language', 'Pseudo right-to-left');
  await expect(root).toHaveAttribute('dir', 'rtl');
  await stage.select('Language', 'Arabic');
  await expect(root).toHaveAttribute('lang', 'ar');
  await stage.button('Dark paywall').click();
  await expect(root).toHaveCSS('color-scheme', 'dark');
  await stage.select('Device', 'iPad Air 11″');
  await expect.poll(() => root.evaluate<number, undefined>('innerWidth')).toBe(820);
  await stage.button('Sideways').click();
  await expect.poll(() => root.evaluate<number, undefined>('innerWidth')).toBe(1_180);
  await app.restart();
  await expect(root).toHaveAttribute('lang', 'ar');
  await expect(root).toHaveCSS('color-scheme', 'dark');
  await expect.poll(() => root.evaluate<number, undefined>('innerWidth')).toBe(1_180);
});

test('a screen of free size is as large as its fields say', async ({ app: { window } }) => {
  const stage = stageOf(window);
  await stage.expectOpened();
  await stage.select('Device', 'Free size');
  await stage.area.getByRole('textbox', { name: 'Width' }).fill('500');
  const root = stage.paywall.locator('html');
  await expect.poll(() => root.evaluate<number, undefined>('innerWidth')).toBe(500);
  await stage.area.getByRole('separator', { name: 'Right edge of the screen' }).press('ArrowRight');
  await expect.poll(() => root.evaluate<number, undefined>('innerWidth')).toBe(508);
});

test('offline and started cold, the same paywall is shown from disk', async ({
  app: { window },
}) => {
  const stage = stageOf(window);
  await stage.expectOpened();
  await expect(stage.paywall.getByText('Know the sea before')).toBeVisible();
  await window.expectStatus('default', 'fresh');
  await window.network.click();
  await window.press('Cold start');
  await window.expectStatus('default', 'restored');
  await expect(stage.area).toContainText('restored from disk');
  await expect(stage.paywall.getByText('Know the sea before')).toBeVisible();
});

test('with the backend down and nothing kept, it is told what is shown instead, and why', async ({
  app: { window },
}) => {
  const stage = stageOf(window);
  await window.expectStatus('default', 'fresh');
  await window.page.keyboard.press('ControlOrMeta+Shift+B');
  await expect(window.broken).toBeVisible();
  await window.row('plans').click();
  await expect(stage.area).toContainText(/could not be fetched.*503.*default paywall is shown/);
  await expect(stage.paywall.getByText('Choose your plan')).toBeVisible();
  await window.row('gift').click();
  await expect(stage.area).toContainText(/own paywall is shown/);
  await expect(stage.paywall.getByText('Give somebody the sea')).toBeVisible();
});

test('what is selected is asked for once somebody stays with it', async ({ app: { window } }) => {
  await window.expectStatus('default', 'fresh');
  await window.offerings.focus();
  await window.page.keyboard.press('ArrowDown');
  await window.page.keyboard.press('ArrowDown');
  await window.expectStatus('plans', 'fresh');
  await window.expectStatus('lifetime', 'missing');
});

test('another price of a product is on the paywall at once', async ({ app: { window } }) => {
  const stage = stageOf(window);
  await stage.expectOpened();
  for (let step = 0; step < 3; step += 1) await window.page.keyboard.press('Alt+ArrowDown');
  await stage.expectStep('Choose a plan');
  await expect(stage.paywall.getByText('$39.99').first()).toBeVisible();
  await stage.button('Circumstances…').click();
  const panel = window.page.getByRole('dialog', { name: 'Circumstances' });
  await panel.getByRole('textbox', { name: 'Price of $rc_annual' }).fill('12.5');
  await expect(stage.paywall.getByText('$12.50').first()).toBeVisible();
  await panel.getByRole('button', { name: 'Reset everything' }).click();
  await expect(stage.paywall.getByText('$39.99').first()).toBeVisible();
});

test('what a phone would do is said, and leaving shows the exit offer with a way back', async ({
  app: { window },
}) => {
  const stage = stageOf(window);
  await stage.expectOpened();
  for (let step = 0; step < 3; step += 1) await window.page.keyboard.press('Alt+ArrowDown');
  await stage.expectStep('Choose a plan');
  await stage.press(/free week/i);
  await expect(stage.note).toContainText(/Purchase of \$rc_annual/);
  await expect(stage.note).toContainText('Nothing is bought here.');
  await stage.close();
  await expect(stage.area).toContainText('Exit offer: the paywall of “sale”.');
  await stage.button('Back to default').click();
  await stage.expectStep('Choose a plan');
  await expect(stage.paywall.getByText('Choose your plan')).toBeVisible();
});

test('a paywall that was left can be opened again', async ({ app: { window } }) => {
  const stage = stageOf(window);
  await stage.expectOpened();
  await stage.press('Continue');
  await stage.expectStep('Made for your mornings');
  await stage.close();
  await expect(stage.area).toContainText('The paywall closes');
  await stage.button('Open again').click();
  await stage.expectStep('Hello');
});

test('the filmstrip shows every screen, and leads to each', async ({ app: { window } }) => {
  const stage = stageOf(window);
  await stage.expectOpened();
  await stage.button('Filmstrip').click();
  const films = stage.area.getByRole('list', { name: 'All screens' });
  await expect(films.getByRole('button')).toHaveCount(4);
  const first = window.page.locator('iframe[title^="Picture of"]').first().contentFrame();
  await expect(first.getByText('Know the sea before')).toBeVisible();
  await films.getByRole('button', { name: /Hello/ }).focus();
  await window.page.keyboard.press('ArrowDown');
  await window.page.keyboard.press('Enter');
  await stage.expectStep('Made for your mornings');
});

test('a picture of the screen is taken, or it is told why none can be', async ({
  app: { window },
}) => {
  const stage = stageOf(window);
  await stage.expectOpened();
  await stage.button('Pictures').click();
  const panel = window.page.getByRole('dialog', { name: 'Pictures' });
  const hindrance = panel.getByText(/Chromium/);
  const take = panel.getByRole('button', { name: 'This screen' });
  await expect(take.or(hindrance)).toBeVisible();
  if (await hindrance.isVisible()) return;
  await take.click();
  await expect(panel.getByRole('status')).toContainText('1 picture taken.', { timeout: 20_000 });
  await expect(panel.getByRole('button', { name: 'Show in folder' })).toBeVisible();
});

test('keys pressed on the paywall move through it, too', async ({ app: { window } }) => {
  const { page } = window;
  const stage = stageOf(window);
  const button = stage.paywall.getByRole('button', { name: 'Continue' });
  await stage.expectOpened();
  await button.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await stage.expectStep('Made for your mornings');
  await page.keyboard.press('Alt+ArrowLeft');
  await stage.expectStep('Hello');
  await page.keyboard.press('ControlOrMeta+Shift+D');
  await expect(stage.paywall.locator('html')).toHaveCSS('color-scheme', 'dark');
});

test('a paywall that never comes to an end is stopped, and can be tried again', async ({
  app: { window },
}) => {
  test.slow();
  const stage = stageOf(window);
  await stage.expectOpened();
  // It never answers, so nobody waits for it.
  void stage.paywall
    .locator('html')
    .evaluate('(() => { for (;;); })()')
    .catch(() => undefined);
  await window.network.click();
  await expect(window.broken).toBeVisible();
  await expect(stage.area).toContainText('did not come to an end and was stopped', {
    timeout: 25_000,
  });
  await expect(stage.frame).toHaveCount(0);
  await stage.button('Try again').click();
  await stage.expectOpened();
});

const brokenProject = test.extend<{ readonly projectFolder: string | null }>({
  projectFolder: async ({}, use) => {
    const folder = makeBrokenProject();
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

brokenProject(
  'problems of a paywall are listed, and lead to where they are',
  async ({ app: { window } }) => {
    const { page } = window;
    const stage = stageOf(window);
    await expect(stage.paywall.getByText('This is First').first()).toBeVisible();
    await page.getByRole('radio', { name: /^Problems/ }).check();
    const missing = stage.problems.getByRole('listitem').filter({ hasText: 'nobody_wrote_this' });
    await expect(missing.first()).toContainText('Problem');
    await expect(missing.first()).toContainText('components_config.base.stack');
    const island = stage.problems.getByRole('button', { name: /Nothing leads to the step/ });
    await expect(island).toContainText('Note');
    await island.click();
    await stage.expectStep('Island');
    await expect(stage.problems).toContainText('hologram');
  },
);

brokenProject('a button that leads nowhere says so', async ({ app: { window } }) => {
  const stage = stageOf(window);
  await expect(stage.paywall.getByText('This is First').first()).toBeVisible();
  await stage.press('This is First');
  await expect(stage.note).toContainText('This button leads nowhere');
});
