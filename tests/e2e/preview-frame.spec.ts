import type { Locator } from 'playwright/test';
import type { ToFrame } from '../../shared/stage/frame-messages.ts';
import { type Framed, expect, test } from './support/framed.ts';
import {
  type Component,
  button,
  carousel,
  color,
  fixed,
  hex,
  image,
  layers,
  stack,
  text,
} from './support/paywalls.ts';
import { load, onlyWith, packageOf, screen, show } from './support/screens.ts';

const main = (components: readonly Component[], base: Component = {}): ToFrame =>
  load({ main: screen(components, base) });

const kindsOf = async ({ news }: Framed, turn: number): Promise<readonly string[]> =>
  (await news()).flatMap((each) => ('turn' in each && each.turn === turn ? [each.kind] : []));

/** Lets the frame say whatever it still has to say. */
const answered = async (framed: Framed, turn: number): Promise<void> => {
  await framed.tell({ kind: 'ping', turn });
  await framed.next('pong', turn);
};

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

const long = (count: number): readonly Component[] =>
  Array.from({ length: count }, (_, index) => text(`Line ${index}`));

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
    const components = [...selling, carousel(pages), ...long(60), packageOf('lifetime')];
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
    const input = {
      type: 'input_text',
      field_id: 'name',
      keyboard_type: 'text',
      size: fixed(200, 40),
      font_size: 16,
      color: hex('#000000'),
      placeholder_color: hex('#000000'),
      placeholder_lid: 'Name',
      placeholder_font_size: 16,
      required: false,
    };
    await framed.tell(main([packageOf('monthly'), input]), show(1));
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
      main([text('Top'), ...long(60), text('Bottom')], footer),
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
    await framed.tell(main([...long(60), text('Bottom')]), show(1, { safeArea }));
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

test.describe('texts that are hard to read', () => {
  const contrast = async (
    framed: Framed,
    components: readonly Component[],
    base: Component = {},
  ) => {
    await framed.tell(main(components, base), show(1));
    const { findings } = await framed.next('settled', 1);
    return findings.map(({ kind, subject, detail }) => `${kind}: ${subject} ${detail}`);
  };
  const grey = (words: string): Component => text(words, { color: hex('#777777') });
  const gradient = (from: string, to: string) => ({
    type: 'color',
    value: {
      light: {
        type: 'linear',
        degrees: 90,
        points: [
          { color: from, percent: 0 },
          { color: to, percent: 100 },
        ],
      },
    },
  });

  test('are found by what is behind them', async ({ framed }) => {
    const components = [
      stack([grey('On grey')], { background: color('#dddddd') }),
      stack([grey('On half grey')], { background: color('#bbbbbb80') }),
      grey('On white, nearly enough'),
      text('Black'),
      stack([], { size: fixed(10, 2_000) }),
      stack([grey('Far down')], { background: color('#dddddd') }),
    ];
    expect(await contrast(framed, components)).toEqual([
      'low-contrast: On grey has a contrast of 3.2, less than 4.5',
      'low-contrast: On half grey has a contrast of 3.2, less than 4.5',
      'low-contrast: On white, nearly enough has a contrast of 4.4, less than 4.5',
      'low-contrast: Far down has a contrast of 3.2, less than 4.5',
    ]);
  });

  test('are told on gradients by where they stand', async ({ framed }) => {
    const wide = { size: { width: { type: 'fill' }, height: { type: 'fit' } } };
    const dark = (words: string, horizontal_alignment: string): Component =>
      stack([text(words, { ...wide, horizontal_alignment })], {
        background: gradient('#ffffff', '#000000'),
      });
    const found = await contrast(framed, [
      dark('At the light end', 'leading'),
      dark('At the dark end', 'trailing'),
    ]);
    expect(found).toEqual([expect.stringContaining('low-contrast: At the dark end')]);
  });

  test('are passed over where a picture is behind them', async ({ framed }) => {
    const picture = {
      type: 'image',
      value: {
        light: {
          original: 'https://a.test/a.svg',
          webp: 'https://a.test/a.svg',
          webp_low_res: 'https://a.test/a.svg',
          width: 10,
          height: 10,
        },
      },
      fit_mode: 'fill',
    };
    await framed.tell(
      main([grey('On a picture')], { background: picture }),
      show(1, { files: { 'https://a.test/a.svg': 'dot.svg' } }),
    );
    expect((await framed.next('settled', 1)).findings).toEqual([]);
  });
});

test('an outline is drawn where the window points, until something is scrolled', async ({
  framed,
}) => {
  await framed.tell(main(long(80)), show(1));
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

test.describe('a hostile paywall', () => {
  // Seconds of work, on a machine that may be busy with other tests.
  test.describe.configure({ timeout: 120_000 });

  const nested = (levels: number): Component =>
    levels === 0 ? text('Deep down') : stack([nested(levels - 1)]);
  const script =
    '<img src=https://evil.test/x onerror="parent.postMessage(1, \'*\')"><script>alert(1)</script>';
  const many = (count: number, make: (index: number) => Component) =>
    Array.from({ length: count }, (_, index) => make(index));

  const cases: Readonly<Record<string, readonly Component[]>> = {
    'with script in everything': [
      text(script),
      text(`[press](javascript:alert(1)) [x](https://evil.test/"onclick="alert(1)) ${script}`),
      { ...image(`https://evil.test/"><script>alert(1)</script>.svg`), id: script, name: script },
      { ...packageOf('monthly'), id: script, name: script },
      stack([text('x')], {
        id: '"><svg onload=alert(1)>',
        background: { type: 'color', value: hex('red;background:url(https://evil.test/a)') },
      }),
      button(
        { type: 'navigate_to', destination: 'url', url: { url_lid: 'javascript:alert(1)' } },
        'Url',
      ),
    ],
    'of enormous sizes': [
      text('Huge', {
        font_size: 1e9,
        size: fixed(1e9, 1e9),
        margin: { top: 1e9, bottom: 1e9, leading: -1e9, trailing: 1e9 },
      }),
      stack([text('Wide')], { size: fixed(1e9, 1e9), spacing: 1e9 }),
      { ...image('https://a.test/a.svg'), size: fixed(1e9, 1e9) },
    ],
    'with a text of a megabyte': [text('word '.repeat(200_000))],
    'with a word of a megabyte': [text('w'.repeat(1_000_000))],
    'that is nested deeply': [nested(70)],
    'of 10,000 texts': many(10_000, (index) => text(`Text ${index}`)),
    'of 10,000 texts over each other': [layers(many(10_000, (index) => text(`Text ${index}`)))],
    'of 10,000 packages': many(10_000, () => packageOf('monthly')),
    'of 10,000 pictures': many(10_000, (index) => image(`https://a.test/${index}.svg`)),
    'of 10,000 carousels': many(10_000, () => carousel([stack([text('Page')])], { loop: true })),
    'of 10,000 stacks with gradients': many(10_000, () =>
      stack([], {
        size: fixed(100, 10),
        background: {
          type: 'color',
          value: {
            light: {
              type: 'linear',
              degrees: 10,
              points: [
                { color: '#ff0000', percent: 0 },
                { color: '#00ff00', percent: 100 },
              ],
            },
          },
        },
      }),
    ),
  };

  for (const [name, components] of Object.entries(cases))
    test(`${name} is shown, and leaves the page alive`, async ({ framed }) => {
      await framed.tell(main(components), show(1));
      await framed.next('shown', 1);
      await framed.next('settled', 1);
      await framed.tell(main([text('All is well')]), show(2));
      expect((await framed.next('settled', 2)).findings).toEqual([]);
      expect([framed.outside, framed.complaints]).toEqual([[], []]);
      expect(await framed.news()).not.toContain(1);
    });

  test('says so where it cannot be measured as a whole', async ({ framed }) => {
    await framed.tell(main(many(3_000, (index) => text(`Text ${index}`))), show(1));
    const { findings } = await framed.next('settled', 1);
    expect(findings.map(({ kind }) => kind)).toContain('not-all-measured');
  });
});
