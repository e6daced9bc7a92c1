import type { App, Event, WebContents, WebFrameMain } from 'electron';
import type { Log } from '../../app/log.ts';
import { originOf, previewOrigin, windowOrigin } from './scheme.ts';

/** A page, or somebody who drops a link on it, wants a frame to show something else. */
export interface Navigation {
  /** What the frame shows now; null: it is gone, or shows nothing yet. */
  readonly from: string | null;
  readonly to: string;
  readonly isMainFrame: boolean;
  /** Who wants it; null: no frame, or one that is gone. */
  readonly initiator: string | null;
}

const pathOf = (url: string | null): string | null =>
  url !== null && URL.canParse(url) ? new URL(url).pathname : null;

/** The window reloads itself, and nobody else reloads it. */
const isReload = ({ from, to, initiator }: Navigation): boolean =>
  from !== null &&
  originOf(from) === windowOrigin &&
  originOf(to) === windowOrigin &&
  pathOf(from) === pathOf(to) &&
  (initiator === null || initiator === windowOrigin);

/** The window frames the preview, and nothing else is ever shown. */
export const mayNavigate = (navigation: Navigation): boolean =>
  navigation.isMainFrame ? isReload(navigation) : originOf(navigation.to) === previewOrigin;

type Frame = Pick<WebFrameMain, 'url' | 'origin'>;

/** What the three events about a navigation have in common. */
type Details = Event<{
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly frame: Frame | null;
  readonly initiator?: Frame | null;
}>;

/** A frame that goes away while it is looked at throws for whatever it is asked. */
const read = (frame: Frame | null | undefined, name: keyof Frame): string | null => {
  try {
    return frame?.[name] ?? null;
  } catch {
    return null;
  }
};

/** Keeps the contents where they are: on the app's own pages, without further windows. */
export const guardContents = (contents: WebContents, log: Log): void => {
  const guard = (details: Details): void => {
    const { url, isMainFrame } = details;
    const from = read(details.frame, 'url');
    const initiator = read(details.initiator, 'origin');
    if (mayNavigate({ from, to: url, isMainFrame, initiator })) return;
    details.preventDefault();
    log.write('navigation', `A page wanted to show ${url}, which was refused.`);
  };

  contents.on('will-navigate', guard);
  contents.on('will-frame-navigate', guard);
  contents.on('will-redirect', guard);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    log.write('navigation', `A page wanted to open ${url}, which was refused.`);
    return { action: 'deny' };
  });
  // The content security policy says nothing about it.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
};

/** Guards everything that can show a page, from its beginning. */
export const guardNavigation = (app: Pick<App, 'on'>, log: Log): void => {
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, log);
  });
};
