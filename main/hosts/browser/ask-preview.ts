import type { Page } from 'playwright';
import type { Preview } from '../../../shared/paywall/preview-page.ts';

type Question = keyof Preview;
type Methods = Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;

/** Asks the page that shows paywalls; what it is given crosses as JSON. */
export const askPreview = async <Asked extends Question>(
  page: Page,
  asked: Asked,
  given: Parameters<Preview[Asked]>,
): Promise<Awaited<ReturnType<Preview[Asked]>>> =>
  // The page knows its own methods; what crosses has no type.
  (await page.evaluate(
    ([method, json]) =>
      (globalThis as unknown as { readonly preview: Methods }).preview[method]?.(
        ...(JSON.parse(json) as unknown[]),
      ),
    [asked, JSON.stringify(given)] as const,
  )) as Awaited<ReturnType<Preview[Asked]>>;
