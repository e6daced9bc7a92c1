import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { WindowState } from '../../../../main/hosts/electron/window-state.ts';
import { openWindow, windowOptions } from '../../../../main/hosts/electron/window.ts';
import { openTestLog } from './stand-ins.ts';

const options = {
  electronFolder: '/app/dist/electron',
  placement: { width: 1_000, height: 700 },
  isDark: true,
  hasDevTools: false,
};

const normal: WindowState = {
  bounds: { x: 1, y: 2, width: 1_000, height: 700 },
  isMaximized: false,
  isFullScreen: false,
};

const open = (kept: WindowState, problem: string | null = null) => {
  const calls: string[] = [];
  const is = { minimized: false, maximized: false };
  const window = Object.assign(new EventEmitter(), {
    maximize: () => calls.push('maximize'),
    show: () => calls.push('show'),
    setFullScreen: () => calls.push('full screen'),
    loadURL: (url: string) => {
      calls.push(`load ${url}`);
      return Promise.resolve();
    },
    isMinimized: () => is.minimized,
    isMaximized: () => is.maximized,
    isFullScreen: () => false,
    getNormalBounds: () => ({ x: 5, y: 6, width: 1_000, height: 700 }),
  });
  const write = vi.fn((_state: WindowState) => problem);
  const { log, lines } = openTestLog();
  openWindow({
    make: () => window as unknown as BrowserWindow,
    made: () => calls.push('made'),
    options,
    state: { read: () => kept, write },
    log,
  });
  return { window, calls, write, lines, is };
};

describe('the window', () => {
  it('is sandboxed, isolated, and knows nothing of Node', () => {
    expect(windowOptions(options)).toEqual({
      width: 1_000,
      height: 700,
      minWidth: 900,
      minHeight: 600,
      title: 'Paywall Preview',
      show: false,
      backgroundColor: '#17181a',
      webPreferences: {
        preload: '/app/dist/electron/preload.cjs',
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: false,
      },
    });
  });

  it('is known to the bridge before its page loads, and shown when that has something to show', () => {
    const { window, calls } = open(normal);
    expect(calls).toEqual(['made', 'load app://window/']);
    window.emit('ready-to-show');
    expect(calls.slice(2)).toEqual(['show']);
  });

  it('is maximised and full screen again', () => {
    const { window, calls } = open({ ...normal, isMaximized: true, isFullScreen: true });
    window.emit('ready-to-show');
    expect(calls.slice(2)).toEqual(['maximize', 'show', 'full screen']);
  });

  it('keeps where it was when it is closed, also minimised', () => {
    const { window, write, is } = open(normal);
    is.maximized = true;
    window.emit('maximize');
    Object.assign(is, { minimized: true, maximized: false });
    window.emit('close');
    const bounds = { x: 5, y: 6, width: 1_000, height: 700 };
    expect(write).toHaveBeenCalledExactlyOnceWith({
      bounds,
      isMaximized: true,
      isFullScreen: false,
    });
  });

  it('closes also where its place cannot be kept', () => {
    const { window, lines } = open(normal, 'the disk is full');
    window.emit('close');
    expect(lines).toEqual(["window: The window's place was not kept: the disk is full"]);
  });
});
