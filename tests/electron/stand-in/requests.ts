import type { Net, OnBeforeRequestListenerDetails, WebContents } from 'electron';
import type { Answered, RequestSeen } from '../calls.ts';
import { answering } from './link.ts';
import { handlerFor, isStandardAndSecure } from './protocol.ts';
import { sessionStandIn } from './session.ts';
import { contentsAt } from './web-contents.ts';

let lastId = 0;

const detailsOf = (seen: RequestSeen): OnBeforeRequestListenerDetails => {
  lastId += 1;
  const { url, method, resourceType, frame, initiator } = seen;
  return {
    id: lastId,
    url,
    method,
    resourceType,
    referrer: '',
    timestamp: 0,
    uploadData: [],
    frame: null,
    ...(frame === null ? {} : { webContentsId: frame.window }),
    ...(initiator === null ? {} : { initiatorOrigin: initiator.origin }),
  };
};

/** With what Electron adds to a request of the web. */
const requestOf = ({ url, method, headers, body, initiator }: RequestSeen): Request => {
  const hasBody = body !== null && method !== 'GET' && method !== 'HEAD';
  const request = new Request(url, {
    method,
    headers: { ...headers },
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  });
  if (initiator !== null)
    Object.defineProperty(request, 'initiatorOrigin', { value: initiator.origin });
  return request;
};

const answerOf = async (response: Response): Promise<Extract<Answered, { kind: 'answered' }>> => ({
  kind: 'answered',
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: new Uint8Array(await response.arrayBuffer()),
});

const isRedirect = (status: number): boolean => status >= 300 && status < 400;

/** Whatever answers, under which conditions; a page that asks in vain does not learn why. */
const answer = async (seen: RequestSeen): Promise<Answered> => {
  const { frame, navigation, url } = seen;
  if (frame !== null && navigation !== null && !contentsAt(frame.window).navigate(frame, seen))
    return { kind: 'refused' };
  if (!(await sessionStandIn.mayBeRequested(detailsOf(seen)))) return { kind: 'cancelled' };
  const handle = handlerFor(url);
  if (handle === null) return { kind: 'passed' };
  if (!isStandardAndSecure(new URL(url).protocol.slice(0, -1)))
    throw new Error('The stand-in serves only a scheme that is registered as standard and secure.');
  const answered = await answerOf(await handle(requestOf(seen)));
  if (!isRedirect(answered.status) || frame === null || navigation === null) return answered;
  const to = new URL(answered.headers['location'] ?? '', url).href;
  return contentsAt(frame.window).redirect(frame, to) ? answered : { kind: 'refused' };
};

answering('request', answer);
answering('download', ({ window, url, name }) =>
  sessionStandIn.mayDownload(contentsAt(window) as unknown as WebContents, url, name),
);

/** As main itself asks: nobody initiates it, and nothing of the session stands in between. */
export const net = Object.freeze({
  fetch: async (url: string, init?: RequestInit): Promise<Response> => {
    const request = new Request(url, init);
    return (await handlerFor(url)?.(request)) ?? fetch(request);
  },
} satisfies Pick<Net, 'fetch'>);
