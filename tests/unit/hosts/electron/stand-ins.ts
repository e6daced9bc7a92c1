import { EventEmitter } from 'node:events';
import type { WebContents, WebFrameMain } from 'electron';
import type { Log } from '../../../../main/app/log.ts';

/** A log that keeps what is written into it, and what is hidden from it. */
export const openTestLog = () => {
  const lines: string[] = [];
  const hidden: string[] = [];
  const log: Log = {
    write: (part, message) => void lines.push(`${part}: ${message}`),
    hide: (secret) => void hidden.push(secret),
    withoutHidden: (text) => text,
  };
  return { log, lines, hidden };
};

export const frameOf = (origin: string, url = `${origin}/`): WebFrameMain =>
  ({ origin, url }) as unknown as WebFrameMain;

/** A frame as Electron leaves it behind when its page is gone. */
export const goneFrame = (): WebFrameMain => {
  const refuse = (): never => {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed');
  };
  return Object.defineProperties({}, { origin: { get: refuse }, url: { get: refuse } }) as never;
};

/** As much of a window's contents as a test needs: its events, its frames, what it was sent. */
export class TestContents extends EventEmitter {
  readonly id: number;
  readonly mainFrame: WebFrameMain;
  readonly sent: (readonly [channel: string, message: unknown])[] = [];
  isGone = false;

  constructor(id: number, origin = 'app://window') {
    super();
    this.id = id;
    this.mainFrame = frameOf(origin);
  }

  send(channel: string, message: unknown): void {
    this.sent.push([channel, message]);
  }

  isDestroyed(): boolean {
    return this.isGone;
  }

  get contents(): WebContents {
    return this as unknown as WebContents;
  }
}

/** Lets everything happen that waits for nothing but its turn. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
