import type { ToFrame } from '../../shared/stage/frame-messages.ts';
import { answered, expect, kindsOf, test } from './support/framed.ts';
import { button, image, lines, nameField, text } from './support/paywalls.ts';
import { load, main, packageOf, screen, show } from './support/screens.ts';

test.describe('a screen that the window asks for', () => {
  test('is shown, and told of when it has settled', async ({ framed }) => {
    await framed.tell(main([text('Hello'), packageOf('monthly'), text('\u200b')]), show(1));
    expect(await framed.next('shown', 1)).toEqual({
      kind: 'shown',
      turn: 1,
      locale: 'en_US',
      direction: 'ltr',
      selectedPackageId: 'monthly',
      problems: [],
    });
    const { findings } = await framed.next('settled', 1);
    expect(findings.map(({ kind }) => kind)).toEqual(['empty-text']);
    await expect(framed.frame.getByText('Hello')).toBeVisible();
    expect(framed.complaints).toEqual([]);
  });

  test('has its files from beside the page', async ({ framed }) => {
    const url = 'https://assets.example.com/a.svg';
    const screens = main([image(url), image('https://assets.example.com/b.svg')]);
    await framed.tell(screens, show(1, { files: { [url]: 'dot.svg' } }));
    const { problems } = await framed.next('shown', 1);
    expect(problems.map(({ code }) => code)).toEqual(['asset-missing']);
    const { findings } = await framed.next('settled', 1);
    expect([findings, framed.outside]).toEqual([[], []]);
    const source = framed.frame.locator('img').first();
    await expect(source).toHaveAttribute('src', 'assets/dot.svg');
  });

  test('has failed where there is none of that name, or nothing that can be read', async ({
    framed,
  }) => {
    await framed.tell(main([]), show(1, { screenId: 'other' }));
    expect((await framed.next('failed', 1)).message).toBe('There is no screen other.');
    await framed.tell({ kind: 'load', json: '{' }, show(2));
    expect((await framed.next('failed', 2)).message).toBe('There is no screen main.');
    await framed.tell(main([text('Back')]), show(3));
    await framed.next('settled', 3);
    expect(await kindsOf(framed, 1)).toEqual(['failed']);
  });

  test('is taken away again', async ({ framed }) => {
    await framed.tell(main([text('Hello')]), show(1));
    await framed.next('shown', 1);
    await framed.tell({ kind: 'clear' });
    await expect(framed.frame.getByText('Hello')).toHaveCount(0);
  });
});

test.describe('a turn that is overtaken', () => {
  test('is not shown at all where another one comes at once', async ({ framed }) => {
    await framed.tell(main([text('Hello')]), show(1), show(2), show(3), show(4));
    await framed.next('settled', 4);
    expect((await framed.news()).map(({ kind }) => kind)).toEqual(['ready', 'shown', 'settled']);
  });

  test('never settles, and its events are nobody’s', async ({ framed }) => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await framed.page.route('**/assets/dot.svg', async (route) => {
      await held;
      await route.continue();
    });
    const url = 'https://assets.example.com/a.svg';
    const files = { [url]: 'dot.svg' };
    const screens = { main: screen([image(url)]), other: screen([text('Other')]) };
    await framed.tell(load(screens), show(1, { files }));
    await framed.next('shown', 1);
    await framed.tell(show(2, { screenId: 'other' }));
    await framed.next('settled', 2);
    letGo();
    await answered(framed, 9);
    expect(await kindsOf(framed, 1)).toEqual(['shown']);
  });
});

test.describe('who may speak to the frame', () => {
  test('is the window around it, and nobody beside it', async ({ framed }) => {
    await framed.tell(main([text('Hello')]), show(1));
    await framed.next('settled', 1);
    await framed.addNeighbour(
      `victim.postMessage({ kind: 'ping', turn: 666 }, '*');
       victim.postMessage({ kind: 'clear' }, '*');
       victim.postMessage({ kind: 'load', json: '{}' }, '*');`,
    );
    await answered(framed, 2);
    expect(await kindsOf(framed, 666)).toEqual([]);
    await expect(framed.frame.getByText('Hello')).toBeVisible();
  });

  test('is not heard where what it says makes no sense', async ({ framed }) => {
    await framed.tell(main([text('Hello')]), show(1));
    await framed.next('settled', 1);
    const { request } = show(2) as Extract<ToFrame, { kind: 'show' }>;
    const nonsense: readonly unknown[] = [
      null,
      'clear',
      [],
      { kind: 'boom' },
      { kind: 'load', json: 5 },
      { kind: 'show', turn: 'two', request },
      { kind: 'show', turn: 2 },
      { kind: 'show', turn: 2, request: { ...request, safeArea: null } },
      { kind: 'show', turn: 2, request: { ...request, moment: { at: 'now' } } },
      { kind: 'show', turn: 2, request: { ...request, files: { a: 5 } } },
      { kind: 'show', turn: 2, request: { ...request, circumstances: { packages: [5] } } },
      { kind: 'point', area: { x: 'left' } },
      { kind: 'ping' },
    ];
    await framed.tell(...(nonsense as readonly ToFrame[]));
    await answered(framed, 3);
    expect(await kindsOf(framed, 2)).toEqual([]);
    expect(framed.complaints).toEqual([]);
    await expect(framed.frame.getByText('Hello')).toBeVisible();
  });
});

test.describe('what a person does', () => {
  test('is told as events of the turn', async ({ framed }) => {
    const link = text('See [our site](https://example.com/terms)');
    await framed.tell(main([button({ type: 'navigate_back' }, 'Back'), link]), show(7));
    await framed.next('settled', 7);
    await framed.frame.getByText('Back').click();
    await framed.frame.getByRole('link').click();
    await answered(framed, 8);
    const events = (await framed.news()).flatMap((each) => (each.kind === 'event' ? [each] : []));
    expect(events.filter(({ event }) => event.kind !== 'interaction')).toEqual([
      { kind: 'event', turn: 7, event: { kind: 'back' } },
      { kind: 'event', turn: 7, event: { kind: 'url', url: 'https://example.com/terms' } },
    ]);
    expect(framed.page.context().pages()).toHaveLength(1);
  });
});

test.describe('with the keyboard', () => {
  test('one gets into the frame and out of it again', async ({ framed }) => {
    await framed.tell(main([packageOf('monthly'), packageOf('annual')]), show(1));
    await framed.next('settled', 1);
    const { page, frame } = framed;
    await page.locator('#before').focus();
    await page.keyboard.press('Tab');
    await expect(frame.locator('button:focus')).toHaveText('Buy monthly');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await framed.next('selected', 1)).toMatchObject({ packageId: 'annual' });
    await page.keyboard.press('Tab');
    await expect(page.locator('#after')).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(frame.locator('button:focus')).toHaveText('Buy annual');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(page.locator('#before')).toBeFocused();
  });

  test('what is meant for the app reaches it', async ({ framed }) => {
    await framed.tell(main([packageOf('monthly'), nameField]), show(1));
    await framed.next('settled', 1);
    const { page, frame } = framed;
    await frame.getByRole('button').focus();
    for (const press of ['a', 'Escape', '?', 'Control+Shift+F', 'Enter', 'Control+,'])
      await page.keyboard.press(press);
    await frame.getByPlaceholder('Name').click();
    for (const press of ['?', 'Control+a', 'Control+Shift+K']) await page.keyboard.press(press);
    await answered(framed, 2);
    const keys = (await framed.news()).flatMap((each) => (each.kind === 'key' ? [each] : []));
    expect(keys).toMatchObject([
      { key: 'Escape', ctrl: false },
      { key: '?' },
      { key: 'F', code: 'KeyF', ctrl: true, shift: true, meta: false, alt: false },
      { key: ',', ctrl: true },
      { key: 'K', ctrl: true, shift: true },
    ]);
    await expect(frame.getByPlaceholder('Name')).toHaveValue('?');
  });
});

test('an outline is drawn where the window points, until something is scrolled', async ({
  framed,
}) => {
  await framed.tell(main(lines(80)), show(1));
  await framed.next('settled', 1);
  const outline = framed.frame.locator('.outline');
  await framed.tell({ kind: 'point', area: { x: 10, y: 20, width: 100, height: 30 } });
  await expect(outline).toHaveCSS('pointer-events', 'none');
  const frame = await framed.page.locator('iframe').boundingBox();
  expect(await outline.boundingBox()).toEqual({
    x: 10,
    y: (frame?.y ?? 0) + 20,
    width: 100,
    height: 30,
  });
  await framed.tell({ kind: 'point', area: null });
  await expect(outline).toHaveCount(0);
  await framed.tell({ kind: 'point', area: { x: 0, y: 0, width: 1e9, height: 1e9 } });
  await expect(outline).toHaveCount(1);
  await framed.page.mouse.move(200, 300);
  await framed.page.mouse.wheel(0, 200);
  await expect(outline).toHaveCount(0);
});
