import { expect } from 'playwright/test';
import { button, carousel, paywall, stack, text } from './support/paywalls.ts';
import { test } from './support/preview-test.ts';

const noon = Date.UTC(2026, 5, 15, 12);

const countdown = (date: string) => ({
  type: 'countdown',
  style: { type: 'date', date },
  countdown_stack: stack([
    text('{{ count_hours_with_zero }}:{{ count_minutes_with_zero }}:{{ count_seconds_with_zero }}'),
  ]),
});

test('a countdown counts from the time that is given', async ({ preview }) => {
  await preview.show(paywall([countdown('2026-06-15T14:30:05Z')]), noon);
  await expect(preview.page.locator('.paywall')).toHaveText('02:30:05');
});

test('the page has the language and the direction of the paywall', async ({ preview }) => {
  await preview.show(paywall([text('أهلا')], { locale: 'ar', direction: 'rtl' }), noon);
  await expect(preview.page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(preview.page.locator('html')).toHaveAttribute('dir', 'rtl');
  await preview.show(paywall([text('Hallo')], { locale: 'de_DE' }), noon);
  await expect(preview.page.locator('html')).toHaveAttribute('lang', 'de-DE');
  await expect(preview.page.locator('html')).toHaveAttribute('dir', 'ltr');
});

test('what is bold in a text keeps its font', async ({ preview }) => {
  await preview.show(paywall([text('So **bold** and `code`')]), noon);
  await preview.page.locator('.paywall b').evaluate((element) => {
    const { parentElement } = element as { parentElement: { style: { fontFamily: string } } };
    parentElement.style.fontFamily = 'Some Font';
  });
  await expect(preview.page.locator('.paywall b')).toHaveCSS('font-family', '"Some Font"');
});

for (const direction of ['ltr', 'rtl'] as const)
  test(`a carousel that turns by itself shows its first page first (${direction})`, async ({
    preview,
  }) => {
    const pages = ['First', 'Second', 'Third'].map((words) => stack([text(words)]));
    const turning = carousel(pages, {
      loop: true,
      auto_advance: { ms_time_per_page: 2_000, ms_transition_time: 300 },
    });
    await preview.show(paywall([turning], { direction }), noon);
    const pieces = await preview.ask('textPieces');
    expect(pieces.map((piece) => piece.text)).toEqual(['First']);
    const current = preview.page.locator('.page:not([aria-hidden="true"])', { hasText: 'First' });
    await expect(current).toBeInViewport({ ratio: 0.9 });
  });

test('what a person does is told as events', async ({ preview }) => {
  await preview.show(
    paywall([
      button({ type: 'navigate_to', destination: 'customer_center' }, 'Help'),
      button({ type: 'workflow' }, 'Continue', { triggers: { on_press: 'to_plans' } }),
      button({ type: 'navigate_back' }, 'Back'),
      text('See [our site](https://example.com/terms)'),
    ]),
    noon,
  );
  await preview.page.getByText('Help').click();
  await preview.page.getByText('Continue').click();
  await preview.page.getByText('Back').click();
  await preview.page.getByRole('link').click();
  const events = await preview.ask('takeEvents');
  expect(events.filter(({ kind }) => kind !== 'interaction')).toEqual([
    { kind: 'customer-center' },
    { kind: 'action', actionId: 'to_plans' },
    { kind: 'back' },
    { kind: 'url', url: 'https://example.com/terms' },
  ]);
  expect(preview.page.context().pages()).toHaveLength(1);
});
