import type { Frame, Request } from 'playwright/test';
import { mapStrings, toMain } from '../addresses.ts';
import type { FrameSeen, RequestSeen } from '../calls.ts';

const resourceTypes: Readonly<Record<string, RequestSeen['resourceType']>> = {
  stylesheet: 'stylesheet',
  script: 'script',
  image: 'image',
  font: 'font',
  fetch: 'xhr',
  xhr: 'xhr',
  ping: 'ping',
  media: 'media',
  websocket: 'webSocket',
};

/** Null: the frame is gone, or not known yet, as that of a window that is about to open. */
export const frameOfRequest = (request: Request): Frame | null => {
  try {
    return request.frame();
  } catch {
    return null;
  }
};

const typeOf = (request: Request, frame: Frame | null): RequestSeen['resourceType'] => {
  if (!request.isNavigationRequest()) return resourceTypes[request.resourceType()] ?? 'other';
  return frame?.parentFrame() == null ? 'mainFrame' : 'subFrame';
};

/** A frame that shows nothing yet was told by its parent what to show. */
const initiatorOf = (frame: Frame, isNavigation: boolean): Frame => {
  const isNew = frame.url() === '' || frame.url() === 'about:blank';
  return isNavigation && isNew ? (frame.parentFrame() ?? frame) : frame;
};

/** What main is told of a request. */
export const seeRequest = (
  request: Request,
  isByBrowser: boolean,
  see: (frame: Frame) => FrameSeen | null,
): RequestSeen => {
  const frame = frameOfRequest(request);
  const isNavigation = request.isNavigationRequest();
  const initiator = frame === null || isByBrowser ? null : initiatorOf(frame, isNavigation);
  const body = request.postDataBuffer();
  return {
    url: toMain(request.url()),
    method: request.method(),
    headers: mapStrings(request.headers(), toMain) as Record<string, string>,
    body: body === null ? null : new Uint8Array(body),
    resourceType: typeOf(request, frame),
    frame: frame && see(frame),
    initiator: initiator && see(initiator),
    navigation: isNavigation ? { isByPage: !isByBrowser } : null,
  };
};
