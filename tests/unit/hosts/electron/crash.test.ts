import { EventEmitter } from 'node:events';
import type { App, MessageBoxOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import {
  type CrashedWindow,
  watchProcesses,
  watchWindow,
} from '../../../../main/hosts/electron/crash.ts';
import { watchFatal } from '../../../../main/hosts/electron/fatal.ts';
import { openTestLog, settle } from './stand-ins.ts';

const open = () => {
  const webContents = Object.assign(new EventEmitter(), { forcefullyCrashRenderer: vi.fn() });
  const window = Object.assign(new EventEmitter(), {
    webContents,
    isDestroyed: () => false,
    reload: vi.fn(),
  });
  const answer = Promise.withResolvers<number>();
  const ask = vi.fn((_window: CrashedWindow, _options: MessageBoxOptions) => answer.promise);
  const quit = vi.fn();
  const { log, lines } = openTestLog();
  watchWindow(window as unknown as CrashedWindow, { log, ask, quit });
  const die = (reason: string) =>
    webContents.emit('render-process-gone', {}, { reason, exitCode: 5 });
  const asked = () => ask.mock.calls.map(([, { message, buttons }]) => [message, buttons]);
  return { window, webContents, ask, asked, answer, quit, lines, die };
};

describe('a window whose page', () => {
  it('is gone offers a reload', async () => {
    const { die, answer, window, quit, lines, asked } = open();
    die('crashed');
    expect(asked()).toEqual([['The window has stopped', ['Reload', 'Quit']]]);
    answer.resolve(0);
    await settle();
    expect(window.reload).toHaveBeenCalledOnce();
    expect(quit).not.toHaveBeenCalled();
    expect(lines).toEqual(["crash: The window's page is gone: crashed, 5."]);
  });

  it('is gone offers the way out', async () => {
    const { die, answer, window, quit } = open();
    die('oom');
    answer.resolve(1);
    await settle();
    expect(window.reload).not.toHaveBeenCalled();
    expect(quit).toHaveBeenCalledOnce();
  });

  it('ended as it should asks nothing', () => {
    const { die, ask } = open();
    die('clean-exit');
    expect(ask).not.toHaveBeenCalled();
  });

  it('hangs can be waited for', async () => {
    const { window, answer, asked, webContents } = open();
    window.emit('unresponsive');
    expect(asked()).toEqual([['The window does not answer', ['Wait', 'Reload']]]);
    answer.resolve(0);
    await settle();
    expect(webContents.forcefullyCrashRenderer).not.toHaveBeenCalled();
    expect(window.reload).not.toHaveBeenCalled();
  });

  it('hangs is ended before it is reloaded, without a second question', async () => {
    const { window, answer, webContents, ask, die } = open();
    window.emit('unresponsive');
    answer.resolve(1);
    await settle();
    die('killed');
    expect(webContents.forcefullyCrashRenderer).toHaveBeenCalledOnce();
    expect(window.reload).toHaveBeenCalledOnce();
    expect(ask).toHaveBeenCalledOnce();
    die('crashed');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('fails twice is asked about once', () => {
    const { die, ask, window } = open();
    window.emit('unresponsive');
    die('crashed');
    expect(ask).toHaveBeenCalledOnce();
  });

  it('cannot be asked about is noted', async () => {
    const { window, answer, lines } = open();
    window.emit('unresponsive');
    answer.reject(new Error('closed'));
    await settle();
    window.emit('responsive');
    expect(lines).toEqual([
      'crash: The window does not answer.',
      'crash: Nobody could be asked: Error: closed',
      'crash: The window answers again.',
    ]);
  });
});

describe("Chromium's other processes", () => {
  it('are noted when they are gone', () => {
    const app = new EventEmitter();
    const { log, lines } = openTestLog();
    watchProcesses(app as unknown as App, log);
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 1 });
    expect(lines).toEqual(['crash: GPU is gone: crashed, 1.']);
  });
});

describe('a fault that nobody caught', () => {
  it('is reported in the log, told once, and ends the app', () => {
    const process = Object.assign(new EventEmitter(), {
      versions: { electron: '45.4.1', chrome: '156.0', node: '24.0' },
      platform: 'linux',
      arch: 'x64',
    });
    const dialog = { showErrorBox: vi.fn() };
    const leave = vi.fn();
    const { log, lines } = openTestLog();
    watchFatal({
      process: process as unknown as NodeJS.Process,
      dialog,
      log,
      logFolder: '/data/logs',
      version: '1.0.0',
      leave,
    });
    const error = new Error('broken');
    error.stack = 'Error: broken\n    at here';
    process.emit('uncaughtException', error);
    process.emit('unhandledRejection', 'no error at all');
    expect(lines).toEqual([
      'crash: Paywall Preview 1.0.0 on linux x64 has to close.\nElectron 45.4.1, Chromium 156.0, Node 24.0\nError: broken\n    at here',
      'crash: Paywall Preview 1.0.0 on linux x64 has to close.\nElectron 45.4.1, Chromium 156.0, Node 24.0\nno error at all',
    ]);
    expect(dialog.showErrorBox).toHaveBeenCalledOnce();
    expect(dialog.showErrorBox.mock.calls[0]?.[1]).toContain('/data/logs');
    expect(leave).toHaveBeenCalledExactlyOnceWith(1);
  });
});
