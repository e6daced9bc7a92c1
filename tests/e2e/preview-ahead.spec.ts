/** Screens that are mounted before somebody wants to see them. */
import type { ScreenRequest, ToFrame } from '../../shared/stage/frame-messages.ts';
import { type Framed, expect, test } from './support/framed.ts';
import {
  type Component,
  button,
  carousel,
  image,
  lines,
  nameField,
  stack,
  text,
  video,
} from './support/paywalls.ts';
import { load, packageOf, screen, show } from './support/screens.ts';

const url = 'https://assets.example.com/a.svg';
const files = { [url]: 'dot.svg' };
const round = { mask_shape: { type: 'circle' } };

const back = (words: string): Component => button({ type: 'navigate_back' }, words);
const link = text('See [our site](https://example.com/terms)');

const screens = {
  main: screen([text('Here'), { ...image(url), ...round }, back('Back'), nameField, ...lines(60)]),
  next: screen([text('There'), { ...image(url), ...round }, back('Return'), link, text('\u200b')]),
  selling: screen([packageOf('monthly'), packageOf('annual')]),
  one: screen([text('One')]),
  two: screen([text('Two')]),
  turning: screen([
    carousel([stack([text('Page')])], {
      auto_advance: { ms_time_per_page: 500, ms_transition_time: 100 },
    }),
  ]),
  counting: screen([
    {
      type: 'countdown',
      style: { type: 'date', date: '2030-01-01T00:00:00Z' },
      countdown_stack: stack([text('Soon')]),
    },
  ]),
  film: screen([video('https://assets.example.com/film.mp4')]),
};

type Changes = NonNullable<Parameters<typeof show>[1]>;

const requestOf = (screenId: string, changes: Changes = {}): ScreenRequest => {
  const message = show(0, { files, screenId, ...changes });
  if (message.kind !== 'show') throw new Error('It is not shown.');
  return message.request;
};

const prepare = (...screenIds: readonly string[]): ToFrame => ({
  kind: 'prepare',
  requests: screenIds.map((screenId) => requestOf(screenId)),
});

const showing = (turn: number, screenId: string, changes: Changes = {}): ToFrame =>
  show(turn, { files, screenId, ...changes });

const open = async (framed: Framed): Promise<void> => {
  await framed.tell(load(screens), showing(1, 'main'));
  await framed.next('settled', 1);
};

const ahead = ({ frame }: Framed) => frame.locator('.layer.is-ahead');
const layers = ({ frame }: Framed) => frame.locator('.layer');

/** Recognises them again, if they are still there. */
const mark = async (framed: Framed): Promise<void> => {
  await expect(ahead(framed)).not.toHaveCount(0);
  await framed.frame.locator('html').evaluate<
    unknown,
    undefined
  >(`document.querySelectorAll('.is-ahead').forEach((layer) => {
      layer.dataset.marked = '';
    })`);
};
const marked = ({ frame }: Framed) => frame.locator('[data-marked]');

const kindsSaid = async (framed: Framed): Promise<readonly string[]> =>
  (await framed.news()).map(({ kind }) => kind);

const eventsOf = async (framed: Framed, turn: number) =>
  (await framed.news()).flatMap((each) =>
    each.kind === 'event' && each.turn === turn ? [each.event] : [],
  );

const picture = async ({ page }: Framed): Promise<Buffer> => page.locator('iframe').screenshot();

test.describe('a screen that is mounted ahead', () => {
  test('is neither seen nor heard nor reached nor measured', async ({ framed }) => {
    await framed.tell(load(screens), showing(1, 'selling'));
    await framed.next('settled', 1);
    const before = await picture(framed);
    await framed.tell(prepare('next', 'main'));
    await expect(ahead(framed)).toHaveCount(2);
    const { page, frame } = framed;
    await expect(frame.getByText('There')).toBeHidden();
    await expect(frame.getByRole('button')).toHaveText(['Buy monthly', 'Buy annual']);
    await expect(frame.getByRole('link')).toHaveCount(0);
    expect(await picture(framed)).toEqual(before);
    await page.locator('#before').focus();
    for (const words of ['Buy monthly', 'Buy annual']) {
      await page.keyboard.press('Tab');
      await expect(frame.locator(':focus')).toHaveText(words);
    }
    await page.keyboard.press('Tab');
    await expect(page.locator('#after')).toBeFocused();
    await framed.tell(showing(2, 'selling'));
    expect((await framed.next('settled', 2)).findings).toEqual([]);
    expect(await kindsSaid(framed)).toEqual(['ready', 'shown', 'settled', 'shown', 'settled']);
    expect(framed.complaints).toEqual([]);
  });

  test('is the one that is shown, as if it had been mounted then', async ({ framed }) => {
    await framed.tell(load(screens), showing(1, 'next'));
    const alone = await framed.next('settled', 1);
    const expected = await picture(framed);
    await framed.tell(showing(2, 'main'));
    await framed.next('settled', 2);
    await framed.tell(prepare('one', 'next', 'two'));
    await expect(ahead(framed)).toHaveCount(3);
    await mark(framed);
    await framed.tell(showing(3, 'next'));
    const { findings } = await framed.next('settled', 3);
    await expect(layers(framed)).toHaveCount(1);
    await expect(marked(framed)).toHaveCount(1);
    expect(findings).toEqual(alone.findings);
    expect(await picture(framed)).toEqual(expected);
    await framed.frame.getByRole('button', { name: 'Return' }).click();
    await expect.poll(() => eventsOf(framed, 3)).toContainEqual({ kind: 'back' });
    expect(framed.complaints).toEqual([]);
  });

  test('tells of what is selected on it', async ({ framed }) => {
    await open(framed);
    await framed.tell(prepare('selling'));
    await mark(framed);
    await framed.tell(showing(2, 'selling'));
    await framed.next('settled', 2);
    await expect(marked(framed)).toHaveCount(1);
    await framed.frame.getByText('Buy annual').click();
    expect(await framed.next('selected', 2)).toMatchObject({ packageId: 'annual' });
  });

  test('is as it was at first where somebody comes back to it', async ({ framed }) => {
    await open(framed);
    const { frame } = framed;
    await frame.getByPlaceholder('Name').fill('Ida');
    await frame.getByText('Line 59').scrollIntoViewIfNeeded();
    await framed.tell(showing(2, 'next'));
    await framed.next('settled', 2);
    await framed.tell(prepare('main'));
    await mark(framed);
    await framed.tell(showing(3, 'main'));
    await framed.next('settled', 3);
    await expect(marked(framed)).toHaveCount(1);
    await expect(frame.getByPlaceholder('Name')).toHaveValue('');
    await expect(frame.getByText('Here')).toBeInViewport();
  });
});

const others: readonly (readonly [string, Changes])[] = [
  ['the language', { circumstances: { locales: ['de-DE'] } }],
  ['light and dark', { circumstances: { colorMode: 'dark' } }],
  ['the width', { circumstances: { widthClass: 'expanded' } }],
  ['the size of texts', { circumstances: { textScale: 1.5 } }],
  ['the direction', { circumstances: { pseudo: 'mirrored' } }],
  ['the clock', { circumstances: { nowMs: Date.UTC(2027, 0, 1) } }],
  ['a variable', { circumstances: { customVariables: { name: 'Ida' } } }],
  ['the selection', { circumstances: { selectedPackageId: 'annual' } }],
  ['what is on offer', { circumstances: { packages: [] } }],
  ['the edges of the screen', { safeArea: { top: 10, right: 0, bottom: 0, left: 0 } }],
  ['what is in the cache', { files: {} }],
];

test.describe('what is mounted ahead is thrown away', () => {
  for (const [what, changes] of others)
    test(`where ${what} has become another`, async ({ framed }) => {
      await open(framed);
      await framed.tell(prepare('next'));
      await mark(framed);
      await framed.tell(showing(2, 'next', changes));
      await framed.next('settled', 2);
      await expect(marked(framed)).toHaveCount(0);
      await expect(layers(framed)).toHaveCount(1);
      await expect(layers(framed).getByRole('link')).toBeVisible();
    });

  test('where the frame has another size, or another paywall', async ({ framed }) => {
    await open(framed);
    await framed.tell(prepare('next'));
    await mark(framed);
    await framed.page
      .locator('iframe')
      .evaluate<unknown, undefined>(`document.querySelector('iframe').style.width = '500px'`);
    await expect(ahead(framed)).toHaveCount(0);
    await framed.tell(prepare('next'));
    await mark(framed);
    await framed.tell(load({ next: screen([text('Elsewhere')]) }), showing(2, 'next'));
    await framed.next('settled', 2);
    await expect(framed.frame.getByText('Elsewhere')).toBeVisible();
    await expect(marked(framed)).toHaveCount(0);
  });

  test('where the screen that is seen is taken away', async ({ framed }) => {
    await open(framed);
    await framed.tell(prepare('next', 'one'));
    await expect(ahead(framed)).toHaveCount(2);
    await framed.tell({ kind: 'clear' });
    await expect(layers(framed)).toHaveCount(0);
  });
});

test.describe('what is never mounted ahead', () => {
  test('is what runs by itself, and more than a few', async ({ framed }) => {
    await open(framed);
    await framed.tell(prepare('turning', 'counting', 'film', 'one'));
    await expect(ahead(framed)).toHaveCount(1);
    await expect(ahead(framed)).toHaveText('One');
    await framed.tell(prepare('one', 'two', 'next', 'selling'));
    await expect(ahead(framed)).toHaveCount(3);
    await expect(ahead(framed).last()).toContainText('There');
  });

  test('is what cannot be shown, which hinders no other', async ({ framed }) => {
    await open(framed);
    await framed.tell(prepare('missing', 'one'));
    await expect(ahead(framed)).toHaveText('One');
    await expect(framed.frame.getByText('Here')).toBeVisible();
    expect(await kindsSaid(framed)).toEqual(['ready', 'shown', 'settled']);
    expect(framed.complaints).toEqual([]);
  });

  test('is anything before the screen that is seen has settled', async ({ framed }) => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await framed.page.route('**/assets/dot.svg', async (route) => {
      await held;
      await route.continue();
    });
    await framed.tell(load(screens), showing(1, 'main'));
    await framed.next('shown', 1);
    await framed.tell(prepare('one'));
    letGo();
    await framed.next('settled', 1);
    await framed.tell(prepare('two'));
    await expect(ahead(framed)).toHaveText('Two');
  });
});
