import type { Locator } from 'playwright/test';
import { expect, kindsOf, test } from './support/framed.ts';
import { type Component, button, carousel, fixed, lines, stack, text } from './support/paywalls.ts';
import { main, onlyWith, packageOf, show } from './support/screens.ts';

test.describe('a package that is selected', () => {
  const selling = [
    onlyWith(['monthly'], 'Every month anew'),
    onlyWith(['annual'], 'Once a year'),
    packageOf('monthly'),
    packageOf('annual'),
  ];

  test('is told, after what depends on it was drawn again', async ({ framed }) => {
    await framed.tell(main(selling), show(1));
    await framed.next('settled', 1);
    await expect(framed.frame.getByText('Every month anew')).toBeVisible();
    await framed.frame.getByText('Buy annual').click();
    expect(await framed.next('selected', 1)).toMatchObject({ packageId: 'annual' });
    await expect(framed.frame.getByText('Once a year')).toBeVisible();
    await expect(framed.frame.getByText('Every month anew')).toHaveCount(0);
    await expect(framed.frame.locator('.layer')).toHaveCount(1);
    await framed.frame.getByText('Buy monthly').click();
    await expect(framed.frame.getByText('Every month anew')).toBeVisible();
    expect(await kindsOf(framed, 1)).toEqual([
      'shown',
      'settled',
      'event',
      'selected',
      'event',
      'selected',
    ]);
    expect(framed.complaints).toEqual([]);
  });

  test('is the one that the window asks for', async ({ framed }) => {
    const circumstances = { selectedPackageId: 'annual' };
    await framed.tell(main(selling), show(1, { circumstances }));
    expect(await framed.next('shown', 1)).toMatchObject({ selectedPackageId: 'annual' });
    await expect(framed.frame.getByText('Once a year')).toBeVisible();
  });

  test('may be none', async ({ framed }) => {
    await framed.tell(main(selling), show(1, { circumstances: { selectedPackageId: null } }));
    expect(await framed.next('shown', 1)).toMatchObject({ selectedPackageId: null });
    await framed.frame.getByText('Buy annual').click();
    expect(await framed.next('selected', 1)).toMatchObject({ packageId: 'annual' });
    await expect(framed.frame.getByText('Once a year')).toBeVisible();
  });

  test('leaves a person where they were', async ({ framed }) => {
    const pages = ['First', 'Second'].map((words) =>
      stack([text(words)], { size: fixed(390, 80) }),
    );
    const components = [...selling, carousel(pages), ...lines(60), packageOf('lifetime')];
    await framed.tell(main([...components, onlyWith(['lifetime'], 'For ever')]), show(1));
    await framed.next('settled', 1);
    const { page, frame } = framed;
    const box = await frame.locator('.carousel').boundingBox();
    if (box === null) throw new Error('There is no carousel.');
    await page.mouse.move(box.x + 300, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + 20, box.y + 30, { steps: 8 });
    await page.mouse.up();
    await expect(frame.locator('.page[aria-current="true"]')).toHaveText('Second');
    const scroller = frame.locator('.paywall-content-scroll');
    await frame.getByText('Buy lifetime').scrollIntoViewIfNeeded();
    const scrolledTo = (at: Locator): Promise<number> =>
      at.evaluate((element) => (element as unknown as { scrollTop: number }).scrollTop);
    const before = await scrolledTo(scroller);
    expect(before).toBeGreaterThan(500);
    await frame.getByText('Buy lifetime').click();
    expect(await framed.next('selected', 1)).toMatchObject({ packageId: 'lifetime' });
    await expect(frame.getByText('For ever')).toBeAttached();
    expect(await scrolledTo(scroller)).toBe(before);
    await expect(frame.locator('.page[aria-current="true"]')).toHaveText('Second');
    await expect(frame.locator('button:focus')).toHaveText('Buy lifetime');
  });

  test('may be selected by the tab that is opened', async ({ framed }) => {
    const tab = (id: string, packageId: string): Component => ({
      type: 'tab',
      id,
      stack: stack([{ type: 'tab_control' }, text(`In ${id}`), packageOf(packageId)]),
    });
    const opener = (id: string, index: number): Component => ({
      type: 'tab_control_button',
      tab_id: id,
      tab_index: index,
      stack: stack([text(`Open ${id}`)]),
    });
    const tabs = {
      type: 'tabs',
      id: 'tabs',
      control: { type: 'buttons', stack: stack([opener('one', 0), opener('two', 1)]) },
      tabs: [tab('one', 'monthly'), tab('two', 'annual')],
    };
    await framed.tell(main([...selling.slice(0, 2), tabs]), show(1));
    await framed.next('settled', 1);
    await framed.frame.getByText('Open two').click();
    expect(await framed.next('selected', 1)).toMatchObject({ packageId: 'annual' });
    await expect(framed.frame.getByText('Once a year')).toBeVisible();
    await expect(framed.frame.getByText('In two')).toBeVisible();
  });

  test('goes back to what it was when its sheet is closed', async ({ framed }) => {
    const sheet = {
      type: 'sheet',
      stack: stack([
        packageOf('lifetime'),
        button({ type: 'navigate_to', destination: 'url' }, '-'),
      ]),
    };
    const opener = button({ type: 'navigate_to', destination: 'sheet', sheet }, 'More');
    await framed.tell(main([...selling, onlyWith(['lifetime'], 'For ever'), opener]), show(1));
    await framed.next('settled', 1);
    const { frame, page } = framed;
    await frame.getByText('More').click();
    await frame.getByText('Buy lifetime').click();
    expect(await framed.next('selected', 1)).toMatchObject({ packageId: 'lifetime' });
    await expect(frame.locator('.sheet')).toBeVisible();
    await page.mouse.click(200, 60);
    await expect(frame.locator('.sheet')).toHaveCount(0);
    await expect(frame.getByText('Every month anew')).toBeVisible();
    const selected = (await framed.news()).flatMap((each) =>
      each.kind === 'selected' ? [each.packageId] : [],
    );
    expect(selected).toEqual(['lifetime', 'monthly']);
  });
});
