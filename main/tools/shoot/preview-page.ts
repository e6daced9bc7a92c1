import type { Browser, Page } from 'playwright';
import type { Preview, ShownPaywall } from '../../../shared/paywall/preview-page.ts';
import { type Surroundings, type Trouble, guard, listen, pageAddress } from './network.ts';

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** What the screen of the phone is like. */
export interface PageForm {
  readonly size: ScreenSize;
  readonly pixelsPerPoint: number;
}

type Question = keyof Preview;
type Answer<Asked extends Question> = Awaited<ReturnType<Preview[Asked]>>;

/** The page that shows paywalls, open in a browser. */
export interface PreviewPage {
  readonly page: Page;
  readonly size: ScreenSize;
  show(screen: ShownPaywall, nowMs: number): Promise<void>;
  ask<Asked extends Question>(
    asked: Asked,
    ...given: Parameters<Preview[Asked]>
  ): Promise<Answer<Asked>>;
  /** What went wrong since it was asked last. */
  takeTroubles(): readonly Trouble[];
  close(): Promise<void>;
}

type Methods = Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;

const call = async (page: Page, asked: Question, given: readonly unknown[]): Promise<unknown> =>
  await page.evaluate(
    ([method, values]) =>
      (globalThis as unknown as { readonly preview: Methods }).preview[method]?.(...values),
    [asked, given] as const,
  );

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Opens the page in a context of its own. */
export const openPreviewPage = async (
  browser: Browser,
  around: Surroundings,
  { size, pixelsPerPoint }: PageForm,
): Promise<PreviewPage> => {
  const troubles: Trouble[] = [];
  const report = (trouble: Trouble): void => void troubles.push(trouble);
  const context = await browser.newContext({ viewport: size, deviceScaleFactor: pixelsPerPoint });
  await guard(context, around, report);
  const page = await context.newPage();
  listen(page, report);
  await page.goto(pageAddress(around));

  const ask = async <Asked extends Question>(
    asked: Asked,
    ...given: Parameters<Preview[Asked]>
  ): Promise<Answer<Asked>> => (await call(page, asked, given)) as Answer<Asked>;

  const show = async ({ props, locale, direction }: ShownPaywall, nowMs: number) => {
    try {
      await ask('show', { props, locale, direction }, { at: nowMs, isRunning: false });
    } catch (error) {
      report({ kind: 'page-error', text: messageOf(error) });
    }
    await ask('settle');
    // What the renderer catches in a part of the paywall, it only tells its host.
    for (const event of await ask('takeEvents'))
      if (event.kind === 'error') report({ kind: 'page-error', text: event.message });
  };

  return Object.freeze({
    page,
    size,
    show,
    ask,
    takeTroubles: () => troubles.splice(0),
    close: async () => {
      // A request that is still on its way cannot be answered any more, and nobody minds.
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    },
  });
};
