import type { Bridge } from '../../shared/contract/bridge.ts';
import { protocolsFor, socketPath } from '../../shared/contract/socket.ts';
import type { ConnectionStatus } from './connection-status.ts';
import { createSocketBridge } from './socket-bridge.ts';
import type { SocketEvents } from './socket-link.ts';
import { keepToken, takeToken } from './token.ts';

declare global {
  interface Window {
    /** What the preload put there; a browser has none. */
    readonly paywallPreview?: Bridge;
  }
}

const tokenOfPage = (): string | null =>
  takeToken({
    fragment: location.hash,
    kept: sessionStorage,
    clearAddress: () => {
      history.replaceState(null, '', location.pathname);
    },
  });

const connectSocket = (token: string | null, events: SocketEvents): WebSocket | null => {
  if (token === null) return null;
  const url = new URL(socketPath, location.href);
  url.protocol = 'ws:';
  const socket = new WebSocket(url, protocolsFor(token));
  socket.addEventListener('message', ({ data }) => {
    if (typeof data === 'string') events.onText(data);
  });
  socket.addEventListener('close', ({ code }) => {
    events.onClose(code);
  });
  return socket;
};

/** Somebody pastes a new address into a tab that shows an old one: the browser loads nothing then. */
const followNewAddress = (): void => {
  addEventListener('hashchange', () => {
    if (location.hash === '') return;
    tokenOfPage();
    location.reload();
  });
};

/**
 * The bridge of the host that the window runs in. `onStatus` is told, later and whenever it changes,
 * whether the app can be reached; in the app's own window that is always so.
 */
export const connectBridge = (onStatus: (status: ConnectionStatus) => void): Bridge => {
  if (window.paywallPreview !== undefined) {
    queueMicrotask(() => {
      onStatus('connected');
    });
    return window.paywallPreview;
  }
  let token = tokenOfPage();
  followNewAddress();
  return createSocketBridge({
    connect: (events) => connectSocket(token, events),
    onToken: (another) => {
      token = another;
      keepToken(sessionStorage, another);
    },
    onStatus,
  });
};
