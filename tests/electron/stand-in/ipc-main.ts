import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import type { FrameSeen, Invoked } from '../calls.ts';
import { createEvent } from './event.ts';
import { answering } from './link.ts';
import { contentsAt, frameOf } from './web-contents.ts';

type Imitated = Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>;
type Handler = Parameters<IpcMain['handle']>[1];

class IpcMainStandIn extends EventEmitter implements Imitated {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...values: unknown[]): unknown => {
      this.removeHandler(channel);
      return handler(event, ...values);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  async invoke(
    event: IpcMainInvokeEvent,
    channel: string,
    values: readonly unknown[],
  ): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const answer: unknown = await handler(event, ...values);
    return structuredClone(answer);
  }
}

export const ipcMain = new IpcMainStandIn();

const eventOf = (seen: FrameSeen): IpcMainInvokeEvent & IpcMainEvent => {
  const event: Pick<IpcMainInvokeEvent, 'frameId' | 'processId' | 'sender' | 'senderFrame'> = {
    frameId: seen.frame,
    processId: seen.window,
    sender: contentsAt(seen.window) as unknown as IpcMainEvent['sender'],
    senderFrame: frameOf(seen) as unknown as IpcMainEvent['senderFrame'],
  };
  return createEvent(event) as unknown as IpcMainInvokeEvent & IpcMainEvent;
};

const isGone = (seen: FrameSeen): boolean => contentsAt(seen.window).isDestroyed();

answering('invoke', async ({ frame, channel, values }): Promise<Invoked> => {
  try {
    if (isGone(frame)) throw new Error('reply was never sent');
    return { ok: true, value: await ipcMain.invoke(eventOf(frame), channel, values) };
  } catch (error) {
    // Codes, causes and fields stay behind, as they do in Electron.
    return { ok: false, message: String(error) };
  }
});

answering('send', ({ frame, channel, values }) => {
  if (!isGone(frame)) ipcMain.emit(channel, eventOf(frame), ...values);
});
