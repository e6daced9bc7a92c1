import { setTimeout } from 'node:timers/promises';
import type { Browser, Frame, Page } from 'playwright';
import { prepareScreen } from '../../../../shared/paywall/prepare-screen.ts';
import type { ShownPaywall } from '../../../../shared/paywall/preview-page.ts';
import type { PaywallJson } from '../../../../shared/paywall/wire/json.ts';
import type { ScreenRequest, ToFrame } from '../../../../shared/stage/frame-messages.ts';
import {
  forgetPaint,
  nowInPage,
  openContext,
  paintIn,
  startHost,
  withBrowser,
} from '../kit/browser.ts';
import { inEmptyFolder } from '../kit/round-folder.ts';
import { type Bench, type Row, onlyFigure } from '../row.ts';

type Host = Awaited<ReturnType<typeof startHost>>;

/** The window with a paywall on its stage. */
interface Stage {
  readonly page: Page;
  readonly frame: Frame;
}

/** The keys that lead to the step beside this one, as if somebody pressed them. */
const press = (by: 1 | -1): string => {
  const key = by === 1 ? 'ArrowDown' : 'ArrowUp';
  const event = { key, code: key, altKey: true, bubbles: true, cancelable: true };
  return `document.body.dispatchEvent(new KeyboardEvent('keydown', ${JSON.stringify(event)}))`;
};

const settled = (page: Page): Promise<unknown> =>
  page.locator('iframe[title^="Paywall"][aria-busy="false"]').waitFor();

/** Nobody presses a button sooner after they have seen a screen. */
const lookMs = 300;

/** How long it takes from the key that is pressed until the next screen is painted. */
const move = async ({ page, frame }: Stage, by: 1 | -1): Promise<number> => {
  await setTimeout(lookMs);
  await forgetPaint(frame);
  const startedAt = await page.evaluate<number>(
    `(() => { const at = ${nowInPage}; ${press(by)}; return at; })()`,
  );
  const paintedAt = await paintIn(frame);
  await settled(page);
  return paintedAt - startedAt;
};

const openStage = async (browser: Browser, { address, previewAddress }: Host): Promise<Stage> => {
  const page = await (await openContext(browser)).newPage();
  await page.goto(address);
  await settled(page);
  const frame = page.frames().find((each) => each.url().startsWith(previewAddress));
  if (frame === undefined) throw new Error('the window has no frame');
  return { page, frame };
};

/** What the frame was told last of its kind. */
const lastTold = <Kind extends ToFrame['kind']>(
  { frame }: Stage,
  kind: Kind,
): Promise<Extract<ToFrame, { kind: Kind }>> =>
  frame.evaluate<Extract<ToFrame, { kind: Kind }>>(
    `globalThis.told.findLast((each) => each.kind === '${kind}')`,
  );

const addresses =
  ({ files }: ScreenRequest) =>
  (original: string): string | null => {
    const name = files !== null && Object.hasOwn(files, original) ? files[original] : undefined;
    return name === undefined ? null : `assets/${name}`;
  };

/** The screen that is on the stage, as the renderer takes it. */
const preparedOf = async (stage: Stage): Promise<ShownPaywall> => {
  const [{ json }, { request }] = [await lastTold(stage, 'load'), await lastTold(stage, 'show')];
  const { screens, uiConfig } = JSON.parse(json) as {
    readonly screens: Readonly<Record<string, PaywallJson>>;
    readonly uiConfig: unknown;
  };
  const circumstances = { ...request.circumstances, assetUrl: addresses(request) };
  const screen = prepareScreen(screens[request.screenId] ?? {}, uiConfig, circumstances);
  return { props: screen.props, locale: screen.locale, direction: screen.direction };
};

/** A page of the size of the frame, with nothing in it but the renderer. */
const openBare = async (browser: Browser, { previewAddress }: Host, stage: Stage) => {
  const page = await (await openContext(browser)).newPage();
  const [width, height] = await stage.frame.evaluate<[number, number]>('[innerWidth, innerHeight]');
  await page.setViewportSize({ width, height });
  await page.goto(`${previewAddress}/index.html`);
  return page;
};

const mountBare = async (page: Page, paywall: ShownPaywall): Promise<number> => {
  await page.evaluate('globalThis.preview.clear()');
  await setTimeout(lookMs);
  await forgetPaint(page);
  const startedAt = await page.evaluate<number>(
    `(() => { const at = ${nowInPage}; void globalThis.preview.show(${JSON.stringify(paywall)}, null); return at; })()`,
  );
  const paintedAt = await paintIn(page);
  await page.evaluate('globalThis.preview.settle()');
  return paintedAt - startedAt;
};

const measureIn = async (bench: Bench, browser: Browser, folder: string): Promise<void> => {
  const host = await startHost(folder);
  const stage = await openStage(browser, host);
  // To the last step of the demo's first workflow, which has the packages.
  for (let step = 0; step < 3; step += 1) await move(stage, 1);
  const prepared = await preparedOf(stage);
  const bare = await openBare(browser, host, stage);
  await bench.inTurn({ rounds: 41, warmUps: 8 }, async () => {
    await bare.bringToFront();
    const against = await mountBare(bare, prepared);
    await stage.page.bringToFront();
    await move(stage, -1);
    return [{ against, ours: await move(stage, 1) }];
  });
  await host.close();
};

const measure = (bench: Bench): Promise<void> =>
  withBrowser((browser) =>
    inEmptyFolder(bench.folder, (folder) => measureIn(bench, browser, folder)),
  );

/** Whether what lies between a person and the renderer is felt. */
export const screen: Row = {
  name: 'screen',
  about:
    'switching to another screen of a workflow until it is painted ÷ mounting the renderer bare',
  unit: 'ms',
  figures: onlyFigure(1.3),
  measure,
};
