import { type PreparedScreen, prepareScreen } from '../../shared/paywall/prepare-screen.ts';
import type { PresentedScreen, PreviewEvent } from '../../shared/paywall/preview-page.ts';
import { isObject, own } from '../../shared/paywall/wire/json.ts';
import type { ScreenRequest } from '../../shared/stage/frame-messages.ts';
import { messageOf } from '../../shared/error-text.ts';
import { type OpenPages, packageOfTab, turnedPages, withOpenPages } from './open-pages.ts';
import { createReadied } from './readied.ts';
import { withinSafeArea } from './safe-area.ts';
import { watchSelection, withProbe } from './selection-probe.ts';
import type { Stage } from './stage.ts';
import { type OpenedTab, hearEvent } from './tab-names.ts';
import { afterMs } from './waiting.ts';
import { bringBack, whereaboutsIn } from './whereabouts.ts';

/** Told of another package that a person has selected, once what depends on it was drawn again. */
export type OnSelected = (packageId: string | null) => void;

/** Makes screens of a workflow ready, mounts them, and keeps to what is selected on them. */
export interface Presenter {
  load(json: string): void;
  /** Makes a screen ready that may be asked for next. */
  prepare(request: ScreenRequest): void;
  /** Throws where there is no such screen, or where it cannot be mounted. */
  present(request: ScreenRequest, onSelected: OnSelected): PresentedScreen;
  /** Follows what the renderer says; returns it as it is to be told. */
  hear(event: PreviewEvent): PreviewEvent;
  /** Takes away what is there. */
  clear(): void;
}

/** A screen as it is on the stage. */
interface Shown {
  readonly request: ScreenRequest;
  readonly onSelected: OnSelected;
  readonly openTabs: Map<string, number>;
  /** As it is mounted. */
  screen: PreparedScreen;
  /** Now; what is mounted may still have been made for another one. */
  selectedId: string | null;
}

const locate =
  (files: Readonly<Record<string, string>>) =>
  (original: string): string | null => {
    const name = Object.hasOwn(files, original) ? files[original] : undefined;
    return name === undefined ? null : `assets/${name}`;
  };

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};

export const createPresenter = (stage: Stage, report: (event: PreviewEvent) => void): Presenter => {
  let paper: unknown = null;
  let shown: Shown | null = null;
  let stopWatching = (): void => undefined;

  const prepared = ({ screenId, circumstances, files }: ScreenRequest): PreparedScreen => {
    const screen = own(own(paper, 'screens'), screenId);
    if (!isObject(screen)) throw new Error(`There is no screen ${screenId.slice(0, 80)}.`);
    const located = files === null ? {} : { assetUrl: locate(files) };
    return prepareScreen(screen, own(paper, 'uiConfig'), { ...circumstances, ...located });
  };

  /** As it is mounted. */
  const equipped = (request: ScreenRequest, open: OpenPages): PreparedScreen => {
    const screen = prepared(request);
    const safe = withinSafeArea(screen.props, request.safeArea);
    const opened = withOpenPages(safe, open, screen.selectedPackageId);
    return { ...screen, props: withProbe(opened) };
  };

  const readied = createReadied((request) => equipped(request, new Map()));

  const watch = (current: Shown): void => {
    stopWatching();
    const layer = stage.layer();
    if (layer === null) return;
    stopWatching = watchSelection(layer, current.screen.props, (packageId) => {
      follow(packageId, current);
    });
  };

  /** False where something newer came in between. */
  const redraw = async (packageId: string | null, current: Shown): Promise<boolean> => {
    const layer = stage.layer();
    if (layer === null) return false;
    const { circumstances } = current.request;
    const request = {
      ...current.request,
      circumstances: { ...circumstances, selectedPackageId: packageId },
    };
    const screen = equipped(request, new Map([...current.openTabs, ...turnedPages(layer)]));
    const isSeen = await stage.exchange(screen, (former, coming) => {
      bringBack(coming, whereaboutsIn(former));
    });
    if (!isSeen || shown !== current) return false;
    current.screen = screen;
    watch(current);
    return true;
  };

  /** An open sheet would be closed: what depends on the selection is drawn again afterwards. */
  const isSheetOpen = (): boolean => stage.layer()?.querySelector('.sheet') != null;

  const select = async (packageId: string | null, current: Shown, isDrawn: boolean) => {
    current.selectedId = packageId;
    const { dependsOnSelection, selectedPackageId: drawnWith } = current.screen;
    const isOutdated = dependsOnSelection && packageId !== drawnWith && !isSheetOpen();
    if (isDrawn && !isOutdated) current.onSelected(packageId);
    else if (await redraw(packageId, current)) current.onSelected(packageId);
  };

  const follow = (packageId: string | null, current: Shown, isDrawn = true): void => {
    if (shown !== current || packageId === current.selectedId) return;
    select(packageId, current, isDrawn).catch((error: unknown) => {
      report({ kind: 'error', message: messageOf(error) });
    });
  };

  /** Where two tabs are built alike, the renderer does not select the package of the one it opens. */
  const openTab = async (tab: OpenedTab, current: Shown): Promise<void> => {
    current.openTabs.set(tab.owner, tab.index);
    await afterMs(0);
    const packageId = packageOfTab(current.screen.props, tab);
    if (packageId !== null) follow(packageId, current, false);
  };

  const clear = (): void => {
    shown = null;
    stopWatching();
    stage.clear();
  };

  return Object.freeze<Presenter>({
    clear,
    load: (json) => {
      paper = parsed(json);
      readied.forget();
    },
    prepare: (request) => {
      readied.ahead(request);
    },
    hear: (told) => {
      const { event, openedTab } = hearEvent(told);
      if (openedTab !== null && shown !== null) void openTab(openedTab, shown);
      return event;
    },
    present: (request, onSelected) => {
      clear();
      const screen = readied.screen(request);
      const { locale, direction, selectedPackageId, problems } = screen;
      shown = { request, onSelected, openTabs: new Map(), screen, selectedId: selectedPackageId };
      stage.show(screen, request.moment);
      watch(shown);
      return { locale, direction, selectedPackageId, problems };
    },
  });
};
