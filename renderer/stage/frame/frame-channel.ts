import {
  type FromFrame,
  type ToFrame,
  fromFrameSchema,
} from '../../../shared/stage/frame-messages.ts';

/** Messages to and from one frame. */
export interface FrameChannel {
  post(message: ToFrame): void;
  close(): void;
}

interface ChannelOptions {
  readonly frame: HTMLIFrameElement;
  readonly origin: string;
  readonly onMessage: (message: FromFrame) => void;
}

/** Hears nobody but the page that belongs into the frame; what it cannot have said is left unheard. */
export const openFrameChannel = ({ frame, origin, onMessage }: ChannelOptions): FrameChannel => {
  const listening = new AbortController();
  addEventListener(
    'message',
    (event: MessageEvent<unknown>) => {
      if (event.source === null || event.source !== frame.contentWindow) return;
      if (event.origin !== origin) return;
      const message = fromFrameSchema.safeParse(event.data);
      if (message.success) onMessage(message.data);
    },
    { signal: listening.signal },
  );
  return Object.freeze({
    post: (message: ToFrame) => frame.contentWindow?.postMessage(message, origin),
    close: () => listening.abort(),
  });
};
