import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { quitOrderly } from '../../../../main/hosts/electron/quit.ts';
import { openTestLog, settle } from './stand-ins.ts';

const open = () => {
  const closed = Promise.withResolvers<undefined>();
  const timeIsOver = Promise.withResolvers<undefined>();
  const close = vi.fn(() => closed.promise);
  const app = Object.assign(new EventEmitter(), { exit: vi.fn() });
  const { log, lines } = openTestLog();
  const limit = () => timeIsOver.promise;
  const leave = quitOrderly({ app: app as unknown as App, log, close, limit });
  const quit = () => {
    const preventDefault = vi.fn();
    app.emit('will-quit', { preventDefault });
    return preventDefault;
  };
  return { app, close, closed, timeIsOver, leave, quit, lines };
};

describe('a quit', () => {
  it('waits until everything is on disk', async () => {
    const { app, quit, closed } = open();
    expect(quit()).toHaveBeenCalledOnce();
    await settle();
    expect(app.exit).not.toHaveBeenCalled();
    closed.resolve(undefined);
    await settle();
    expect(app.exit).toHaveBeenCalledExactlyOnceWith(0);
  });

  it('closes the app once, however often people ask for it', async () => {
    const { app, quit, close, closed, leave } = open();
    quit();
    expect(quit()).toHaveBeenCalledOnce();
    leave(1);
    closed.resolve(undefined);
    await settle();
    expect(close).toHaveBeenCalledOnce();
    expect(app.exit).toHaveBeenCalledExactlyOnceWith(0);
  });

  it('does not wait for ever', async () => {
    const { app, quit, timeIsOver } = open();
    quit();
    timeIsOver.resolve(undefined);
    await settle();
    expect(app.exit).toHaveBeenCalledExactlyOnceWith(0);
  });

  it('ends also where closing fails', async () => {
    const { app, leave, closed, lines } = open();
    leave(1);
    closed.reject(new Error('EIO'));
    await settle();
    expect(app.exit).toHaveBeenCalledExactlyOnceWith(1);
    expect(lines).toEqual(['quit: Not everything was closed: Error: EIO']);
  });
});
