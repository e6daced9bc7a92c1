import { type PreparedScreen, prepareScreen } from '../../shared/paywall/prepare-screen.ts';
import type { PresentedScreen, PreviewEvent } from '../../shared/paywall/preview-page.ts';
import { isObject, own } from '../../shared/paywall/wire/json.ts';
import type { ScreenRequest } from '../../shared/stage/frame-messages.ts';
import { messageOf } from '../../shared/error-text.ts';
import { elementsById, withMarks } from './component-marks.ts';
import { idsAround, placesOfIds } from './component-places.ts';
import { type OpenPages, packageOfTab, turnedPages, withOpenPages } from './open-pages.ts';
import { createIdleWork } from './idle-work.ts';
import { createReadied } from './readied.ts';
import { withinSafeArea } from './safe-area.ts';
import { watchSelection, withProbe } from './selection-probe.ts';
import type { Stage } from './stage.ts';
import { type OpenedTab, hearEvent } from './tab-names.ts';
import { afterMs, whenIdle } from './waiting.ts';
import { type Whereabouts, bringBack, whereaboutsIn } from './whereabouts.ts';

/** Told of another package that a person has selected, once what depends on it was drawn again. */
export type OnSelected = (packageId: string | null) => void;

/** What a place of a screen's JSON leads to. */
export interface Sought {
  /** There is a component around it, or it is one. */
  readonly isInComponent: boolean;
  /** Null: none of them is seen, or can be told from others. */
  readonly element: Element | null;
}

/** Makes screens of a workflow ready, mounts them, and keeps to what is selected on them. */
export interface Presenter {
  load(json: string): void;
  /** Makes screens ready that may be asked for next, in the place of those before. */
  prepare(requests: readonly ScreenRequest[]): void;
  /** Throws where there is no such screen, or where it cannot be mounted. */
  present(request: ScreenRequest, onSelected: OnSelected): PresentedScreen;
  /** What is drawn of the innermost component around a place of the screen's JSON. */
  elementAt(place: string): Sought;
  /** Where the component stands in the screen's JSON that an element is drawn for; null: unknown. */
  placeOf(element: Element): string | null;
  /** Follows what the renderer says; returns it as it is to be told. */
  hear(event: PreviewEvent): PreviewEvent;
  /** Takes away what is there. */
  clear(): void;
}

/** A screen as it is on the stage. */
interface Shown {
  readonly paper: unknown;
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

/** What is asked for, whatever the time is. */
const besidesTime = ({ circumstances, screenId, files, safeArea }: ScreenRequest): string =>
  JSON.stringify([screenId, { ...circumstances, nowMs: 0 }, files, safeArea]);

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
    return { ...screen, props: withMarks(withProbe(opened)) };
  };

  /** Where somebody is on what is shown, if the same is asked for at another time; null: nowhere. */
  const whereaboutsAt = (request: ScreenRequest): Whereabouts | null => {
    const layer = stage.layer();
    if (layer === null || shown === null || shown.paper !== paper) return null;
    if (besidesTime(request) !== besidesTime(shown.request)) return null;
    const where = whereaboutsIn(layer);
    // Whoever moves the clock is somewhere else in the window, and stays there.
    return document.hasFocus() ? where : { ...where, focused: -1 };
  };

  const readied = createReadied((request) => equipped(request, new Map()));
  const idle = createIdleWork(whenIdle);

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

  const leave = (): void => {
    idle.stop();
    shown = null;
    stopWatching();
  };

  const clear = (): void => {
    leave();
    stage.clear();
  };

  const madeReady = (request: ScreenRequest): PreparedScreen => {
    try {
      return readied.screen(request);
    } catch (error) {
      stage.clear();
      throw error;
    }
  };

  /** Where files are not in the cache, they would be fetched for somebody who may never see them. */
  const mountAhead = (request: ScreenRequest): void => {
    if (request.files !== null) stage.mountAhead(readied.screen(request));
  };

  /** What is shown, in its JSON and on the page; null: nothing is. */
  const looked = () => {
    const layer = stage.layer();
    if (layer === null || shown === null) return null;
    const json = own(own(shown.paper, 'screens'), shown.request.screenId);
    const elements = elementsById(layer, shown.screen.props);
    return { json, elements, places: placesOfIds(json) };
  };

  return Object.freeze<Presenter>({
    clear,
    elementAt: (place) => {
      const found = looked();
      const ids = found === null ? [] : idsAround(found.json, place);
      const elements = ids.flatMap((id) =>
        found?.places.get(id) == null ? [] : (found.elements.get(id) ?? []),
      );
      return { isInComponent: ids.length > 0, element: elements[0] ?? null };
    },
    placeOf: (element) => {
      const found = looked();
      if (found === null) return null;
      const ids = new Map([...found.elements].map(([id, each]) => [each, id]));
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const place = found.places.get(ids.get(at) ?? '');
        if (place != null) return place;
      }
      return null;
    },
    load: (json) => {
      paper = parsed(json);
      idle.stop();
      readied.forget();
    },
    prepare: (requests) => {
      idle.start([
        () => stage.tidy(),
        ...requests.flatMap((request) => [
          () => void readied.screen(request),
          () => mountAhead(request),
        ]),
      ]);
    },
    hear: (told) => {
      const { event, openedTab } = hearEvent(told);
      if (openedTab !== null && shown !== null) void openTab(openedTab, shown);
      return event;
    },
    present: (request, onSelected) => {
      const where = whereaboutsAt(request);
      leave();
      const screen = madeReady(request);
      const { locale, direction, selectedPackageId, problems } = screen;
      shown = {
        paper,
        request,
        onSelected,
        openTabs: new Map(),
        screen,
        selectedId: selectedPackageId,
      };
      stage.show(screen, request.moment);
      const layer = stage.layer();
      if (where !== null && layer !== null) bringBack(layer, where);
      watch(shown);
      return { locale, direction, selectedPackageId, problems };
    },
  });
};
