import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { done, problem } from '../../../../shared/contract/outcome.ts';
import {
  comeForward,
  isFirstInstance,
  onSecondInstance,
} from '../../../../main/hosts/electron/single-instance.ts';

describe('a second instance', () => {
  it('hands over what it was asked for, as it was typed', () => {
    const requestSingleInstanceLock = vi.fn(() => false);
    const app = { requestSingleInstanceLock, on: vi.fn() } as unknown as App;
    expect(isFirstInstance(app, ['app', '--project', 'shop'], '/work')).toBe(false);
    expect(requestSingleInstanceLock).toHaveBeenCalledExactlyOnceWith({
      argv: ['app', '--project', 'shop'],
      folder: '/work',
    });
  });

  it.each([
    [
      'its own folder',
      { argv: ['app', '--project', 'shop'], folder: '/home/ana' },
      {
        ok: true,
        commandLine: {
          dataFolder: null,
          projectFolder: '/home/ana/shop',
          scenarioFile: null,
          hasDevTools: false,
        },
      },
    ],
    [
      'nothing that makes sense',
      { argv: 'app' },
      { ok: false, message: 'A second start of the app did not say what it was asked for.' },
    ],
  ])('is understood with %s', (_name, data, expected) => {
    const app = new EventEmitter();
    const heard: unknown[] = [];
    onSecondInstance(app as unknown as App, (asked) => heard.push(asked));
    // The list that Electron hands over is in another order.
    app.emit('second-instance', {}, ['app', '--project', '--extra', 'shop'], '/', data);
    expect(heard).toEqual([expected]);
  });
});

describe('the first instance', () => {
  const own = { dataFolder: null, projectFolder: '/shop', scenarioFile: null, hasDevTools: false };

  const startAgain = async (projectFolder: string | null, isMinimized = false) => {
    const calls: string[] = [];
    const window = {
      isMinimized: () => isMinimized,
      restore: () => calls.push('restore'),
      show: () => calls.push('show'),
      focus: () => calls.push('focus'),
    };
    const showMessageBox = vi.fn(() => Promise.resolve({ response: 0, checkboxChecked: false }));
    const open = vi.fn((folder: string) =>
      Promise.resolve(
        folder === '/shop' ? done(null) : problem('refused', `There is no folder ${folder}.`),
      ),
    );
    comeForward(window, { showMessageBox }, open, {
      ok: true,
      commandLine: { ...own, projectFolder },
    });
    await Promise.resolve();
    return { calls, showMessageBox, open };
  };

  it.each([
    [false, ['show', 'focus']],
    [true, ['restore', 'show', 'focus']],
  ])('comes forward, minimised %s', async (isMinimized, expected) => {
    expect((await startAgain(null, isMinimized)).calls).toEqual(expected);
  });

  it.each([
    [null, 0, 0],
    ['/shop', 1, 0],
    ['/other', 1, 1],
  ])('asked for %s, opens %i projects, and says of %i why not', async (folder, opened, refused) => {
    const { open, showMessageBox } = await startAgain(folder);
    expect(open).toHaveBeenCalledTimes(opened);
    expect(showMessageBox).toHaveBeenCalledTimes(refused);
  });
});
