import type { Browser, Page } from 'playwright';
import { messageOf } from '../../../shared/error-text.ts';
import type { Preview, ShownPaywall } from '../../../shared/paywall/preview-page.ts';
import type { PaywallProblem } from '../../../shared/paywall/problems.ts';
import type { ScreenSize } from '../../../shared/stage/devices.ts';
import type { ScreenRequest } from '../../../shared/stage/frame-messages.ts';
import { askPreview } from '../../hosts/browser/ask-preview.ts';
import { type Surroundings, type Trouble, guard, listen, pageAddress } from './network.ts';

/** What the screen of the phone is like. */
export interface PageForm {
  readonly size: ScreenSize;
  readonly pixelsPerPoint: number;
}

/** A screen as it comes over the wire, and how it is looked at. */
export interface ScreenPaper {
  readonly json: string;
  readonly request: ScreenRequest;
}

type Question = keyof Preview;
type Answer<Asked extends Question> = Awaited<ReturnType<Preview[Asked]>>;

/** The page that shows paywalls, open in a browser. */
export interface PreviewPage {
  readonly page: Page;
  readonly size: ScreenSize;
  /** Prepares a screen of a project in the page, and mounts it. */
  present(paper: ScreenPaper): Promise<readonly PaywallProblem[]>;
  /** Mounts what needs no preparation. */
  show(screen: ShownPaywall, nowMs: number): Promise<void>;
  ask<Asked extends Question>(
    asked: Asked,
    ...given: Parameters<Preview[Asked]>
  ): Promise<Answer<Asked>>;
  /** What went wrong since it was asked last. */
  takeTroubles(): readonly Trouble[];
  close(): Promise<void>;
}

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

  const ask: PreviewPage['ask'] = (asked, ...given) => askPreview(page, asked, given);

  const mount = async <T>(work: () => Promise<T>): Promise<T | null> => {
    const done = await work().catch((error: unknown) => {
      report({ kind: 'page-error', text: messageOf(error) });
      return null;
    });
    await ask('settle');
    // What the renderer catches in a part of the paywall, it only tells its host.
    for (const event of await ask('takeEvents'))
      if (event.kind === 'error') report({ kind: 'page-error', text: event.message });
    return done;
  };

  const present = async ({ json, request }: ScreenPaper) => {
    await ask('load', json);
    const screen = await mount(() => ask('present', request));
    return screen?.problems ?? [];
  };

  const show = async ({ props, locale, direction }: ShownPaywall, nowMs: number) => {
    await mount(() => ask('show', { props, locale, direction }, { at: nowMs, isRunning: false }));
  };

  return Object.freeze({
    page,
    size,
    present,
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
