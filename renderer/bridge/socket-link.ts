import {
  type HostMessageEnvelope,
  type WindowMessage,
  closeCodes,
  hostMessageSchema,
} from '../../shared/contract/socket.ts';
import type { ConnectionStatus } from './connection-status.ts';

/** What is used of a WebSocket. */
export interface Socket {
  send(text: string): void;
  close(): void;
}

/** What becomes of a socket. */
export interface SocketEvents {
  readonly onText: (text: string) => void;
  readonly onClose: (code: number) => void;
}

export interface SocketLinkOptions {
  /** Begins to open a socket; null: the page has no token, and never gets in. */
  readonly connect: (events: SocketEvents) => Socket | null;
  readonly onStatus: (status: ConnectionStatus) => void;
  /** What let the page in does so no more; this does from now on. */
  readonly onToken: (token: string) => void;
  readonly onMessage: (message: HostMessageEnvelope) => void;
  /** How long to wait before the n-th try in turn, from 0 on. */
  readonly pauseMs?: (tries: number) => number;
}

/** One socket after the other, for as long as the page is open. */
export interface SocketLink {
  /** False: there is no connection, and it was not sent. */
  send(message: WindowMessage): boolean;
  close(): void;
}

/** Soon at first, when an app that was started again is there at once; then not to be a burden. */
const growingPause = (tries: number): number => Math.min(200 * 2 ** tries, 5_000);

const parse = (text: string): HostMessageEnvelope | null => {
  try {
    const parsed = hostMessageSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

export const openSocketLink = (options: SocketLinkOptions): SocketLink => {
  const { connect, onStatus, onToken, onMessage, pauseMs = growingPause } = options;
  let socket: Socket | null = null;
  let isOpen = false;
  let wasOpen = false;
  let isLeft = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const onText = (text: string): void => {
    const message = parse(text);
    if (message === null) return;
    if (message.kind !== 'welcome') {
      onMessage(message);
      return;
    }
    isOpen = true;
    if (message.token !== null) onToken(message.token);
    wasOpen = true;
    tries = 0;
    onStatus('connected');
  };

  const onClose = (code: number): void => {
    isOpen = false;
    if (isLeft) return;
    if (code === closeCodes.unknownToken) {
      onStatus('refused');
      return;
    }
    onStatus(wasOpen ? 'lost' : 'connecting');
    timer = setTimeout(open, pauseMs(tries));
    tries += 1;
  };

  const open = (): void => {
    socket = connect({ onText, onClose });
    if (socket === null) onStatus('refused');
  };

  // Nobody who makes a link has it yet while this runs.
  timer = setTimeout(open, 0);

  return Object.freeze({
    send: (message: WindowMessage) => {
      if (socket === null || !isOpen) return false;
      socket.send(JSON.stringify(message));
      return true;
    },
    close: () => {
      isLeft = true;
      isOpen = false;
      if (timer !== null) clearTimeout(timer);
      socket?.close();
    },
  });
};
