import type { Locator } from 'playwright/test';
import { type Framed, expect, test } from './support/framed.ts';
import { button, color, image, layers, lines, stack, text } from './support/paywalls.ts';
import { main, show } from './support/screens.ts';

test.describe('the edges that the system takes', () => {
  const safeArea = { top: 59, right: 0, bottom: 34, left: 0 };
  const onTeal = { background: color('#0d6b78') };
  const footer = { sticky_footer: { type: 'footer', stack: stack([text('Footer')], onTeal) } };
  const boxOf = async (found: Locator) => {
    const box = await found.boundingBox();
    if (box === null) throw new Error('It is not there.');
    return box;
  };
  /** The frame begins below the window's button. */
  const places = async ({ page, frame }: Framed) => ({
    around: await boxOf(page.locator('iframe')),
    box: (words: string) => boxOf(frame.getByText(words, { exact: true })),
    of: (selector: string) => boxOf(frame.locator(selector).first()),
  });

  test('are left free by what is said, not by what is behind it', async ({ framed }) => {
    await framed.tell(
      main([text('Top'), ...lines(60), text('Bottom')], footer),
      show(1, { safeArea }),
    );
    await framed.next('settled', 1);
    const { around, box, of } = await places(framed);
    const end = around.y + around.height;
    expect((await box('Top')).y).toBe(around.y + 59);
    const [words, teal] = [await box('Footer'), await of('[style*="13, 107, 120"]')];
    expect(words.y + words.height).toBe(end - 34);
    expect(teal.y + teal.height).toBe(end);
    expect(await of('.paywall')).toEqual(around);
    await framed.frame.getByText('Bottom').scrollIntoViewIfNeeded();
    const bottom = await box('Bottom');
    expect(bottom.y + bottom.height).toBeLessThanOrEqual(teal.y + 0.5);
  });

  test('are left free at the end of what is scrolled', async ({ framed }) => {
    await framed.tell(main([...lines(60), text('Bottom')]), show(1, { safeArea }));
    const { findings } = await framed.next('settled', 1);
    expect(findings).toEqual([]);
    const { around, box } = await places(framed);
    await framed.frame.locator('.paywall-content-scroll').evaluate((element) => {
      (element as unknown as { scrollTop: number }).scrollTop = 1e6;
    });
    const bottom = await box('Bottom');
    expect(bottom.y + bottom.height).toBe(around.y + around.height - 34);
  });

  test('are reached by a picture from edge to edge, but not by what lies over it', async ({
    framed,
  }) => {
    const hero = {
      ...image('https://a.test/a.svg'),
      size: { width: { type: 'fill' }, height: { type: 'fixed', value: 200 } },
    };
    const files = { 'https://a.test/a.svg': 'dot.svg' };
    await framed.tell(main([hero, text('Below')]), show(1, { safeArea, files }));
    await framed.next('settled', 1);
    const { around, box, of } = await places(framed);
    expect((await of('img')).y).toBe(around.y);
    expect((await box('Below')).y).toBe(around.y + 200 + 8);
    await framed.tell(main([layers([hero, stack([text('Over')])])]), show(2, { safeArea, files }));
    await framed.next('settled', 2);
    expect((await of('img')).y).toBe(around.y);
    expect((await box('Over')).y).toBe(around.y + 59);
  });

  test('are left free by headers and sheets, and sideways', async ({ framed }) => {
    const sheet = { type: 'sheet', stack: stack([text('In the sheet')], onTeal) };
    const opener = button({ type: 'navigate_to', destination: 'sheet', sheet }, 'More');
    const header = { header: { type: 'header', stack: stack([text('Header')], onTeal) } };
    const sideways = { top: 10, right: 20, bottom: 21, left: 59 };
    await framed.tell(main([opener], header), show(1, { safeArea: sideways }));
    await framed.next('settled', 1);
    const { around, box, of } = await places(framed);
    expect(await box('Header')).toMatchObject({ x: 59, y: around.y + 10 });
    expect(await of('.header-wrapper')).toMatchObject({ x: 0, y: around.y, width: 390 });
    expect(await box('More')).toMatchObject({ x: 59 });
    await framed.frame.getByText('More').click();
    await expect(framed.frame.locator('.sheet.visible')).toBeVisible();
    const end = around.y + around.height;
    await expect
      .poll(async () => {
        const words = await box('In the sheet');
        return [words.x, words.y + words.height];
      })
      .toEqual([59, end - 21]);
    const panel = await of('.sheet');
    expect(panel.y + panel.height).toBe(end);
  });
});
