import { EventEmitter } from 'node:events';
import { runInNewContext } from 'node:vm';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { createCamera, tabOptions } from '../../../../main/hosts/electron/camera.ts';

/** A window whose page is an object of the test's. */
class TestWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly page: Record<string, unknown>;
  readonly webContents: EventEmitter & { readonly invalidate: () => void };
  address = '';
  paints = 0;
  isGone = false;

  constructor(options: BrowserWindowConstructorOptions, page: Record<string, unknown>) {
    super();
    this.options = options;
    this.page = { ...page, innerWidth: 0, innerHeight: 0 };
    const image = () => ({
      getScaleFactors: () => [1, 3],
      toPNG: ({ scaleFactor }: { scaleFactor: number }) =>
        Buffer.from(`${this.paints} at ${scaleFactor}`),
    });
    this.webContents = Object.assign(new EventEmitter(), {
      executeJavaScript: async (code: string): Promise<unknown> =>
        runInNewContext(code, { ...this.page }),
      invalidate: () => {
        this.paints += 1;
        this.webContents.emit('paint', {}, {}, image());
      },
    });
  }

  loadURL(address: string): Promise<void> {
    this.address = address;
    return Promise.resolve();
  }

  setContentSize(width: number, height: number): void {
    setTimeout(() => Object.assign(this.page, { innerWidth: width, innerHeight: height }), 30);
  }

  isDestroyed(): boolean {
    return this.isGone;
  }

  destroy(): void {
    this.isGone = true;
    this.emit('closed');
  }
}

const openTab = async (preview: Record<string, unknown> = {}) => {
  const windows: TestWindow[] = [];
  const electron = createCamera((options) => {
    const window = new TestWindow(options, { preview, JSON });
    windows.push(window);
    return window as unknown as BrowserWindow;
  });
  if (!('open' in electron.offer)) throw new Error('There is no camera.');
  const camera = await electron.offer.open();
  const tab = await camera.openTab(2.625);
  return { ...electron, camera, tab, windows };
};

describe('a window in which pictures are taken', () => {
  it('is never shown, has all walls and neither a preload nor developer tools', () => {
    expect(tabOptions(3)).toEqual({
      show: false,
      frame: false,
      useContentSize: true,
      enableLargerThanScreen: true,
      skipTaskbar: true,
      webPreferences: {
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
        offscreen: { deviceScaleFactor: 3 },
        backgroundThrottling: false,
      },
    });
  });

  it('shows the preview at the scale that was asked for', async () => {
    const { windows } = await openTab();
    expect(windows.map(({ address, options }) => [address, options])).toEqual([
      ['app://preview/', tabOptions(2.625)],
    ]);
  });

  it('is asked in JSON, in which nothing is code', async () => {
    const heard: string[] = [];
    const { tab } = await openTab({
      load: (json: unknown) => {
        heard.push(JSON.stringify(json), String(Object.hasOwn(json as object, '__proto__')));
      },
    });
    const hostile = '{"__proto__":1,"a":"\\u2028`${1}</script>\\")"}';
    await tab.ask('load', JSON.parse(hostile) as string);
    expect(heard).toEqual([JSON.stringify(JSON.parse(hostile)), 'true']);
  });

  it('is the size that was asked for before anything goes on', async () => {
    const { tab, windows } = await openTab();
    await tab.resize({ width: 412, height: 915 });
    expect(windows[0]?.page).toMatchObject({ innerWidth: 412, innerHeight: 915 });
  });

  it('is pictured with all its pixels, when it has been painted anew', async () => {
    const { tab } = await openTab();
    expect(Buffer.from(await tab.capture()).toString()).toBe('2 at 3');
  });

  it.each([
    ['its page ends', ({ webContents }: TestWindow) => webContents.emit('render-process-gone')],
    [
      'it is closed',
      (window: TestWindow) => {
        window.destroy();
      },
    ],
  ])('tells whoever waits for an answer when %s', async (_what, end) => {
    const { tab, windows } = await openTab({ settle: () => new Promise(() => {}) });
    const answer = tab.ask('settle');
    const [window] = windows;
    if (window !== undefined) end(window);
    await expect(answer).rejects.toThrow('gone');
  });

  it('does not outlive the window that people see', async () => {
    const { tab, camera, closeAll, windows } = await openTab();
    await camera.openTab(3);
    closeAll();
    await tab.close();
    await camera.close();
    expect(windows.map(({ isGone }) => isGone)).toEqual([true, true]);
  });
});
