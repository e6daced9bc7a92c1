import { expect, test } from './support/app-test.ts';
import { appStageOf } from './support/app-stage.ts';

/** Runs in the page: everything that a person can press or fill in, as far as it is in sight. */
const listControls = `
  window.controls = [...document.querySelectorAll(
    'a[href], button, input, select, textarea, iframe, [tabindex="0"]',
  )].filter((each) =>
    each.checkVisibility() &&
    !each.disabled &&
    each.tabIndex >= 0 &&
    // Of one of several, Tab goes to the one that is chosen; arrow keys go to the others.
    !(each.type === 'radio' && !each.checked) &&
    each.closest('[inert], [aria-hidden="true"]') === null,
  );
  window.controls.map((each) =>
    (each.getAttribute('aria-label') ?? each.title ?? '') + ' ' + each.tagName.toLowerCase() + '.' + each.className);
`;

/** Which of them has the focus, and whether that can be seen on it or around it. */
const lookAtFocus = `
  (() => {
    const focused = document.activeElement;
    // A list shows it on the row that its keys are at.
    const row = document.getElementById(focused?.getAttribute('aria-activedescendant') ?? '');
    const around = [focused, row, focused?.parentElement, focused?.parentElement?.parentElement];
    const isSeen = around.some((each) => {
      if (each === null || each === undefined) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
    });
    return { place: window.controls.indexOf(focused), isSeen, isFrame: focused?.tagName === 'IFRAME' };
  })()
`;

interface Focus {
  readonly place: number;
  readonly isSeen: boolean;
  readonly isFrame: boolean;
}

test('Tab alone reaches every control, and each shows that it has the focus', async ({
  app: { window },
}) => {
  test.slow();
  const { page } = window;
  await appStageOf(page).expectOpened();
  for (const id of ['default', 'sale', 'swim', 'crew', 'winback'])
    await window.expectStatus(id, 'fresh');
  const names = await page.evaluate<readonly string[]>(listControls);
  const seen = new Map<number, Focus>();
  // Inside of the frame Tab goes on through the paywall.
  for (let press = 0; press < names.length + 40; press += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate<Focus>(lookAtFocus);
    if (focus.place >= 0) seen.set(focus.place, focus);
    if (seen.size === names.length) break;
  }
  const nameOf = (place: number): string => names[place] ?? '';
  expect({
    missed: names.filter((_, place) => !seen.has(place)),
    unseen: [...seen.values()]
      .filter(({ isSeen, isFrame }) => !isSeen && !isFrame)
      .map(({ place }) => nameOf(place)),
  }).toEqual({ missed: [], unseen: [] });
});

test('every line between panes is moved by arrow keys, Home and End', async ({
  app: {
    window: { page },
  },
}) => {
  await page.setViewportSize({ width: 1_920, height: 1_080 });
  await appStageOf(page).expectOpened();
  const lines = page.getByRole('separator');
  const names: string[] = [];
  for (const each of await lines.all()) names.push((await each.getAttribute('aria-label')) ?? '');
  expect(names.length).toBeGreaterThanOrEqual(4);
  for (const name of names) {
    const line = page.getByRole('separator', { name });
    const limit = async (which: string) => Number(await line.getAttribute(which));
    await line.focus();
    const start = await limit('aria-valuenow');
    const upright = (await line.getAttribute('aria-orientation')) === 'vertical';
    await page.keyboard.press(upright ? 'ArrowRight' : 'ArrowDown');
    expect(await limit('aria-valuenow'), name).not.toBe(start);
    await page.keyboard.press('Home');
    expect(await limit('aria-valuenow'), name).toBe(await limit('aria-valuemin'));
    await page.keyboard.press('End');
    expect(await limit('aria-valuenow'), name).toBe(await limit('aria-valuemax'));
    await line.dblclick();
  }
});

test('where reduced motion is asked for, nothing moves', async ({ app: { window } }) => {
  const { page } = window;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await appStageOf(page).expectOpened();
  const moving = await page.evaluate<readonly string[]>(`
    [...document.querySelectorAll('*')]
      .filter((each) => {
        const { transitionDuration, animationName } = getComputedStyle(each);
        return animationName !== 'none' || /[1-9]/.test(transitionDuration);
      })
      .map((each) => String(each.className))
  `);
  expect(moving).toEqual([]);
});
